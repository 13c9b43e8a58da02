"""A matrix says which rows and columns belong together."""

import numpy as np
import pandas as pd
import pytest

import infosoc
from infosoc.errors import TableShapeError, UnknownNameError

PAIRS = pd.DataFrame({"line": ["C3", "C3", "C8"], "goal": [4, 16, 11], "weight": [2.0, 5.0, 1.0]})


def shown(exhibit):
    """Return what stands in the filled cells, row by row; nothing may stand in an empty one."""
    trace = exhibit.figure.data[0]
    assert trace.texttemplate == "%{text}"
    texts = np.array(trace.text)
    assert (texts[np.isnan(trace.z)] == "").all()
    return texts[~np.isnan(trace.z)].tolist()


def test_pairs_get_a_tick_and_the_rest_nothing():
    exhibit = infosoc.plot.matrix(PAIRS, row="line", column="goal", title="T")
    assert shown(exhibit) == ["✓"] * 3
    assert exhibit.table.set_index("line").loc["C8"].tolist() == ["", "", "yes"]
    assert "3 of 6 pairs are filled. C3 has the most (2), C8 the fewest (1)." in exhibit.summary


def test_values_stand_in_the_cells():
    exhibit = infosoc.plot.matrix(PAIRS, row="line", column="goal", value="weight", unit="points")
    assert shown(exhibit) == ["2", "5", "1"]
    assert "The greatest is C3, 16, with 5 points." in exhibit.summary


def test_columns_keep_the_order_asked_for_and_may_be_empty():
    order = ["1", "4", "11", "16"]
    exhibit = infosoc.plot.matrix(PAIRS, row="line", column="goal", order=order)
    assert exhibit.table.columns.tolist() == ["line", *order]
    assert list(exhibit.figure.data[0].x) == order


def test_names_cannot_act_as_html():
    bad = PAIRS.assign(line="<script>x</script>", goal=[1, 2, 3])
    figure = infosoc.plot.matrix(bad, row="line", column="goal").figure
    assert "<script>" not in figure.to_json()
    assert "&lt;script&gt;" in figure.data[0].y[0]


@pytest.mark.parametrize(
    ("frame", "error", "says"),
    [
        (pd.concat([PAIRS, PAIRS]), TableShapeError, "C3 and 4 comes twice"),
        (PAIRS.assign(weight=-1), TableShapeError, "below zero"),
        (PAIRS.head(0), TableShapeError, "no rows"),
        (PAIRS.drop(columns="goal"), UnknownNameError, "goal"),
    ],
)
def test_bad_pairs_are_refused(frame, error, says):
    with pytest.raises(error, match=says):
        infosoc.plot.matrix(frame, row="line", column="goal", value="weight")


def test_kinds_have_signs_that_are_explained():
    pairs = PAIRS.assign(how=["lead", "co-lead", "lead"])
    signs = {"lead": "●", "co-lead": "○"}
    exhibit = infosoc.plot.matrix(pairs, row="line", column="goal", kind="how", signs=signs)
    assert shown(exhibit) == ["●", "○", "●"]
    assert exhibit.table.set_index("line").loc["C3"].tolist() == ["lead", "co lead", ""]
    assert exhibit.summary.endswith("By kind: lead (2), co lead (1).")
    assert [note.text for note in exhibit.figure.layout.annotations] == ["● lead    ○ co lead"]


def test_a_kind_without_a_sign_is_refused():
    pairs = PAIRS.assign(how=["lead", "co", "lead"])
    with pytest.raises(UnknownNameError, match="sign for the kind named 'co'"):
        infosoc.plot.matrix(pairs, row="line", column="goal", kind="how", signs={"lead": "●"})


def test_only_signs_in_use_are_explained():
    pairs = PAIRS.assign(how="lead")
    signs = {"lead": "●", "co": "○"}
    exhibit = infosoc.plot.matrix(pairs, row="line", column="goal", kind="how", signs=signs)
    assert [note.text for note in exhibit.figure.layout.annotations] == ["● lead"]
