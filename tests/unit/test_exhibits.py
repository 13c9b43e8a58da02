"""Pictures carry their evidence, are the same each time, and execute nothing."""

import json

import pandas as pd
import pytest

import infosoc
from infosoc.errors import TableShapeError, UnknownNameError
from infosoc.exhibit import PLOTLY_MIME
from infosoc.plot import lanes, timelines

HOSTILE = '<img src=x onerror="alert(1)"><script>alert(2)</script>'


@pytest.fixture
def events():
    return infosoc.load("events")


@pytest.fixture
def exhibit(events):
    return infosoc.plot.timeline(events[events.topic == "wsis"], title="The Summit")


def everything(exhibit):
    return json.dumps(exhibit.bundle()) + exhibit.evidence()["text/html"]


def test_it_is_the_same_each_time(events, exhibit):
    again = infosoc.plot.timeline(events[events.topic == "wsis"], title="The Summit")
    assert everything(exhibit) == everything(again)


def test_the_figure_has_a_text_for_those_who_do_not_see_it(exhibit):
    bundle = exhibit.bundle()
    assert exhibit.summary in bundle["text/plain"]
    assert bundle[PLOTLY_MIME]["data"]


def test_the_figure_is_light(exhibit):
    template = json.dumps(exhibit.bundle()[PLOTLY_MIME]["layout"]["template"])
    assert len(template) < 2000


def test_the_table_can_be_read_aloud(exhibit):
    shown = exhibit.evidence()["text/html"]
    assert "<caption style=text-align:left>The Summit." in shown
    assert "<th scope=col" in shown
    assert "<th></th>" not in shown


def test_the_sources_are_those_of_the_rows(events, exhibit):
    named = {source for ids in events[events.topic == "wsis"].source_ids for source in ids}
    assert set(exhibit.sources.id) == named
    assert f"Sources ({len(named)})" in exhibit.evidence()["text/html"]


def test_the_rows_are_those_that_are_drawn(exhibit):
    drawn = sum(len(trace.x) for trace in exhibit.figure.data)
    assert drawn == len(exhibit.table)


def test_hostile_text_is_only_text(events):
    hostile = events.head(3).assign(title=HOSTILE, city=HOSTILE)
    for exhibit in (
        infosoc.plot.timeline(hostile, title=HOSTILE),
        infosoc.plot.periods(hostile, title=HOSTILE),
        infosoc.plot.bars(
            pd.DataFrame({"name": [HOSTILE], "n": [1]}), value="n", label="name", title=HOSTILE
        ),
    ):
        rendered = json.dumps(exhibit.bundle()[PLOTLY_MIME]) + exhibit.evidence()["text/html"]
        assert "<img" not in rendered
        assert "<script" not in rendered
        assert "&lt;img" in rendered


def test_drawing_changes_nothing(events):
    before = events.copy(deep=True)
    infosoc.plot.timeline(events)
    infosoc.plot.periods(events.head(5))
    pd.testing.assert_frame_equal(events, before)


@pytest.mark.parametrize("plot", [infosoc.plot.timeline, infosoc.plot.periods])
def test_nothing_to_draw_is_said(events, plot):
    with pytest.raises(TableShapeError, match="nothing to draw"):
        plot(events.head(0))


def test_a_missing_column_is_named(events):
    with pytest.raises(UnknownNameError, match=r"no column named 'topics'.*Did you mean 'topic'"):
        infosoc.plot.timeline(events, lane="topics")


def test_the_summary_counts_what_is_there(events):
    exhibit = infosoc.plot.timeline(events)
    assert f"Timeline of {len(events)} events" in exhibit.summary
    busiest = events.start.dt.year.value_counts()
    assert f"Most begin in {busiest.idxmax()} ({busiest.max()} events)" in exhibit.summary
    loose = (events.precision != "day").sum()
    assert f"For {loose} of them only the month or the year is known" in exhibit.summary


