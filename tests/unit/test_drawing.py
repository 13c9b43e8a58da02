"""A drawing says what plotly's own figure says, without plotly's objects."""

import datetime
import json
import subprocess
import sys

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

import infosoc
from infosoc.drawing import Drawing

TRACES = [
    {"x": np.array([1, np.nan, 3], dtype="float32"), "y": [1, float("nan"), None]},
    {"type": "heatmap", "z": np.ones((2, 3), dtype="float32")},
    {
        "x": [datetime.date(2003, 12, 10), pd.Timestamp("2005-11-16"), pd.NaT],
        "y": pd.Series([np.int64(1), np.float64(2.5), np.float64("inf")], dtype="object"),
        "text": ["<b>x</b>", "$a$", "é"],
    },
]
LAYOUT = {
    "template": {"layout": {}},
    "title": {"text": "T"},
    "xaxis": {"range": [np.float64(0), np.int64(3)]},
}
IMPORTED = """
import infosoc
exhibit = infosoc.plot.timeline(infosoc.load("events"))
exhibit.bundle(), exhibit.evidence()
import sys
print("plotly" in sys.modules)
"""


def by_plotly(traces, layout):
    return json.loads(go.Figure(data=traces, layout=layout, _validate=False).to_json())


@pytest.mark.parametrize("number", [0, 1])
def test_arrays_are_written_as_plotly_writes_them(number):
    assert Drawing([TRACES[number]], LAYOUT).spec() == by_plotly([TRACES[number]], LAYOUT)


def test_dates_and_what_is_no_number_become_plain():
    (trace,) = Drawing([TRACES[2]], {}).spec()["data"]
    assert trace["x"] == ["2003-12-10", "2005-11-16T00:00:00", None]
    assert trace["y"] == [1, 2.5, None]
    assert trace["text"] == TRACES[2]["text"]


def test_something_else_is_refused():
    with pytest.raises(TypeError, match=r"A figure cannot show .*, a object"):
        Drawing([{"x": [object()]}], {}).spec()


def test_showing_a_figure_needs_no_plotly():
    words = [sys.executable, "-c", IMPORTED]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"


def test_what_a_reader_changes_is_shown_and_checked():
    exhibit = infosoc.plot.timeline(infosoc.load("events").query("kind == 'summit'"), title="T")
    exhibit.figure.update_layout(title_text="Mine")
    shown = next(value for mime, value in exhibit.bundle().items() if "plotly" in mime)
    assert shown["layout"]["title"]["text"] == "Mine"
    with pytest.raises(ValueError, match="nonsense"):
        exhibit.figure.update_layout(nonsense=1)


def test_a_wrong_property_is_found_by_the_check():
    with pytest.raises(ValueError, match="colour"):
        Drawing([{"x": [1], "marker": {"colour": "red"}}], {}).check()


def test_other_traces_leave_the_drawing_as_it_was():
    drawing = Drawing([{"x": [1]}], {"height": 300, "width": 200})
    other = drawing.with_traces([{"x": [2]}], height=400)
    assert (drawing.layout["height"], drawing.traces[0]["x"]) == (300, [1])
    assert other.spec() == {
        "data": [{"type": "scatter", "x": [2]}],
        "layout": {"height": 400, "width": 200},
    }
