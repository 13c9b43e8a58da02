"""Maps draw without a network and show every State, however small."""

from html import unescape

import numpy as np
import pandas as pd
import pytest

import infosoc
import infosoc.html
from infosoc.errors import TableShapeError, UnknownNameError

STATES = infosoc.load("countries").query("un_state == True")


def online():
    users = infosoc.load("internet_users")
    return users[users.year == 2023]


def drawn_names(figure):
    texts = []
    for trace in figure.data:
        for text in (trace.text, trace.hovertext):
            texts += [text] if isinstance(text, str) else list(text or [])
    return " ".join(texts)


@pytest.mark.parametrize("draw", [infosoc.plot.world_map, infosoc.plot.tile_map])
def test_every_state_is_on_the_map_and_in_the_table(draw):
    exhibit = draw(online(), breaks=[50], title="T")
    names = drawn_names(exhibit.figure)
    from_names = STATES["name"].map(infosoc.html.escape)
    assert [name for name in from_names if f"<b>{name}</b>" not in names] == []
    assert set(STATES["name"]) <= set(exhibit.table["country"])


@pytest.mark.parametrize("draw", [infosoc.plot.world_map, infosoc.plot.tile_map])
def test_no_subplot_needs_the_network(draw):
    figure = draw(online(), breaks=[50], title="T").figure
    assert not any(part.startswith(("geo", "map", "mapbox")) for part in figure.to_dict()["layout"])
    assert {trace.type for trace in figure.data} == {"scatter", "bar"}


def test_every_shape_has_the_look_of_its_class():
    exhibit = infosoc.plot.world_map(online(), breaks=[50], title="T")
    expected = exhibit.table.set_index("country")["class"].to_dict()
    figure = exhibit.figure
    legend = {
        trace.name: (trace.marker.color, trace.marker.pattern.shape)
        for trace in figure.select_traces({"type": "bar"})
    }
    common = figure.layout.template.data.scatter[0]
    for trace in figure.select_traces({"mode": None, "type": "scatter"}):
        name = unescape(trace.text).removeprefix("<b>").split("</b>")[0]
        look = trace if trace.fillcolor else common
        assert (look.fillcolor, look.fillpattern.shape or "") == legend[
            expected.get(name, "no figure")
        ], name


def test_a_state_without_a_figure_is_shown_as_such():
    exhibit = infosoc.plot.world_map(online(), breaks=[50], title="T")
    row = exhibit.table.set_index("country").loc["Tuvalu"]
    assert row["class"] == "no figure"
    assert "no figure: 16" in exhibit.summary
    assert "statement on the status" in exhibit.summary


def test_classes_have_their_borders_in_words():
    rows = pd.DataFrame({"country_iso3": ["KEN", "FRA", "TUV"], "value": [10.0, 50.0, 49.9]})
    exhibit = infosoc.plot.tile_map(rows, breaks=[20, 50], unit="percent", title="T")
    classes = exhibit.table.set_index("country")["class"]
    assert classes["Kenya"] == "under 20 percent"
    assert classes["Tuvalu"] == "20 to under 50 percent"
    assert classes["France"] == "50 percent and more"
    assert "The lowest is Kenya with 10 percent, the highest France with 50 percent" in (
        exhibit.summary
    )


def test_words_are_classes_of_their_own():
    rows = pd.DataFrame({"country_iso3": ["GRC", "BRA"], "value": ["host", "host-twice"]})
    exhibit = infosoc.plot.world_map(rows, title="T")
    assert set(exhibit.table["class"]) == {"host", "host twice", "no figure"}


def test_tiles_never_touch_each_other_and_stand_where_their_text_is():
    figure = infosoc.plot.tile_map(online(), breaks=[50], title="T").figure
    shapes = list(figure.select_traces({"mode": "lines"}))
    texts = list(figure.select_traces({"mode": "text"}))
    assert len(shapes) == 3
    for shape, text in zip(shapes, texts, strict=True):
        corners = np.reshape([*zip(shape.x, shape.y, strict=True)], (-1, 6, 2))[:, :4]
        middles = corners.mean(axis=1)
        assert middles.round(3).tolist() == [[x, y] for x, y in zip(text.x, text.y, strict=True)]
        assert np.ptp(corners, axis=1).max() < 1


