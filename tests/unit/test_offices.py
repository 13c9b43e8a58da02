"""Who is named in an office: evidence, gaps and doubts are told apart."""

import pandas as pd
import pytest

import infosoc
from infosoc.data.dates import spans
from infosoc.errors import TableShapeError, UnknownNameError


def periods(*rows):
    columns = ["who", "role", "date_start", "date_end"]
    frame = pd.DataFrame(rows, columns=columns)
    return pd.concat([frame, spans(frame.date_start, frame.date_end)], axis=1)


def draw(*rows, **options):
    return infosoc.plot.offices(periods(*rows), name="who", **options)


def test_a_gap_of_a_year_is_told_and_a_shorter_one_is_not():
    exhibit = draw(
        ("A", "chair", "2001", "2002"),
        ("B", "chair", "2003-06", "2004"),
        ("A", "chair", "2007-03-01", None),
    )
    assert "In 1 gaps of a year or more no source names one" in exhibit.summary
    assert "the longest is from December 2004 to March 2007" in exhibit.summary
    grey = [shape for shape in exhibit.figure.layout.shapes if shape.opacity]
    assert [(shape.x0, shape.x1) for shape in grey] == [("2004-12-31", "2007-03-01")]


def test_two_names_at_one_time_are_a_doubt():
    exhibit = draw(("A", "chair", "2001", "2003"), ("B", "co-chair", "2002-05-06", None))
    assert "In May 2002 more than one is named: A as chair, B as co-chair." in exhibit.summary
    assert "which?" in exhibit.figure.to_json()


def test_a_change_within_a_month_is_no_doubt():
    exhibit = draw(("A", "chair", "2001-05", "2002-05"), ("B", "chair", "2002-05", "2003-05"))
    assert "more than one" not in exhibit.summary
    assert "which?" not in exhibit.figure.to_json()


def test_a_deputy_casts_no_doubt():
    exhibit = draw(("A", "chair", "2001", "2003"), ("B", "vice-chair", "2002-05-06", None))
    assert "more than one" not in exhibit.summary


def test_only_a_change_that_a_source_tells_of_gets_a_stroke():
    frame = periods(("A", "chair", "2001", "2002"), ("B", "chair", "2003", "2004"))
    frame = frame.assign(start_kind="first-seen", end_kind=["known", "last-seen"])
    exhibit = infosoc.plot.offices(frame, name="who")
    strokes = [trace for trace in exhibit.figure.data if trace.type == "scatter"]
    assert [trace.x for trace in strokes] == [("2003-01-01",)]


def test_a_day_is_told_as_a_day_and_a_month_as_a_month():
    table = draw(("A", "chair", "2001-02-03", "2002-05"), ("B", "vice-chair", "2002", None)).table
    assert table[["from", "to"]].to_numpy().tolist() == [
        ["3 February 2001", "May 2002"],
        ["2002", "2002"],
    ]


def test_the_chair_of_the_group_shows_both_known_doubts():
    chairs = infosoc.load("ungis_chairs")
    summary = infosoc.plot.offices(chairs, name="organization_id").summary
    assert "In September 2009 more than one is named: itu as chair, unctad as co-chair" in summary
    assert "In June 2011 more than one is named: itu as chair, unesco as co-chair." in summary
    assert "the longest is from May 2013 to July 2019" in summary


def test_names_cannot_act_as_html():
    figure = draw(("<script>x</script>", "chair", "2001", None)).figure.to_json()
    assert "<script>" not in figure


@pytest.mark.parametrize(
    ("frame", "options", "error", "says"),
    [
        (periods(("A", "king", "2001", None)), {}, UnknownNameError, "king"),
        (periods(("A", "vice-chair", "2001", None)), {}, TableShapeError, "'chair'"),
        (periods(("A", "chair", "2001", None)).head(0), {}, TableShapeError, "no rows"),
        (
            periods(("A", "a", "2001", None)),
            {"roles": ["a", "b", "c", "d"]},
            TableShapeError,
            "4 roles",
        ),
    ],
)
def test_bad_rows_are_refused(frame, options, error, says):
    with pytest.raises(error, match=says):
        infosoc.plot.offices(frame, name="who", **options)
