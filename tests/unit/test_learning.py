"""Exercises, the navigator and the explorer do what they say."""

import json

import pandas as pd
import pytest

import infosoc
from infosoc.errors import UnknownNameError
from infosoc.explore.figure_widget import MOST_KEPT
from infosoc.live import WIDGET_MIME
from infosoc.plot import lanes, live_timelines, style, timelines


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (5, "too low"),
        (7, "too high"),
        ("6", "a number is asked for"),
        (True, "a number is asked for"),
        (float("nan"), "a number is asked for"),
    ],
)
def test_a_wrong_number_is_told_apart(answer, says):
    assert says in str(infosoc.learn.check("world-summit-days", answer))


def test_a_wrong_series_is_told_apart():
    events = infosoc.load("events")
    kept = (events.topic == "wsis") & (events.kind == "preparatory-meeting")
    good = events[kept].city.value_counts()
    check = infosoc.learn.check
    assert str(check("world-summit-places", good)) == "✓ Right."
    assert str(check("world-summit-places", good.sample(frac=1, random_state=1))) == "✓ Right."
    assert "names are missing" in str(check("world-summit-places", good.iloc[1:]))
    assert "values differ" in str(check("world-summit-places", good + 1))
    more = pd.concat([good, pd.Series({"Atlantis": 1})])
    assert "too many, for example 'Atlantis'" in str(check("world-summit-places", more))
    assert "a pandas Series is asked for" in str(check("world-summit-places", good.to_dict()))


def test_an_unknown_exercise_is_named():
    with pytest.raises(UnknownNameError, match="no exercise named"):
        infosoc.learn.check("world-summit-day", 6)


def test_the_navigator_shows_every_topic_and_links_what_is_ready():
    page = infosoc.learn.navigator()
    for title in infosoc.load("topics")["title"]:
        assert title.replace("'", "&#x27;") in page.html
    ready = set(infosoc.load("lessons")["id"]) & set(infosoc.load("topics")["lesson"])
    assert page.html.count("<a href=") == len(ready)
    assert page.table["events"].sum() == len(infosoc.load("events"))


@pytest.fixture
def explorer():
    return infosoc.explore.timeline(infosoc.load("events"))


def test_the_explorer_filters_by_topic_years_and_word(explorer):
    explorer.topics["igf"].value = False
    assert "igf" not in set(explorer.chosen()["topic"])
    explorer.years.value = (2003, 2005)
    assert explorer.chosen()["start"].dt.year.max() <= 2005
    assert explorer.chosen()["end"].dt.year.min() >= 2003
    explorer.search.value = "GENEVA"
    left = explorer.chosen()
    assert 0 < len(left) < 60
    assert f"{len(left)} of" in explorer.count.value
    drawn = sum(len(trace["x"]) for trace in explorer.figure.data)
    assert drawn == len(left)


def test_the_explorer_says_when_nothing_is_left_and_comes_back(explorer):
    explorer.search.value = "no such word"
    assert explorer.count.value.startswith("0 of")
    assert "press Reset" in explorer.count.value
    explorer.reset.click()
    assert len(explorer.chosen()) == len(infosoc.load("events"))
    assert sum(len(trace["x"]) for trace in explorer.figure.data) == len(infosoc.load("events"))


def strokes(explorer):
    """The paths of a live timeline as lists of strokes, by their colour and width."""
    paths = json.loads(explorer.figure.sent)["strokes"]
    return {(path["stroke"], path["stroke-width"]): path["d"].split("M")[1:] for path in paths}


def test_a_live_timeline_has_a_stroke_for_every_event(explorer):
    events = explorer.chosen()
    found = strokes(explorer)
    marks = {color: path for (color, width), path in found.items() if width == lanes.SMALL.mark}
    assert sum(map(len, marks.values())) == len(events)
    per_lane = events["topic"].map(timelines.lane_keys(events, "topic").index).value_counts()
    for number, count in per_lane.items():
        assert len(marks[style.mark(number).color]) == count
    loose = (events["precision"] != "day").sum()
    assert len(found[style.MUTED, live_timelines.THIN]) == loose
    assert len(found[style.PAPER, lanes.SMALL.mark * live_timelines.HOLE]) == loose
    dots = sum("Z" in stroke for path in marks.values() for stroke in path)
    lasting = (events["precision"] == "day") & (events["end"] > events["start"])
    assert dots == len(events) - lasting.sum()


def test_words_of_a_live_timeline_belong_to_their_mark(explorer):
    explorer.topics["igf"].value = False
    events = explorer.chosen()
    (hover,) = explorer.figure.data
    words = [explorer.figure.texts[place] for place in hover["customdata"]]
    assert sorted(words) == sorted(events["hover"])
    exact = events[events["precision"] == "day"]
    for day, word in zip(hover["x"], words, strict=True):
        (row, *_) = (events["hover"] == word).to_numpy().nonzero()[0]
        if events.iloc[row].name in exact.index:
            assert f"{events.iloc[row]['start']:%Y-%m-%d}" == day


def test_few_events_of_a_live_timeline_have_marks_with_titles(explorer):
    explorer.search.value = "tunis agenda"
    assert 0 < len(explorer.chosen()) <= timelines.MOST_LABELLED
    texts = [text for trace in explorer.figure.data for text in trace["text"]]
    assert len(texts) == len(explorer.chosen())
    assert strokes(explorer) == {}
    assert "open mark" in explorer.legend.value.casefold()


def test_without_events_nothing_is_drawn(explorer):
    explorer.search.value = "no such word"
    assert explorer.chosen().empty
    assert strokes(explorer) == {}
    assert explorer.figure.data == []


def test_many_pictures_of_a_live_timeline_are_not_kept(explorer):
    for number in range(1, MOST_KEPT + 3):
        for bit, box in enumerate(explorer.topics.values()):
            box.value = bool(number >> bit & 1)
    kept = explorer._drawn.cache_info()
    assert kept.misses > kept.currsize == MOST_KEPT


def test_an_explorer_counts_very_many_events_in_bars_and_few_as_marks():
    many = pd.concat([infosoc.load("events")] * 5, ignore_index=True)
    explorer = infosoc.explore.timeline(many)
    assert {trace["type"] for trace in explorer.figure.data} == {"bar"}
    explorer.search.value = "geneva"
    assert 0 < len(explorer.chosen()) < timelines.MOST_MARKS
    assert {trace["type"] for trace in explorer.figure.data} == {"scatter"}
    assert "yaxis" in explorer.figure.drawn["layout"]


def test_a_change_redraws_once(explorer, monkeypatch):
    calls = []
    monkeypatch.setattr(explorer, "_redraw", lambda: calls.append(1))
    explorer.topics["igf"].value = False
    assert len(calls) == 1
    explorer.reset.click()
    assert len(calls) == 2


def test_a_search_is_a_word_and_not_a_pattern(explorer):
    explorer.search.value = "("
    assert explorer.chosen()["title"].str.contains("(", regex=False).any() or not len(
        explorer.chosen()
    )


def test_a_live_part_is_shown_with_its_plain_form(explorer, monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, raw: shown.append(bundle))
    explorer._ipython_display_()
    assert set(shown[0]) == {WIDGET_MIME, "text/html", "text/plain"}
    assert "Run this cell" in shown[0]["text/plain"]
