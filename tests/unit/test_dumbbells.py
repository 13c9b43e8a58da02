"""Dumbbells tell a gap as a difference and as a ratio, and never invent an end."""

import pandas as pd
import pytest

import infosoc
from infosoc.errors import TableShapeError, UnknownNameError


def use(**changes):
    rows = {
        "who": ["world", "world", "poorest", "poorest"],
        "sex": ["men", "women"] * 2,
        "share": [70.0, 65.0, 31.0, 19.0],
    }
    return pd.DataFrame({**rows, **changes})


def draw(frame, **options):
    return infosoc.plot.dumbbells(frame, value="share", label="who", group="sex", **options)


def marks(exhibit):
    return [trace for trace in exhibit.figure.data if trace.mode == "markers+text"]


def test_difference_and_ratio_are_computed_for_each_line():
    table = draw(use(), unit="percent").table
    assert table.columns.tolist() == [
        "who",
        "men (percent)",
        "women (percent)",
        "difference",
        "ratio",
    ]
    assert table["difference"].tolist() == [5.0, 12.0]
    assert table["ratio"].tolist() == [1.08, 1.63]


def test_the_gap_stands_above_its_line_in_words():
    heads = [note.text for note in draw(use()).figure.layout.annotations]
    assert heads == [
        "<b>world</b> 5 points apart, 1.08 times",
        "<b>poorest</b> 12 points apart, 1.63 times",
    ]


def test_the_summary_names_the_widest_gap_in_both_ways():
    rows = use(share=[94.0, 23.0, 0.4, 0.1])
    text = draw(rows, unit="percent").summary
    assert "The widest difference is that of world: 71 points (men 94, women 23 percent)." in text
    assert "The largest ratio is that of world: 4.09 times." in text


def test_marks_are_told_apart_by_colour_and_symbol():
    found = marks(draw(use()))
    assert [trace.name for trace in found] == ["men", "women"]
    assert len({(trace.marker.color, trace.marker.symbol) for trace in found}) == 2


def test_figures_stand_outside_the_ends():
    men, women = marks(draw(use()))
    assert set(men.textposition) == {"middle right"}
    assert set(women.textposition) == {"middle left"}


def test_an_end_that_is_not_known_makes_no_gap():
    exhibit = draw(use(share=[70.0, None, 31.0, 19.0]))
    assert exhibit.table["difference"].isna().tolist() == [True, False]
    assert exhibit.figure.layout.annotations[0].text == "<b>world</b>"
    assert "For 1 only one figure is known." in exhibit.summary


def test_a_ratio_to_zero_is_not_told():
    exhibit = draw(use(share=[70.0, 0.0, 31.0, 19.0]))
    assert exhibit.table["ratio"].isna().tolist() == [True, False]
    assert exhibit.figure.layout.annotations[0].text == "<b>world</b> 70 points apart"


def test_an_axis_of_ratios_has_powers_of_ten():
    figure = draw(use(), log=True).figure
    assert figure.layout.xaxis.type == "log"
    low, high = figure.layout.xaxis.range
    assert 10**low < 19
    assert 10**high > 70


def test_many_marks_between_the_ends_carry_no_figure():
    rows = pd.DataFrame({"who": "a", "sex": list("bcde"), "share": [1.0, 2, 3, 4]})
    texts = [trace.text[0] for trace in marks(draw(rows))]
    assert texts == ["1", "", "", "4"]


def test_sources_of_rows_and_tables_are_joined_once():
    estimates = infosoc.load("global_estimates").head(2).assign(who="a", sex=["x", "y"])
    exhibit = infosoc.plot.dumbbells(
        estimates, value="value", label="who", group="sex", tables=["internet_users"]
    )
    ids = exhibit.sources["id"].tolist()
    assert ids == ["itu-ff-2025-internet-use", "world-bank-internet-users"]


@pytest.mark.parametrize(
    ("frame", "options", "error", "says"),
    [
        (use().head(0), {}, TableShapeError, "no rows"),
        (use(share=None), {}, TableShapeError, "is empty"),
        (use(sex="men"), {}, TableShapeError, "'world, men' comes twice"),
        (use(share=[-1.0, 2, 3, 4]), {}, TableShapeError, "give zero or more"),
        (use(share=[0.0, 2, 3, 4]), {"log": True}, TableShapeError, "give above zero"),
        (use().rename(columns={"who": "whom"}), {}, UnknownNameError, "Did you mean 'whom'"),
        (
            pd.DataFrame({"who": "a", "sex": list("abcde"), "share": 1.0}),
            {},
            TableShapeError,
            "5 marks on a line",
        ),
    ],
)
def test_bad_figures_are_refused(frame, options, error, says):
    with pytest.raises(error, match=says):
        draw(frame, **options)
