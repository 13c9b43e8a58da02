"""An answer is told right from wrong, and what differs, for every kind of solution."""

import datetime as dt

import pandas as pd
import pytest

import infosoc
from infosoc.errors import UnknownNameError
from infosoc.learn import figure_parts
from infosoc.learn.comparing import compare
from infosoc.learn.figure_parts import FigureParts

TABLE = pd.DataFrame({"city": ["Geneva", "Tunis"], "days": [3, 3]})
SERIES = pd.Series({"Geneva": 3, "Tunis": 2})

WRONG = [
    (5, 6, "too low"),
    (7, 6, "too high"),
    ("6", 6, "a number is asked for, this is a str"),
    (True, 6, "a number is asked for"),
    (float("nan"), 6, "a number is asked for"),
    (2004, 2005, "one too early"),
    (2006, 2005, "one too late"),
    (2003, 2005, "too low"),
    (1, True, "True or False is asked for"),
    (False, True, "the other way round"),
    ("Geneve", "Geneva", "not the text"),
    (1, "Geneva", "a text is asked for"),
    ("2003-12-11", dt.date(2003, 12, 10), "the day is not"),
    ("2004-12-10", dt.date(2003, 12, 10), "the year is 1 off"),
    ("2001-01-01", pd.Timestamp("2003-12-10"), "too early"),
    ("soon", dt.date(2003, 12, 10), "a date is asked for"),
    (None, dt.date(2003, 12, 10), "a date is asked for"),
    (["a"], ["a", "b"], "1 of 2 items are missing"),
    (["a", "b", "c"], ["a", "b"], "1 items too many, for example 'c'"),
    (["a", "b", "b"], ["a", "b"], "more than once"),
    ("ab", ["a", "b"], "a list is asked for"),
    (SERIES.to_dict(), SERIES, "a pandas Series is asked for"),
    (SERIES.iloc[1:], SERIES, "1 of 2 names are missing"),
    (pd.concat([SERIES, pd.Series({"Atlantis": 1})]), SERIES, "for example 'Atlantis'"),
    (SERIES + 1, SERIES, "2 of 2 values differ, for example for 'Geneva'"),
    (pd.concat([SERIES, SERIES]), SERIES, "stands in the index more than once"),
    (SERIES, TABLE, "a pandas DataFrame is asked for"),
    (TABLE[["city"]], TABLE, "the column 'days' is missing"),
    (TABLE.head(1), TABLE, "1 rows are missing"),
    (pd.concat([TABLE, TABLE]), TABLE, "2 rows are too many"),
    (TABLE.assign(days=[3, 4]), TABLE, "in the column 'days' 1 of 2 values differ"),
]

RIGHT = [
    (6.0, 6),
    (" geneva", "Geneva"),
    ("2003-12-10", dt.date(2003, 12, 10)),
    (pd.Timestamp("2003-12-10 15:00"), dt.date(2003, 12, 10)),
    (("b", "a"), ["a", "b"]),
    (pd.Index(["a", "b"]), ["a", "b"]),
    (SERIES.iloc[::-1], SERIES),
    (TABLE.iloc[::-1].assign(more=1), TABLE),
    (True, True),
]


@pytest.mark.parametrize(("answer", "solution", "says"), WRONG)
def test_a_wrong_answer_is_told(answer, solution, says):
    assert says in compare(answer, solution).wrong


@pytest.mark.parametrize(("answer", "solution"), RIGHT)
def test_a_right_answer_is_right(answer, solution):
    assert compare(answer, solution).wrong is None


@pytest.mark.parametrize("solution", [SERIES, TABLE, ["a", "b"]], ids=["series", "table", "list"])
def test_order_counts_only_where_it_is_asked_for(solution):
    backwards = solution[::-1]
    assert compare(backwards, solution).wrong is None
    found = compare(backwards, solution, ordered=True)
    assert "not in the right order" in found.wrong
    assert compare(solution, solution, ordered=True).wrong is None


def test_what_is_right_is_told_too():
    assert compare(TABLE.head(1), TABLE).right == ["The columns are right."]
    assert compare(SERIES + 1, SERIES).right == ["The names are right."]
    assert compare(["a"], ["a", "b"]).right == ["1 of 2 are right."]


def test_missing_values_are_equal_to_missing_values():
    holes = TABLE.assign(days=[3, None])
    assert compare(holes, holes).wrong is None
    assert compare(TABLE, holes).wrong is not None


def test_an_exhibit_is_compared_by_its_table():
    events = infosoc.load("events").query("kind == 'summit'")
    exhibit = infosoc.plot.timeline(events, title="The Summit")
    assert compare(exhibit, exhibit.table).wrong is None
    assert "rows are missing" in compare(exhibit, pd.concat([exhibit.table] * 2)).wrong


def line(**changes):
    users = infosoc.load("internet_users_groups").query("group_code == 'WLD'")
    given = {"title": "People online", "unit": "percent", "bounds": (0, 100)} | changes
    return infosoc.plot.trend(given.pop("frame", users), **given)


ALL = ("kind", "names", "x", "y", "y_title", "y_from", "title")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"title": "People"}, "title: this is not the text"),
        ({"unit": "people"}, "text at the vertical axis: this is not the text"),
        ({"bounds": (-10, 100)}, "beginning of the vertical axis: the number is too low"),
        ({"frame": pd.DataFrame({"year": [2005], "value": [15.6]})}, "horizontal axis: 20 of 21"),
    ],
)
def test_a_property_of_a_picture_that_differs_is_told(changes, says):
    solution = FigureParts(line(), ALL)
    found = compare(line(**changes), solution)
    assert says in found.wrong
    assert "This is right: kind of picture." in found.right


def test_a_picture_is_right_as_exhibit_and_as_plotly_figure():
    solution = FigureParts(line(), ALL)
    assert compare(line(), solution).wrong is None
    assert compare(line().figure, solution).wrong is None


def test_another_kind_of_picture_and_no_picture_are_told():
    events = infosoc.load("events").query("kind == 'summit'")
    timeline = infosoc.plot.timeline(events, title="The Summit")
    solution = FigureParts(line(), ALL)
    assert compare(timeline, solution).wrong == "kind of picture: another kind is asked for."
    assert "a picture is asked for, this is a int" in compare(3, solution).wrong


def test_a_property_that_does_not_exist_is_refused():
    with pytest.raises(UnknownNameError, match="Did you mean 'title'"):
        FigureParts(line(), ["titel"])


def test_the_names_of_properties_are_all_in_words():
    assert set(figure_parts.NAMES) == set(figure_parts.READERS)
