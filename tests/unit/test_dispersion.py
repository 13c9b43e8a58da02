"""A chart of where words stand shows each count, each group, and nothing else."""

import numpy as np
import pandas as pd
import pytest

import infosoc
from infosoc.errors import TableShapeError, UnknownNameError

TERMS = infosoc.load("paragraph_terms")
PARAGRAPHS = infosoc.load("paragraphs")
FOUND = infosoc.where_words_stand(TERMS, ["gender", "security"])


def test_every_count_is_in_its_cell_and_the_rest_is_empty():
    (trace,) = infosoc.plot.dispersion(FOUND, PARAGRAPHS).figure.data
    cells = pd.DataFrame(np.array(trace.z), index=trace.y, columns=trace.x)
    for word, paragraph, count in FOUND.itertuples(index=False):
        assert cells.loc[word, str(paragraph)] == count
    assert int(cells.notna().sum().sum()) == len(FOUND)


def test_the_table_says_the_same_in_words():
    exhibit = infosoc.plot.dispersion(FOUND, PARAGRAPHS)
    assert exhibit.table.iloc[0].tolist() == ["gender", 8, 2, "6, 27 (7)"]
    assert "security in 8 (12 times)" in exhibit.summary
    assert exhibit.sources["id"].tolist() == ["undocs-a-res-70-125"]


def test_groups_are_named_once_and_divided():
    figure = infosoc.plot.dispersion(FOUND, PARAGRAPHS).figure
    names = [note.text for note in figure.layout.annotations]
    assert names == list(dict.fromkeys(PARAGRAPHS["section"]))
    assert len(figure.layout.shapes) == len(names) - 1


def test_names_of_many_small_groups_do_not_touch():
    along = pd.DataFrame({"paragraph": range(200), "section": [f"Part {n}" for n in range(200)]})
    found = pd.DataFrame({"word": ["x"], "paragraph": [3], "count": [1]})
    figure = infosoc.plot.dispersion(found, along).figure
    places = [note.x for note in figure.layout.annotations]
    assert min(np.diff(places)) >= 200 * 0.028
    assert "texttemplate" not in figure.data[0].to_plotly_json()


def test_labels_of_ones_own_paragraphs_are_escaped():
    along = pd.DataFrame({"paragraph": ["<b>1"], "section": ["<i>A"]})
    found = pd.DataFrame({"word": ["<u>x"], "paragraph": ["<b>1"], "count": [1]})
    exhibit = infosoc.plot.dispersion(found, along, title="<s>T")
    shown = exhibit.figure.to_json() + exhibit.evidence()["text/html"]
    for tag in ("<b>1", "<i>A", "<u>x", "<s>T", "\\u003ci\\u003eA"):
        assert tag not in shown


def test_tables_that_do_not_fit_are_refused():
    with pytest.raises(UnknownNameError, match="'word'"):
        infosoc.plot.dispersion(FOUND, PARAGRAPHS, row="words")
    with pytest.raises(TableShapeError, match="comes twice"):
        infosoc.plot.dispersion(pd.concat([FOUND, FOUND]), PARAGRAPHS)
    with pytest.raises(TableShapeError, match="Use both tables of one document"):
        infosoc.plot.dispersion(FOUND, PARAGRAPHS.head(3))
    with pytest.raises(TableShapeError, match="nothing to draw"):
        infosoc.plot.dispersion(FOUND.head(0), PARAGRAPHS)


def test_groups_can_be_left_out():
    figure = infosoc.plot.dispersion(FOUND, PARAGRAPHS, group=None).figure
    assert not figure.layout.annotations
    assert not figure.layout.shapes