@pytest.mark.parametrize("count", [5, 60, 10_000])
def test_marks_of_a_lane_do_not_touch(events, count):
    many = pd.concat([events] * (count // len(events) + 1)).head(count)
    drawn = timelines.with_hover(timelines.in_order(many))
    items = lanes.by_lane(lanes.items_of(drawn, "topic"))
    keys = timelines.lane_keys(drawn, "topic")
    for lane in lanes.arrange(items, keys, {}, labels=False, size=lanes.SMALL):
        last_end: dict[int, int] = {}
        for spot, item in zip(lane.spots, lane.items, strict=True):
            assert spot.row not in last_end or item.start >= last_end[spot.row]
            last_end[spot.row] = max(item.end, last_end.get(spot.row, item.end))
            assert lane.top <= spot.y <= lane.top + lane.height


def trace_of(exhibit, hollow):
    found = [t for t in exhibit.figure.data if t.marker.symbol.endswith("-open") is hollow]
    assert len(found) == 1
    return found[0]


def test_precision_is_drawn_honestly(events):
    base = events[events.id == "geneva-summit-2003"]
    month = base.assign(
        date_start="2003-12",
        date_end=None,
        start=pd.Timestamp("2003-12-01"),
        end=pd.Timestamp("2003-12-31"),
        precision="month",
    )
    day = trace_of(infosoc.plot.timeline(base), hollow=False)
    assert day.x[0] == "2003-12-10"
    assert day.error_x.array[0] == 2 * 86_400_000
    loose = trace_of(infosoc.plot.timeline(month), hollow=True)
    assert loose.x[0] == "2003-12-16"
    assert loose.error_x.array[0] == 15 * 86_400_000
    assert "December 2003" in loose.hovertext[0]
    assert "10" not in infosoc.plot.timeline(month).table.loc[0, "date"]


def test_a_timeline_of_one_day_names_days_and_no_hours(events):
    base = events[events.id == "geneva-summit-2003"]
    day = base.assign(date_end=None, end=base["start"])
    assert infosoc.plot.timeline(day).figure.layout.xaxis.dtick == timelines.DAY
    assert infosoc.plot.timeline(events).figure.layout.xaxis.dtick is None


def test_a_topic_keeps_its_colour(events):
    alone = infosoc.plot.timeline(events[events.topic == "igf"])
    among = infosoc.plot.timeline(events)
    color = next(t.marker.color for t in among.figure.data if t.name == "IGF")
    assert {t.marker.color for t in alone.figure.data} == {color}


def test_an_end_that_is_not_known_is_shown_as_such(events):
    chair = events.head(1).assign(end=pd.NaT)
    exhibit = infosoc.plot.periods(chair)
    assert exhibit.table.loc[0, "to"] == "not known"
    assert "For 1 of them the end is not known." in exhibit.summary
    assert exhibit.figure.data[0].marker.pattern.shape == ("/",)
    assert "end not known" in exhibit.figure.data[1].text[0]


def test_a_period_that_has_no_end_is_not_one_whose_end_is_unknown(events):
    lasting = events.head(1).assign(end=pd.NaT)
    exhibit = infosoc.plot.periods(lasting, no_end="no end set")
    assert exhibit.table.loc[0, "to"] == "no end set"
    assert "For 1 of them: no end set." in exhibit.summary
    assert exhibit.figure.data[1].text[0].endswith(", no end set")


def test_a_period_that_ends_before_it_starts_is_refused(events):
    wrong = events.head(1).assign(end=pd.Timestamp("1900-01-01"))
    with pytest.raises(TableShapeError, match="before it starts"):
        infosoc.plot.periods(wrong)


def test_bars_say_what_is_not_known():
    frame = pd.DataFrame({"name": ["a", "b"], "n": [3, None]})
    exhibit = infosoc.plot.bars(frame, value="n", label="name", unit="people")
    assert exhibit.table["n (people)"].tolist() == ["3", "not known"]
    assert "The largest is a with 3 people." in exhibit.summary


@pytest.mark.parametrize(
    ("frame", "says"),
    [
        ({"name": ["a"], "n": [-1]}, "below zero"),
        ({"name": ["a", "a"], "n": [1, 2]}, "comes twice"),
    ],
)
def test_bars_refuse_what_they_cannot_show(frame, says):
    with pytest.raises(TableShapeError, match=says):
        infosoc.plot.bars(pd.DataFrame(frame), value="n", label="name")


def test_counts_are_drawn_with_the_sources_of_their_rows():
    events = infosoc.load("events").query("topic == 'unesco-in-wsis'")
    exhibit = infosoc.plot.counts(events, by="city", unit="events", title="T", most=2)
    expected = events["city"].value_counts()
    assert exhibit.table.iloc[0].tolist() == [expected.index[0], str(expected.iloc[0])]
    assert len(exhibit.table) == 2
    assert f"{expected.size - 2} more have fewer" in exhibit.summary
    assert f"{events['city'].isna().sum()} events have no value" in exhibit.summary
    assert set(exhibit.sources["id"]) == set(events["source_ids"].explode())


def test_a_list_counts_for_each_of_its_values():
    frame = pd.DataFrame({"themes": [("a", "b"), ("a",), ()]})
    exhibit = infosoc.plot.counts(frame, by="themes", unit="sessions")
    assert exhibit.table.to_numpy().tolist() == [["a", "2"], ["b", "1"]]
    assert "1 sessions have no value" in exhibit.summary


def test_a_lane_can_be_drawn_through_the_others(events):
    shown = events[events.topic.isin(["wsis", "unesco-in-wsis"])]
    plain = infosoc.plot.timeline(shown)
    crossed = infosoc.plot.timeline(shown, through="wsis", labels=["wsis"])
    summit = shown[shown.topic == "wsis"]
    assert len(crossed.figure.layout.shapes) - len(plain.figure.layout.shapes) == len(summit)
    day = next(shape for shape in crossed.figure.layout.shapes if shape.x0 == "2003-12-10")
    assert day.x1 == "2003-12-13"
    titled = {trace.name for trace in crossed.figure.data if trace.text}
    assert titled == {"World Summit"}


def test_a_lane_that_is_not_there_is_named(events):
    for options in ({"through": "wsiss"}, {"labels": ["wsiss"]}):
        with pytest.raises(UnknownNameError, match="Did you mean 'wsis'"):
            infosoc.plot.timeline(events, **options)


def test_a_legend_of_many_names_gets_the_rows_that_it_needs():
    few = pd.DataFrame({"year": ["a", "b"], "kind": ["x", "y"], "n": [1, 2]})
    many = pd.DataFrame({"year": list("abcdef"), "kind": [f"kind of people {i}" for i in range(6)]})
    tops = [
        infosoc.plot.bars(frame, value="n", label="year", group="kind").figure.layout.margin.t
        for frame in (few, many.assign(n=1))
    ]
    assert tops[1] - tops[0] == 20


def test_the_text_of_the_longest_bar_fits_on_a_small_screen():
    frame = pd.DataFrame({"name": ["a"], "n": [50_000], "word": ["considerably-more-than"]})
    figure = infosoc.plot.bars(frame, value="n", label="name", prefix="word").figure
    text = len("considerably more than 50,000") * 7
    assert 600 * (1 - 50_000 / figure.layout.xaxis.range[1]) >= text
