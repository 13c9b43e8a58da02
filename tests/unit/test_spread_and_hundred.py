"""What averages hide, and shares that can be counted."""

import pandas as pd
import pytest

import infosoc
from infosoc.errors import TableShapeError, UnknownNameError
from infosoc.plot import hundreds, spread_charts


def towns(**changes):
    rows = {
        "land": ["A", "A", "A", "B"],
        "town": ["big", "small", "tiny", "only"],
        "online": [80.0, 20.0, 35.0, 50.0],
        "people": [900, 50, 50, 10],
    }
    return pd.DataFrame({**rows, **changes})


def spread(frame, **options):
    return infosoc.plot.spread(frame, value="online", group="land", label="town", **options)


def test_both_averages_are_told():
    table = spread(towns(), weight="people").table
    assert table["plain average"].tolist() == [45.0, 50.0]
    assert table["weighted average"].tolist() == [74.8, 50.0]
    assert table["middle"].tolist() == [35.0, 50.0]


def test_without_weights_there_is_one_average():
    exhibit = spread(towns())
    assert "weighted average" not in exhibit.table
    assert [t.name for t in exhibit.figure.data if t.mode == "lines+markers"] == [
        "average, each country once"
    ]


def test_averages_are_told_apart_by_colour_symbol_and_dash():
    exhibit = spread(towns(), weight="people")
    lines = [t for t in exhibit.figure.data if t.mode == "lines+markers"]
    assert len({(t.line.color, t.line.dash, t.marker.symbol) for t in lines}) == 2
    assert len({t.line.dash for t in lines}) == 2


def test_every_figure_is_drawn_and_a_missing_one_is_told():
    exhibit = spread(towns(online=[80.0, None, 35.0, 50.0]))
    marks = next(t for t in exhibit.figure.data if t.mode == "markers")
    assert sorted(marks.x) == [35.0, 50.0, 80.0]
    assert "1 more have no figure and are not drawn; that is not zero." in exhibit.summary


def test_the_widest_spread_is_named_with_its_ends():
    text = spread(towns(), weight="people", unit="percent").summary
    assert "that of A, from small with 20 to big with 80 percent" in text
    assert "differ most for A: 45 if each country counts once, 74.8 if each person does" in text


def test_marks_with_the_same_figure_stand_apart():
    offsets = spread_charts._offsets([50.0] * 4, (0.0, 100.0))
    assert len(set(offsets)) == 4


@pytest.mark.parametrize(
    ("frame", "error", "says"),
    [
        (towns(online=None), TableShapeError, "is empty"),
        (towns(people=[1, None, 1, 1]), TableShapeError, "'small' is missing"),
        (towns(people=[1, 1, -1, 1]), TableShapeError, "'tiny' is missing or below zero"),
        (towns().rename(columns={"land": "lands"}), UnknownNameError, "Did you mean 'lands'"),
    ],
)
def test_bad_figures_are_refused(frame, error, says):
    with pytest.raises(error, match=says):
        spread(frame, weight="people")


@pytest.mark.parametrize(
    ("amounts", "counts"),
    [
        ([1, 1, 1], [34, 33, 33]),
        ([5, 0], [100, 0]),
        ([0.4, 99.6], [0, 100]),
        ([1e9, 3e9], [25, 75]),
    ],
)
def test_a_hundred_is_shared_out_whole(amounts, counts):
    assert hundreds.of_hundred(pd.Series(amounts)) == counts


def people(**changes):
    rows = {"who": ["rich", "rich", "poor", "poor"], "is": ["online", "offline"] * 2}
    return pd.DataFrame({**rows, "n": [30, 1.0, 20, 49], **changes})


def hundred(frame):
    return infosoc.plot.hundred(frame, value="n", group="who", part="is")


def test_a_hundred_marks_are_drawn_each_at_its_own_place():
    figure = hundred(people()).figure
    places = [place for t in figure.data for place in zip(t.x, t.y, strict=True)]
    assert len(places) == len(set(places)) == 100


def test_groups_differ_in_colour_and_parts_in_filling():
    symbols = {t.name: t.marker.symbol for t in hundred(people()).figure.data}
    assert symbols == {
        "rich, online: 30": "circle",
        "rich, offline: 1": "circle-open",
        "poor, online: 20": "square",
        "poor, offline: 49": "square-open",
    }


def test_too_few_for_a_mark_is_said():
    exhibit = hundred(people(n=[300.0, 1.0, 200.0, 499.0]))
    assert "Too few for a mark: rich, offline." in exhibit.summary
    assert exhibit.table["of 100"].tolist() == [30, 0, 20, 50]


@pytest.mark.parametrize(
    ("frame", "says"),
    [
        (people(n=0), "zero and more"),
        (people(n=[1.0, None, 1, 1]), "zero and more"),
        (people(n=[1.0, -1, 1, 1]), "zero and more"),
        (people(**{"is": list("abcd")}), "4 values of 'parts'"),
        (people().head(0), "no rows"),
    ],
)
def test_what_cannot_be_shared_is_refused(frame, says):
    with pytest.raises(TableShapeError, match=says):
        hundred(frame)


def test_hostile_names_are_only_text():
    hostile = '<img src=x onerror="alert(1)">'
    rows = people(who=[hostile] * 2 + ["poor"] * 2)
    for exhibit in (
        hundred(rows),
        spread(towns(town=[hostile, "b", "c", "d"], land=[hostile] * 3 + ["B"])),
        infosoc.plot.scatter(
            towns(town=[hostile, "b", "c", "d"]),
            x="online",
            y="people",
            label="town",
            group="land",
            named=[hostile],
            title=hostile,
        ),
        infosoc.plot.dumbbells(rows, value="n", label="who", group="is", title=hostile),
    ):
        text = str(exhibit.bundle()) + exhibit.evidence()["text/html"]
        assert "<img" not in text.replace(exhibit.bundle()["text/plain"], "")
