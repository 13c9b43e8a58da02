"""A wheel has sectors of one size, and says in words what its rings hold."""

import numpy as np
import pandas as pd
import pytest

import infosoc
from infosoc.errors import TableShapeError, UnknownNameError
from infosoc.plot import wheels

RIGHTS = pd.DataFrame(
    {"name": ["Speech", "School", "Culture"], "article": [("19",), ("26",), ("27", "15")]}
)


def draw(frame=RIGHTS, **options):
    given = {"sector": "name", "rings": {"article": "Article"}, "center": "Rights"}
    return infosoc.plot.wheel(frame, **(given | options))


def test_every_field_has_its_words():
    exhibit = draw()
    words = [note.text for note in exhibit.figure.layout.annotations]
    assert {"<b>Rights</b>", "<b>Speech</b>", "27, 15"} <= set(words)
    assert len(exhibit.figure.data) == 2
    assert exhibit.table["Article"].tolist() == ["19", "26", "27, 15"]


def test_words_are_never_upside_down():
    tilts = [note.textangle or 0 for note in draw().figure.layout.annotations]
    assert all(abs((tilt + 180) % 360 - 180) <= 90 for tilt in tilts)


def test_the_fields_of_a_ring_have_one_size_and_do_not_overlap():
    trace = draw().figure.data[0]
    points = np.array([trace.x, trace.y], float)
    ends = np.flatnonzero(np.isnan(points[0]))
    assert len(ends) == 3
    areas = []
    for start, end in zip([0, *(ends[:-1] + 1)], ends, strict=True):
        x, y = points[:, start:end]
        areas.append(abs((x[:-1] * y[1:] - x[1:] * y[:-1]).sum()) / 2)
    assert np.allclose(areas, areas[0], rtol=1e-3)
    edges = np.linspace(wheels.MIDDLE, wheels.RIM, 3)
    whole = np.pi * (edges[1] ** 2 - edges[0] ** 2)
    assert sum(areas) == pytest.approx(whole, rel=0.01)


def test_an_empty_cell_says_none():
    frame = RIGHTS.assign(article=[("19",), (), None])
    words = [note.text for note in draw(frame).figure.layout.annotations]
    assert words.count("none") == 2


def test_names_cannot_act_as_html():
    assert "<script>" not in draw(RIGHTS.assign(name=["<script>", "b", "c"])).figure.to_json()


@pytest.mark.parametrize(
    ("frame", "options", "error", "says"),
    [
        (RIGHTS.head(1), {}, TableShapeError, "1 sectors"),
        (pd.concat([RIGHTS] * 3), {}, TableShapeError, "9 sectors"),
        (RIGHTS.assign(name="same"), {}, TableShapeError, "same"),
        (RIGHTS, {"rings": {"articles": "x"}}, UnknownNameError, "Did you mean 'article'"),
        (
            RIGHTS.assign(a=1, b=1, c=1),
            {"rings": {"article": "1", "a": "2", "b": "3", "c": "4"}},
            TableShapeError,
            "4 rings",
        ),
    ],
)
def test_what_makes_no_wheel_is_refused(frame, options, error, says):
    with pytest.raises(error, match=says):
        draw(frame, **options)
