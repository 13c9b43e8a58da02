"""Plans add up, handouts fit a page, and both come out of the lessons themselves."""

import pandas as pd
import pytest

import infosoc
from infosoc.errors import UnknownNameError
from infosoc.html import escape
from infosoc.learn import handouts, quiz_file
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


def test_a_plan_marks_what_may_be_skipped():
    plan = infosoc.learn.plan(90).table.set_index("part")["may_skip"]
    activities = infosoc.load("activities").query("lesson == '01-world-summit'")
    for row in activities.itertuples():
        assert plan[row.section] == row.may_skip
    assert not plan.iloc[[0, -1]].any()
    assert "<td" in infosoc.learn.plan(90).html.partition("may skip")[2]


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
def test_a_handout_has_key_points_words_two_questions_and_two_motions(lesson):
    page = infosoc.learn.handout(lesson)
    handout = page.table
    counts = handout["part"].value_counts()
    assert counts["Key points"] >= 3
    assert counts["Words to know"] >= 3
    assert counts["Debate"] == 2
    assert counts["Questions"] == counts["Answers"] == 2
    for text in handout["text"][handout["part"] != "Questions"]:
        assert escape(text) in page.printed or any(
            escape(p) in page.printed for p in text.split(": ")
        )
    assert not handout["text"].str.contains(r"\]\(|<", regex=True).any()


def test_questions_on_paper_of_each_kind():
    papers = {one.kind: handouts._on_paper(one) for one in quiz_file.read("world-summit")}
    assert set(papers) == {"single", "true-false", "several", "order", "number"}
    for one in quiz_file.read("world-summit"):
        paper = handouts._on_paper(one)
        letters = "ABCDEFGHIJ"[: len(paper.choices)]
        match one.kind:
            case "single":
                assert [option.right for option in one.options][letters.index(paper.answer)]
            case "several":
                right = {letters[n] for n, option in enumerate(one.options) if option.right}
                assert set(paper.answer.split(", ")) == right
            case "true-false":
                assert paper.answer == str(one.right)
                assert paper.choices == ()
            case "order":
                given = [
                    paper.choices[letters.index(letter)] for letter in paper.answer.split(", ")
                ]
                assert given == [item.text for item in one.items]
                assert paper.to_order
            case "number":
                assert paper.answer.startswith(f"{one.right:g}")
                assert "________" in paper.ask


def test_handouts_of_all_lessons_are_saved_as_one_page_to_print(tmp_path):
    page = infosoc.learn.handout()
    text = page.save(tmp_path / "handouts.html").read_text("utf-8")
    assert text.count("<article>") == len(FULL)
    assert "<script" not in text
    with pytest.raises(UnknownNameError, match="ending of a page"):
        page.save(tmp_path / "handouts.pdf")


def test_a_sentence_that_only_points_to_a_source_is_left_out():
    points = "- It met twice. See [the account](https://example.org/).\n- **Four** [texts](x.html)."
    assert handouts.list_items(points) == ["It met twice.", "Four texts."]


@pytest.mark.parametrize("lesson", FULL)
def test_every_lesson_tells_teachers_what_groups_get_wrong(lesson):
    assert (infosoc.load("misconceptions")["lesson"] == lesson).sum() >= 2


def test_folded_answers_are_not_part_of_a_section():
    assert "A possible answer" not in "".join(sections("01-world-summit").values())


def test_a_lesson_that_does_not_exist_is_named():
    with pytest.raises(UnknownNameError, match="Did you mean '01-world-summit'"):
        lesson_path("01-world-summitt")
