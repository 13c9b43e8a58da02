"""Plans add up, handouts fit a page, and both come out of the lessons themselves."""

import pandas as pd
import pytest

import infosoc
from infosoc.errors import UnknownNameError
from infosoc.learn.lesson_file import lesson_path, sections
from infosoc.learn.plans import PlanError


@pytest.mark.parametrize("minutes", [45, 60, 90, 120, 180])
def test_a_plan_adds_up_and_follows_the_clock(minutes):
    plan = infosoc.learn.plan(minutes, start="14:30").table
    assert plan["minutes"].sum() == minutes
    clock = pd.to_datetime(plan["time"], format="%H:%M")
    gaps = clock.diff().dt.total_seconds().div(60).tolist()[1:]
    assert gaps == plan["minutes"].tolist()[:-1]
    assert plan["time"].iloc[0] == "14:30"


def test_a_long_plan_has_a_pause_and_a_short_one_has_none():
    assert "pause" in set(infosoc.learn.plan(120).table["what"])
    assert "pause" not in set(infosoc.learn.plan(90).table["what"])


def test_a_short_plan_leaves_out_what_may_be_skipped_and_says_so():
    page = infosoc.learn.plan(40)
    activities = infosoc.load("activities")
    first = activities[activities.lesson == "01-world-summit"]
    needed = set(first[~first.may_skip]["section"])
    assert needed <= set(page.table["part"])
    assert "Left out:" in str(page)
    assert "Debate (12 min)" in str(page)


def test_what_groups_get_wrong_stands_below():
    assert "The Summit meets every year" in infosoc.learn.plan(60).html


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        ((20,), PlanError, "too short. Take at least"),
        ((60, "01-world-sumit"), UnknownNameError, "Did you mean '01-world-summit'"),
        ((60, "01-world-summit", "9 o'clock"), PlanError, "is not a time of day"),
        ((60, "01-world-summit", "25:00"), PlanError, "is not a time of day"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(arguments, error, says):
    with pytest.raises(error, match=says):
        infosoc.learn.plan(*arguments)


FULL = [name for name in infosoc.load("lessons")["id"] if name != "00-start-here"]


@pytest.mark.parametrize("lesson", FULL)
def test_activities_name_sections_and_add_up_to_the_lesson(lesson):
    activities = infosoc.load("activities")
    mine = activities[activities.lesson == lesson]
    assert not set(mine["section"]) - set(sections(lesson))
    minutes = infosoc.load("lessons").set_index("id").loc[lesson, "minutes"]
    assert mine[mine.kind != "debate"]["minutes"].sum() == minutes
    assert mine["order"].tolist() == list(range(1, len(mine) + 1))


@pytest.mark.parametrize("lesson", FULL)
def test_a_handout_has_key_points_words_and_two_motions(lesson):
    handout = infosoc.learn.handout(lesson).table
    counts = handout["part"].value_counts()
    assert counts["Key points"] >= 3
    assert counts["Words to know"] >= 3
    assert counts["Debate"] == 2
    assert len(" ".join(handout["text"]).split()) < 450  # one page
    assert not handout["text"].str.contains(r"\]\(|<", regex=True).any()


@pytest.mark.parametrize("lesson", FULL)
def test_every_lesson_tells_teachers_what_groups_get_wrong(lesson):
    assert (infosoc.load("misconceptions")["lesson"] == lesson).sum() >= 2


def test_folded_answers_are_not_part_of_a_section():
    assert "A possible answer" not in "".join(sections("01-world-summit").values())


def test_a_lesson_that_does_not_exist_is_named():
    with pytest.raises(UnknownNameError, match="Did you mean '01-world-summit'"):
        lesson_path("01-world-summitt")
