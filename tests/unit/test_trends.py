"""Lines over the years say what they show and leave gaps open."""

from itertools import pairwise

import pandas as pd
import pytest

import infosoc
from infosoc.errors import TableShapeError, UnknownNameError
from infosoc.plot import trends


def figures(**changes):
    rows = {"year": [2003, 2005, 2006, 2005], "who": ["a", "a", "a", "b"], "value": [1, 3, 4, 2]}
    return pd.DataFrame({**rows, **changes})


def test_a_year_without_a_figure_is_a_gap():
    exhibit = infosoc.plot.trend(figures(), group="who", title="T")
    line = exhibit.figure.data[0]
    assert list(line.x) == [2003, 2004, 2005, 2006]
    assert line.y[1] is None
    assert line.connectgaps is False


def test_each_line_is_named_at_its_end_and_told_apart():
    exhibit = infosoc.plot.trend(figures(), group="who", title="T")
    names = [note.text for note in exhibit.figure.layout.annotations]
    assert sorted(names) == ["a", "b"]
    looks = {(t.line.color, t.line.dash, t.marker.symbol) for t in exhibit.figure.data}
    assert len(looks) == 2


def test_labels_at_the_ends_do_not_overlap():
    rows = pd.DataFrame({"year": 2005, "who": list("abcdef"), "value": [99.0, 100, 99, 98, 1, 1]})
    exhibit = infosoc.plot.trend(rows, group="who", title="T", bounds=(0, 100))
    heights = sorted(note.y for note in exhibit.figure.layout.annotations)
    room = 17 * 100 / 320 * 0.99
    assert all(b - a >= room for a, b in pairwise(heights))
    assert heights[-1] <= 100


def test_a_long_label_gets_the_room_of_its_lines():
    names = ["a label that needs two lines at least", "short"]
    rows = pd.DataFrame({"year": 2005, "who": names, "value": [50.0, 50.0]})
    exhibit = infosoc.plot.trend(rows, group="who", title="T", bounds=(0, 100))
    low, high = sorted(note.y for note in exhibit.figure.layout.annotations)
    assert high - low >= 1.5 * 17 * 100 / 320 * 0.99


def test_the_summary_tells_the_first_and_the_last_figure():
    exhibit = infosoc.plot.trend(figures(), group="who", title="T", unit="percent")
    assert "2 lines from 2003 to 2006" in exhibit.summary
    assert "a: 1 in 2003, 4 in 2006. b: 2 in 2005." in exhibit.summary


def test_the_table_holds_the_rows_that_are_drawn():
    table = infosoc.plot.trend(figures(), group="who", title="T").table
    assert table["year"].tolist() == [2003, 2005, 2006]
    assert table["a"].tolist() == [1, 3, 4]


def test_the_sources_of_a_table_come_with_it():
    users = infosoc.load("internet_users")
    exhibit = infosoc.plot.trend(users[users.country_iso3 == "KEN"], title="Kenya")
    assert exhibit.sources["id"].tolist() == ["world-bank-internet-users"]


@pytest.mark.parametrize(
    ("frame", "error", "says"),
    [
        (figures(year=2005), TableShapeError, "comes twice"),
        (figures(value=None), TableShapeError, "is empty"),
        (figures().head(0), TableShapeError, "no rows"),
        (figures().rename(columns={"who": "whom"}), UnknownNameError, "no column named 'who'"),
    ],
)
def test_bad_figures_are_refused(frame, error, says):
    with pytest.raises(error, match=says):
        infosoc.plot.trend(frame, group="who", title="T")


def test_more_lines_than_can_be_told_apart_are_refused():
    rows = pd.DataFrame({"year": 2005, "who": list("abcdefghi"), "value": 1})
    with pytest.raises(TableShapeError, match="9 lines cannot be told apart"):
        infosoc.plot.trend(rows, group="who", title="T")


@pytest.mark.parametrize(
    ("years", "ticks"), [((2000,), 1), ((2000, 2011), 1), ((2000, 2020), None)]
)
def test_of_few_years_each_has_one_tick(years, ticks):
    frame = pd.DataFrame({"year": years, "value": [1.0] * len(years)})
    axis = infosoc.plot.trend(frame).figure.layout.xaxis
    assert axis.dtick == ticks


def test_large_figures_are_written_without_powers_of_ten():
    frame = pd.DataFrame({"year": [2000, 2001], "value": [49_850.0, 133_212.7]})
    exhibit = infosoc.plot.trend(frame, unit="current US dollars")
    assert "49,850" in exhibit.summary
    assert "133,200" in exhibit.summary
    # plotly's "r" rounds like that too; its "g" would write 1.332e+5.
    assert ",.4~r}" in exhibit.figure.data[0].hovertemplate


@pytest.mark.parametrize(
    ("values", "alone"),
    [
        ([1.0, 2, 3], []),
        ([1.0, None, 3], [2000, 2002]),
        ([None, 2, None], [2001]),
        ([1.0, 2, None], []),
    ],
)
def test_in_a_live_picture_only_figures_that_no_line_reaches_have_marks(values, alone):
    wide = pd.DataFrame({"a": values, "b": [4.0, 4, 4]}, index=[2000, 2001, 2002])
    names = {"a": "a", "b": "b"}
    first, second, marks, _ = trends.draw(wide, names, "T", "", (0, 5), live=True).traces
    assert first["mode"] == second["mode"] == "lines"
    assert marks["x"] == alone
    assert marks["y"] == [wide.loc[year, "a"] for year in alone]
    assert set(marks["marker"]["color"]) <= {first["line"]["color"]}
    saved = trends.draw(wide, names, "T", "", (0, 5)).traces
    assert [line["mode"] for line in saved] == ["lines+markers"] * 2
