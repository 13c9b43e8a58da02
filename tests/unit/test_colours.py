"""What figures tell by colour is told to colour-blind readers and in grey print too."""

import itertools
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from colorspacious import cspace_convert, deltaE

import infosoc
from infosoc.plot import (
    bar_charts,
    dispersion_charts,
    maps,
    matrices,
    office_charts,
    peer_charts,
    pointers,
    signed_charts,
    spread_charts,
    style,
    timelines,
    trees,
    trends,
    wheels,
)

PLOT = Path(infosoc.__file__).parent / "plot"
#: The three common deficiencies at full strength, and the usual eye.
EYES = ("usual", "deuteranomaly", "protanomaly", "tritanomaly")
#: Steps of CAM02-UCS, of which 1 is about the least that can be seen side by side. Small marks that
#: stand apart need more; in grey the steps are those of lightness.
ENOUGH, STILL_SEEN = 10, 6
#: WCAG 2.2: text (1.4.3), and what has to be seen in a picture (1.4.11).
TEXT, PART = 4.5, 3
MARKS = [mark.color for mark in style.MARKS]
#: Pale grounds on which text or marks stand.
GROUNDS = [
    *(style.PAPER, style.BAND, timelines.THROUGH, matrices.NOTHING, matrices.TICKED),
    *(spread_charts.HALF, peer_charts.BAND, office_charts.EMPTY),
    *wheels.TINTS,
    *trees.TINTS,
]
SCALES = {
    "dispersion": dispersion_charts.SHADES,
    "matrix": matrices.SHADES,
    "counted": matrices.COUNTED,
    "signed": signed_charts.DIVERGING,
}


def rgb(color):
    return np.array([int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)])


def seen(color, eye):
    if eye == "usual":
        return rgb(color)
    space = {"name": "sRGB1+CVD", "cvd_type": eye, "severity": 100}
    return np.clip(cspace_convert(rgb(color), space, "sRGB1"), 0, 1)


def apart(one, other, eye):
    return deltaE(seen(one, eye), seen(other, eye), input_space="sRGB1", uniform_space="CAM02-UCS")


def grey(color):
    return cspace_convert(rgb(color), "sRGB1", "CAM02-UCS")[0]


def confused(one, other):
    """Return those who cannot tell two colours apart."""
    eyes = [eye for eye in EYES if apart(one, other, eye) < ENOUGH]
    return eyes + ["grey"] * int(abs(grey(one) - grey(other)) < ENOUGH)


def contrast(one, other):
    def light(color):
        parts = rgb(color)
        linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
        return linear @ [0.2126, 0.7152, 0.0722] + 0.05

    return max(light(one), light(other)) / min(light(one), light(other))


def thinned(color, opacity):
    """Return a colour as it looks on white when it lets some of it through."""
    mixed = np.round((rgb(color) * opacity + 1 - opacity) * 255).astype(int)
    return "#" + "".join(f"{part:02x}" for part in mixed)


def same_looks(looks):
    """Return pairs that somebody confuses by colour and that nothing else tells apart."""
    return [
        (one, other, confused(one[0], other[0]))
        for one, other in itertools.combinations(looks, 2)
        if confused(one[0], other[0]) and one[1:] == other[1:]
    ]


def test_the_measures_are_right():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#ffffff", "#777777") == pytest.approx(4.48, abs=0.01)
    # Red and green of the same strength are the textbook case.
    assert confused("#c05000", "#708000") != []
    assert confused("#000000", "#ffffff") == []
    assert confused("#ff0000", "#0000ff") == []
    assert thinned("#000000", 0.5) == "#808080"


def test_the_first_four_marks_are_told_apart_by_colour_alone():
    # Most figures have at most four series. Their symbols and dashes differ too.
    for one, other in itertools.combinations(MARKS[:4], 2):
        for eye in EYES:
            assert apart(one, other, eye) >= STILL_SEEN, (one, other, eye)


