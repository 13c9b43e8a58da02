"""Wild events still make a timeline: every event in its table, every text escaped."""

import json
import re

import pandas as pd
from hypothesis import example, given, settings
from hypothesis import strategies as st

import infosoc
from infosoc.data.dates import spans

TEXTS = st.one_of(
    st.sampled_from(
        [
            "<script>window.hacked = 1</script>",
            "<img src=x onerror='window.hacked = 2'>",
            "<b>bold</b><br>&amp; &lt;",
            "<a href='javascript:window.hacked=3'>link</a>",
            "$\\href{javascript:window.hacked=4}{x}$",
            "مرحبا بالعالم",
            "\N{RIGHT-TO-LEFT OVERRIDE}desrever\n\tx",
            "\N{FAMILY}\N{ZERO WIDTH JOINER}\N{GIRL}",
            "word " * 800,
            "w" * 4000,
            " ",
            "%{x} %{y}",
        ]
    ),
    st.text(min_size=1, max_size=30),
)
#: What our own figures write: bold words, line breaks.
OURS = re.compile(r"</?(?:b|i|br|extra|span)>|<span style=\"color:#[0-9a-f]{6}\">")
YEARS = st.integers(1400, 2100)
DAYS = st.one_of(
    YEARS.map(lambda year: f"{year:04d}"),
    st.tuples(YEARS, st.integers(1, 12)).map(lambda pair: "{:04d}-{:02d}".format(*pair)),
    st.dates(pd.Timestamp("1400-01-01").date(), pd.Timestamp("2100-12-31").date()).map(str),
)
EVENTS = st.lists(
    st.tuples(TEXTS, DAYS, st.one_of(st.none(), DAYS), TEXTS, st.integers(1, 3)),
    min_size=1,
    max_size=12,
)


def table(events):
    """Make the table that ``read_events`` would: an end before the start is left out."""
    rows = []
    for title, start, end, place, times in events:
        fits = end is not None and len(end) == len(start) and end > start
        # Some events stand there twice, letter by letter.
        rows += [(title, start, end if fits else None, place)] * times
    frame = pd.DataFrame(rows, columns=["title", "date_start", "date_end", "city"], dtype="str")
    frame["topic"] = "own-timeline"
    frame["source_ids"] = [()] * len(frame)
    return pd.concat([frame, spans(frame["date_start"], frame["date_end"])], axis=1)


def strings(part):
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list):
        for one in part.values() if isinstance(part, dict) else part:
            yield from strings(one)


def check_escaped(exhibit, figure):
    for text in strings(figure):
        assert "<" not in OURS.sub("", text), text[:200]
    shown = exhibit.evidence()["text/html"].casefold()
    assert "<script" not in shown
    assert "<img" not in shown
    config = exhibit.bundle()["application/vnd.plotly.v1+json"]["config"]
    if any(text.count("$") > 1 for text in strings(figure)):
        assert config["typesetMath"] is False


@settings(max_examples=40)
@given(events=EVENTS, title=TEXTS)
@example(events=[("A", "1400", None, "x", 3)], title="Same")
@example(events=[("A", "1400", None, "x", 1), ("A", "1400", "2047", "x", 1)], title="Long")
@example(events=[("A", "1400", None, "x", 1), ("B", "2100-12-31", None, "x", 1)], title="Far")
def test_every_event_is_there_and_every_text_is_escaped(events, title):
    frame = table(events)
    for draw in (infosoc.plot.timeline, infosoc.plot.periods):
        exhibit = draw(frame, title=title)
        figure = json.loads(exhibit.figure.to_json(validate=False))
        check_escaped(exhibit, figure)
    exhibit = infosoc.plot.timeline(frame, title=title)
    assert sorted(exhibit.table["event"]) == sorted(frame["title"])
    figure = json.loads(exhibit.figure.to_json(validate=False))
    marks = [day for trace in figure["data"] for day in trace["x"] if day is not None]
    assert len(marks) >= len(frame)