def test_words_are_told_by_a_sign_on_tiles_and_in_the_legend():
    rows = pd.DataFrame({"country_iso3": ["GRC", "BRA"], "value": ["host", "host-twice"]})
    figure = infosoc.plot.tile_map(rows, title="T").figure
    texts = [text for trace in figure.select_traces({"mode": "text"}) for text in trace.text]
    assert {"BRA<br>●", "GRC<br>▲", "TUV"} <= set(texts)
    legend = [trace.name for trace in figure.data if trace.type == "bar"]
    assert legend == ["● host twice", "▲ host", "no figure"]


def test_every_class_has_a_look_of_its_own():
    exhibit = infosoc.plot.world_map(online(), breaks=[20, 40, 60, 80], title="T")
    legend = [trace for trace in exhibit.figure.data if trace.type == "bar"]
    looks = {(trace.marker.color, trace.marker.pattern.shape) for trace in legend}
    assert len(looks) == len(legend) == 6


@pytest.mark.parametrize("draw", [infosoc.plot.world_map, infosoc.plot.tile_map])
@pytest.mark.parametrize("code", ["TUV", "RUS", "LIE"])
def test_a_country_is_pointed_out(draw, code):
    figure = draw(online(), breaks=[50], title="T", highlight=code).figure
    name = STATES.set_index("iso3").loc[code, "name"]
    ring, plate = figure.layout.shapes
    assert plate.label.text == f"<b>{name}</b>"
    assert (ring.xanchor, ring.yanchor) == (plate.xanchor, plate.yanchor)
    assert (ring.type, ring.x0, ring.x1) == ("circle", -ring.x1, ring.x1)


@pytest.mark.parametrize(
    ("frame", "options", "error", "says"),
    [
        (pd.DataFrame({"country_iso3": ["XYZ"], "value": [1.0]}), {}, UnknownNameError, "XYZ"),
        (
            pd.DataFrame({"country_iso3": ["KEN"] * 2, "value": [1.0, 2]}),
            {},
            TableShapeError,
            "KEN comes twice",
        ),
        (online(), {"breaks": [50, 20]}, TableShapeError, "not in order"),
        (online(), {"breaks": [1, 2, 3, 4, 5, 6]}, TableShapeError, "7 classes"),
        (online(), {"highlight": "ken"}, UnknownNameError, "ken"),
    ],
)
def test_what_cannot_be_drawn_is_refused(frame, options, error, says):
    with pytest.raises(error, match=says):
        infosoc.plot.world_map(frame, title="T", **options)


def test_no_shape_crosses_the_map():
    outlines = infosoc.load("country_outlines")
    spans = outlines.groupby(["country_iso3", "shape"])["x"].agg(lambda x: x.max() - x.min())
    assert spans.drop(("RUS", 0)).max() < 1.7
    assert spans["RUS"].max() < 2.2  # the 180th meridian is cut


@pytest.mark.parametrize("draw", [infosoc.plot.world_map, infosoc.plot.tile_map])
def test_years_are_written_as_years(draw):
    rows = pd.DataFrame({"country_iso3": ["KEN", "FIN"], "year": [1994, 2022]})
    exhibit = draw(rows, value="year", breaks=[2000], unit="year", title="Last figures")
    assert "lowest is Kenya with 1994, the highest Finland with 2022" in exhibit.summary
    figure = str(exhibit.figure.to_plotly_json())
    assert "<b>Kenya</b><br>1994" in figure
    assert draw is infosoc.plot.world_map or "KEN<br>1994" in figure
    assert "1,994" not in exhibit.evidence()["text/html"]
