"""Values above and below zero carry their signs; points carry their names."""

import colorsys

import pandas as pd
import pytest

import infosoc
from infosoc.errors import TableShapeError, UnknownNameError
from infosoc.plot import signed_charts, style

MINUS = "\N{MINUS SIGN}"
VIEWS = pd.DataFrame(
    {
        "role": ["A", "A", "B", "B"],
        "topic": ["tax", "forum", "tax", "forum"],
        "points": [3, -2, 0, -6],
        "never": [False, False, False, True],
    }
)
SETTINGS = {"row": "role", "column": "topic", "value": "points"}


def luminance(color):
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_cell_has_its_sign():
    exhibit = infosoc.plot.signed_matrix(VIEWS, **SETTINGS, mark="never", total="Sum")
    assert exhibit.table.to_numpy().tolist() == [
        ["A", "+3", f"{MINUS}2", "+1"],
        ["B", "0", f"{MINUS}6 ■", f"{MINUS}6"],
    ]
    assert "1 values above zero, 2 below" in exhibit.summary


def test_zero_lies_in_the_middle_of_the_colours():
    trace = infosoc.plot.signed_matrix(VIEWS, **SETTINGS).figure.data[0]
    assert trace.zmin == -trace.zmax == -6


def test_text_can_be_read_on_every_colour_and_grey_tells_the_ends_apart():
    ink = luminance(style.INK)
    ends = [luminance(color) for _, color in signed_charts.DIVERGING]
    assert min((light + 0.05) / (ink + 0.05) for light in ends) >= 4.5
    assert ends[0] < ends[2] < ends[1]


def test_the_colours_differ_in_hue_for_common_colour_blindness():
    hues = [
        colorsys.rgb_to_hls(*(int(color[p : p + 2], 16) / 255 for p in (1, 3, 5)))[0]
        for _, color in (signed_charts.DIVERGING[0], signed_charts.DIVERGING[2])
    ]
    # Orange and blue, never red and green.
    assert 0.05 < hues[0] < 0.12
    assert 0.5 < hues[1] < 0.65


@pytest.mark.parametrize(
    ("frame", "settings", "error", "says"),
    [
        (VIEWS, {**SETTINGS, "value": "point"}, UnknownNameError, "Did you mean 'points'"),
        (VIEWS.iloc[:0], SETTINGS, TableShapeError, "no rows"),
        (pd.concat([VIEWS, VIEWS]), SETTINGS, TableShapeError, "comes twice"),
    ],
)
def test_a_grid_that_cannot_be_is_refused(frame, settings, error, says):
    with pytest.raises(error, match=says):
        infosoc.plot.signed_matrix(frame, **settings)


def test_bars_say_how_much_is_missing():
    gains = pd.DataFrame({"role": ["A", "B"], "points": [5, -1], "least": [4, 4]})
    exhibit = infosoc.plot.signed_bars(gains, value="points", label="role", needed="least")
    assert exhibit.table["points"].tolist() == ["+5", f"{MINUS}1, 5 missing"]
    assert "below the dotted line, which is what they need: B." in exhibit.summary
    assert len(exhibit.figure.layout.shapes) == 2


def test_bars_refuse_a_name_twice():
    with pytest.raises(TableShapeError, match="'A' comes twice"):
        infosoc.plot.signed_bars(VIEWS, value="points", label="role")


def test_points_that_fall_together_are_all_named():
    deals = pd.DataFrame({"deal": ["A", "B", "C"], "x": [1, 1, 2], "y": [3, 3, 5]})
    exhibit = infosoc.plot.points(deals, x="x", y="y", label="deal", title="<b>")
    assert exhibit.figure.data[0].text[0] == "A, B"
    assert "&lt;b&gt;" in exhibit.figure.layout.title.text
    assert "The highest is C." in exhibit.summary


def test_kinds_of_points_differ_in_symbol():
    deals = pd.DataFrame({"deal": list("ABC"), "x": [1, 2, 3], "y": [1, 2, 3], "kind": list("pqr")})
    figure = infosoc.plot.points(deals, x="x", y="y", label="deal", kind="kind").figure
    assert len({trace.marker.symbol for trace in figure.data}) == 3


def test_points_need_numbers():
    with pytest.raises(TableShapeError, match="number is missing"):
        infosoc.plot.points(
            pd.DataFrame({"n": ["A"], "x": [None], "y": [1]}), x="x", y="y", label="n"
        )
