"""A live figure tells the page what plotly draws, and what the page itself draws."""

import json

import pandas as pd
import pytest

import infosoc
from infosoc.drawing import Drawing
from infosoc.explore.figure_widget import LiveFigure
from infosoc.plot import strokes, style

PATH = strokes.path([strokes.across(0, 1, 5)], style.INK, 2)


@pytest.fixture
def figure():
    return LiveFigure(style.figure([{"x": [1], "y": [2]}], "A &amp; B<br>&lt;b&gt;", 300))


def told(figure):
    return json.loads(figure.sent)


def test_the_title_is_plain_text_of_the_page(figure):
    assert told(figure)["title"] == "A & B <b>"
    assert "title" not in told(figure)["layout"]
    assert figure.drawn["layout"]["title"]["text"] == "A &amp; B<br>&lt;b&gt;"


def test_the_picture_is_as_tall_as_before_without_the_line_of_its_title(figure):
    before, after = figure.drawn["layout"], told(figure)["layout"]
    taken = before["height"] - after["height"]
    assert taken > 0
    assert before["margin"]["t"] - after["margin"]["t"] == taken
    assert after["margin"]["t"] >= 0


def test_a_figure_without_a_title_keeps_its_room():
    figure = LiveFigure(Drawing([], {"height": 200, "margin": {"t": 8}}))
    assert told(figure)["layout"] == {"height": 200, "margin": {"t": 8}}
    assert told(figure)["title"] == ""


def test_strokes_are_drawn_by_the_page_until_there_are_others(figure):
    assert told(figure)["strokes"] == []
    figure.redraw([], strokes.meta([PATH]))
    assert told(figure)["strokes"] == [PATH]
    assert "meta" not in told(figure)["layout"]
    figure.redraw([], {"height": 200})
    assert told(figure)["strokes"] == [PATH]
    figure.redraw([], strokes.meta([]))
    assert told(figure)["strokes"] == []


def test_bars_leave_no_strokes_behind():
    many = pd.concat([infosoc.load("events")] * 5, ignore_index=True)
    explorer = infosoc.explore.timeline(many)
    explorer.years.value = (2003, 2003)
    assert told(explorer.figure)["strokes"]
    explorer.years.value = (explorer.years.min, explorer.years.max)
    assert told(explorer.figure)["strokes"] == []
