"""Very many events are counted in bars; nothing is lost on the way."""

import pandas as pd
import pytest

import infosoc
from infosoc.plot import dense_timelines, timelines


def many(count, lanes=3, first="1990-01-01", last="2025-12-31"):
    start = pd.date_range(first, last, periods=count).normalize()
    iso = start.strftime("%Y-%m-%d")
    return pd.DataFrame(
        {
            "title": [f"<b>Event</b> {n}" for n in range(count)],
            "date_start": iso,
            "date_end": "",
            "start": start,
            "end": start,
            "precision": "day",
            "topic": [f"lane-{n % lanes}" for n in range(count)],
        }
    )


def counted(exhibit):
    """Read the counts back from the hover texts."""
    texts = [text for trace in exhibit.figure.data for text in trace.hovertext]
    return sum(int(text.rsplit("<br>", 1)[1].split()[0].replace(",", "")) for text in texts)


def test_marks_are_drawn_up_to_the_limit_and_bars_beyond():
    few = infosoc.plot.timeline(many(timelines.MOST_MARKS))
    more = infosoc.plot.timeline(many(timelines.MOST_MARKS + 1))
    assert {trace.type for trace in few.figure.data} == {"scatter"}
    assert {trace.type for trace in more.figure.data} == {"bar"}
    assert "bars count them by quarter" in more.summary


@pytest.mark.parametrize(
    ("first", "step"),
    [("2010-01-01", "month"), ("1980-01-01", "quarter"), ("1850-01-01", "year")],
)
def test_no_event_is_lost(first, step):
    events = many(2000, first=first)
    assert dense_timelines.step_of(events) == step
    assert counted(infosoc.plot.timeline(events)) == len(events)


def test_centuries_are_counted_by_decade():
    events = many(2000, first="1700-01-01", last="2020-12-31")
    exhibit = infosoc.plot.timeline(events)
    assert "by decade" in exhibit.summary
    assert counted(exhibit) == len(events)


def test_bars_stay_within_their_lane():
    exhibit = infosoc.plot.timeline(many(3000))
    for number, trace in enumerate(exhibit.figure.data):
        tops = [trace.base + value for value in trace.y]
        assert min(tops) >= number * dense_timelines.LANE_HEIGHT + 20
        assert trace.base <= (number + 1) * dense_timelines.LANE_HEIGHT


def test_the_highest_bar_is_the_largest_count():
    exhibit = infosoc.plot.timeline(many(3000))
    heights = [-value for trace in exhibit.figure.data for value in trace.y]
    assert max(heights) == dense_timelines.BAR_ROOM


def test_very_many_lanes_share_one():
    exhibit = infosoc.plot.timeline(many(3000, lanes=500))
    assert len(exhibit.figure.data) == dense_timelines.MOST_LANES
    assert exhibit.figure.data[-1].name == "489 smaller lanes together"
    assert counted(exhibit) == 3000


def test_lane_names_are_escaped():
    events = many(2000).assign(topic="<script>alert(1)</script>")
    figure = infosoc.plot.timeline(events).figure.to_json()
    assert "<script" not in figure.replace("\\u003c", "<")


def test_the_table_has_every_event():
    events = many(2000)
    assert len(infosoc.plot.timeline(events).table) == len(events)