@pytest.mark.parametrize(
    "looks",
    [
        [(mark.color, mark.symbol) for mark in style.MARKS],
        [
            (mark.color, mark.symbol, dash)
            for mark, dash in zip(style.MARKS, trends.DASHES, strict=True)
        ],
        list(zip(MARKS, bar_charts.PATTERNS, strict=False)),
        [*maps.CLASSES, maps.NO_FIGURE],
        list(office_charts.LOOKS),
        [(signed_charts.BELOW, "/"), (signed_charts.ABOVE, "")],
    ],
    ids=["marks", "lines", "bars", "map", "offices", "signed"],
)
def test_what_colour_does_not_tell_apart_something_else_does(looks):
    assert same_looks(looks) == []


def test_neighbouring_classes_of_a_map_differ_for_every_eye_and_in_grey():
    steps = [color for color, _ in maps.CLASSES[:5]]
    assert [pair for pair in itertools.pairwise(steps) if confused(*pair)] == []
    lightness = [grey(color) for color in steps]
    assert lightness == sorted(lightness, reverse=True)


def test_bars_below_nothing_are_striped():
    frame = pd.DataFrame({"name": ["a", "b"], "change": [1.0, -1.0]})
    figure = infosoc.plot.signed_bars(frame, value="change", label="name", title="T").figure
    shapes = [shape for bar in figure.data for shape in bar.marker.pattern.shape]
    assert sorted(shapes) == ["", "/"]


def test_the_ends_of_a_scale_differ():
    for name, scale in SCALES.items():
        colors = [color for _, color in scale]
        assert confused(colors[0], colors[-1]) == (["grey"] if name == "signed" else []), name
        if name != "signed":
            lightness = [grey(color) for color in colors]
            assert lightness == sorted(lightness, reverse=True), name


def test_text_stands_out_from_every_ground():
    shades = [color for scale in SCALES.values() for _, color in scale]
    for ground in [*GROUNDS, *shades]:
        assert contrast(style.INK, ground) >= TEXT, ground
    for ground in (style.PAPER, style.BAND):
        for color in (style.MUTED, *MARKS):
            assert contrast(color, ground) >= TEXT, (color, ground)


def test_the_number_on_a_tile_stands_out():
    for color, pattern in maps.CLASSES:
        kind = maps.Class("class", color, pattern, ())
        place = pd.DataFrame({"column": [0], "row": [0]})
        text = maps._tile_texts(place, kind, ["1"], ["1"])["textfont"]["color"]
        assert contrast(text, color) >= TEXT, color


def test_marks_stand_out_from_the_ground():
    whole = [style.QUIET, pointers.COLOR, maps.LAND_LINE["color"]]
    whole += [timelines.THROUGH_EDGE, *(color for color, _ in office_charts.LOOKS)]
    for color in whole:
        assert contrast(color, style.PAPER) >= PART, color
    assert contrast(style.QUIET, style.BAND) >= PART
    # Marks over one another let some of the ground through: 0.75 at the most.
    for color in MARKS:
        assert contrast(thinned(color, 0.75), style.PAPER) >= PART, color


def test_no_colour_was_forgotten():
    known = {*GROUNDS, *MARKS, style.INK, style.MUTED, style.GRID, style.QUIET}
    known |= {color for scale in SCALES.values() for _, color in scale}
    known |= {color for color, _ in (*maps.CLASSES, *office_charts.LOOKS)}
    known |= {pointers.COLOR, maps.LAND_LINE["color"], timelines.THROUGH_EDGE}
    # Fully transparent.
    known |= {"#ffffff00"}
    for path in sorted(PLOT.glob("*.py")):
        used = set(re.findall(r"#[0-9a-fA-F]{6,8}\b", path.read_text("utf-8")))
        assert used <= known, path.name
    opacities = [
        float(found)
        for path in PLOT.glob("*.py")
        for found in re.findall(r'"symbol".*"opacity": ([0-9.]+)', path.read_text("utf-8"))
    ]
    assert all(one >= 0.75 for one in opacities)
