"""Exercises, the navigator and the explorer do what they say."""

import pandas as pd
import pytest

import infosoc
from infosoc.errors import UnknownNameError
from infosoc.live import WIDGET_MIME
from infosoc.plot import timelines


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


def test_a_redraw_has_two_traces_with_a_look_for_every_mark(explorer):
    assert len(explorer.figure.data) == 2
    for trace in explorer.figure.data:
        marks, marker = len(trace["x"]), trace["marker"]
        assert marks == len(marker["color"]) == len(marker["symbol"])
        assert marks == len(trace["error_x"]["array"]) == len(trace["hovertext"])
    filled, hollow = explorer.figure.data
    assert not any(symbol.endswith("-open") for symbol in filled["marker"]["symbol"])
    assert all(symbol.endswith("-open") for symbol in hollow["marker"]["symbol"])


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
    monkeypatch.setattr(explorer, "_redraw", lambda events: calls.append(len(events)))
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
