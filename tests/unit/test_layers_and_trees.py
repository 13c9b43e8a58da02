"""Layers and trees: every row is drawn once, at its place, and told in words."""

import pandas as pd
import pytest

import infosoc
from infosoc.errors import TableShapeError, UnknownNameError
from infosoc.plot import layer_charts


@pytest.fixture
def parts():
    return infosoc.load("internet_layers")


def test_each_row_has_a_box_and_boxes_of_a_layer_do_not_overlap(parts):
    many = pd.DataFrame({"layer": ["one"] * 30 + ["two"], "part": ["A rather long name"] * 31})
    for frame in (parts, many):
        figure = infosoc.plot.layers(frame, layer="layer", label="part").figure
        boxes = [shape for shape in figure.layout.shapes if shape.xref is None]
        assert len(boxes) == len(figure.data[0].text) == len(frame)
        assert max(box.x1 for box in boxes) <= layer_charts.PLOT_WIDTH
        for first, one in enumerate(boxes):
            for other in boxes[first + 1 :]:
                beside = one.x1 <= other.x0 or other.x1 <= one.x0
                assert beside or one.y1 <= other.y0 or other.y1 <= one.y0


def test_layers_are_named_from_top_to_bottom(parts):
    exhibit = infosoc.plot.layers(parts, layer="layer", label="part", what="job")
    assert "Applications (2), Transport (2), Network (2), Link (3)" in exhibit.summary
    assert list(exhibit.table.columns) == ["layer", "part", "job"]
    heights = list(exhibit.figure.layout.yaxis.tickvals)
    assert heights == sorted(heights)
    assert len(exhibit.sources) == 1


def test_html_in_a_box_is_text():
    frame = pd.DataFrame({"layer": ["<b>x"], "part": ["<script>alert(1)</script>"]})
    figure = infosoc.plot.layers(frame, layer="layer", label="part").figure
    assert "<script" not in figure.to_json().replace("\\u003c", "<")


def test_a_missing_column_of_a_layer_chart_is_named(parts):
    with pytest.raises(UnknownNameError, match="Did you mean 'layer'"):
        infosoc.plot.layers(parts, layer="layers", label="part")


@pytest.fixture
def indicators():
    return infosoc.load("roam_indicators").query("edition == '2018'")


def test_a_tree_holds_every_row_once_and_says_which_numbers_are_known(indicators):
    exhibit = infosoc.plot.tree(
        indicators, label="name", value="indicator_count", unit="indicators"
    )
    icicle = exhibit.figure.data[0]
    assert sorted(icicle.ids) == sorted(indicators["id"])
    known = int(indicators["indicator_count"].notna().sum())
    assert f"For {known} of {len(indicators)} fields" in exhibit.summary
    assert list(icicle.text).count("not found") == len(indicators) - known
    assert (
        exhibit.table.loc[exhibit.table["name"] == "Gender", "part_of"].item().startswith("Cross")
    )


@pytest.mark.parametrize(
    ("parents", "says"),
    [
        ([None, None], "has one root, this one has 2"),
        (["b", "a"], "has one root, this one has 0"),
        ([None, "z"], "'b' hangs on nothing: 'z'"),
    ],
)
def test_what_is_no_tree_is_refused(parents, says):
    frame = pd.DataFrame({"id": ["a", "b"], "parent": parents, "name": ["A", "B"]})
    with pytest.raises(TableShapeError, match=says):
        infosoc.plot.tree(frame, label="name")


def test_a_matrix_with_equal_rows_does_not_name_a_greatest():
    frame = pd.DataFrame({"row": ["a", "b"], "column": ["x", "y"]})
    said = infosoc.plot.matrix(frame, row="row", column="column").summary
    assert said.endswith("Each row has the same number of ticks: 1.")
