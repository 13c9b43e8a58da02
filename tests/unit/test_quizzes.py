"""A quiz keeps the score, tells what to read again, and has a plain form."""

import json
import re

import pytest

import infosoc
from infosoc.errors import UnknownNameError
from infosoc.learn import progress_file
from infosoc.learn.questions import AnswerError

KINDS = {"single", "several", "true-false", "order", "number"}


@pytest.fixture
def quiz():
    return infosoc.learn.quiz("world-summit")


def right_answer(question):
    match question.kind:
        case "single":
            return next(n for n, option in enumerate(question.options) if option.right)
        case "several":
            return [n for n, option in enumerate(question.options) if option.right]
        case "order":
            return [question.shown.index(item) for item in question.items]
        case _:
            return question.right


def wrong_answer(question):
    match question.kind:
        case "single":
            return next(n for n, option in enumerate(question.options) if not option.right)
        case "several":
            return [n for n, option in enumerate(question.options) if not option.right]
        case "order":
            return list(range(len(question.items)))
        case "true-false":
            return not question.right
        case _:
            return question.highest


def answer_all(quiz, answer=right_answer):
    for number, question in enumerate(quiz.questions):
        quiz.answer(number, answer(question))


def shown(quiz, number):
    return quiz.widget.state["questions"][number]


def first_of(quiz, kind):
    return next(n for n, question in enumerate(quiz.questions) if question.kind == kind)


def test_all_kinds_are_asked(quiz):
    assert {question.kind for question in quiz.questions} == KINDS
    assert len(quiz.questions) == 8


def test_right_answers_are_counted_and_praised(quiz):
    answer_all(quiz)
    assert quiz.score() == (8, 8)
    assert quiz.widget.state["score"].endswith("8 right at the first try. Well done.")
    assert quiz.widget.state["again"] == []


def test_only_the_first_try_counts_and_its_section_is_linked_at_the_end(quiz):
    for number, question in enumerate(quiz.questions):
        quiz.answer(number, wrong_answer(question))
        if number < 7:
            assert quiz.widget.state["again"] == []
        quiz.answer(number, right_answer(question))
    assert quiz.score() == (0, 8)
    sections = list(dict.fromkeys(question.section for question in quiz.questions))
    assert [one["section"] for one in quiz.widget.state["again"]] == sections
    assert quiz.widget.state["again"][1] == {"section": "Who came?", "to": "Who-came?"}
    assert quiz.widget.state["score"].endswith("Read again:")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_feedback_says_it_in_signs_and_words(quiz, kind):
    number = first_of(quiz, kind)
    question = quiz.questions[number]
    quiz.answer(number, wrong_answer(question))
    assert shown(quiz, number)["said"][0] == "✗ Not right. Try again."
    assert len(shown(quiz, number)["said"]) > 1
    assert shown(quiz, number)["sources"] is None
    quiz.answer(number, right_answer(question))
    assert shown(quiz, number)["said"][0] == "✓ Right (try 2)."
    links = shown(quiz, number)["sources"]["links"]
    assert len(links) == len(question.source_ids)
    assert all(link["address"].startswith("http") for link in links)


def test_the_same_wrong_answer_is_announced_again(quiz):
    said = []
    for _ in range(3):
        quiz.answer(0, wrong_answer(quiz.questions[0]))
        said.append(shown(quiz, 0)["said"][0])
    assert len(set(said)) == 3


def test_what_is_no_answer_yet_does_not_count(quiz):
    number = first_of(quiz, "number")
    assert quiz.answer(number, "eleven").right is None
    quiz.answer(first_of(quiz, "several"), [])
    assert quiz.score() == (0, 0)
    assert "'eleven' is not a number" in shown(quiz, number)["said"][0]
    quiz.answer(number, "11")
    assert shown(quiz, number)["said"][0] == "✓ Right."
    assert quiz.score() == (1, 1)


def test_hints_come_one_by_one_and_end_with_the_section(quiz):
    number = first_of(quiz, "number")
    question = quiz.questions[number]
    assert quiz.hint(number) == f"Hint 1: {question.hints[0]}"
    assert quiz.hint(number) == f"Hint 2: {question.hints[1]}"
    for _ in range(3):
        assert "read this section again" in quiz.hint(number)
    hints = shown(quiz, number)["hints"]
    assert len(hints) == 3
    assert hints[-1]["section"] == question.section
    assert quiz.score() == (0, 0)


def test_start_again_forgets_everything(quiz):
    answer_all(quiz)
    quiz.hint(0)
    fresh = infosoc.learn.quiz("world-summit").widget.state
    quiz.again()
    assert quiz.score() == (0, 0)
    assert quiz.widget.state == {**fresh, "round": 1}


def test_many_quick_answers_leave_a_correct_state(quiz):
    for turn in range(200):
        number = turn % 8
        choose = right_answer if turn // 8 % 2 else wrong_answer
        quiz.answer(number, choose(quiz.questions[number]))
    assert quiz.score() == (0, 8)
    assert [one["messages"] for one in quiz.widget.state["questions"]] == [25] * 8
    assert {one["right"] for one in quiz.widget.state["questions"]} == {False}


def test_the_screen_and_python_understand_one_another(quiz):
    quiz._hear(quiz.widget, {"do": "answer", "question": 0, "answer": 1, "by": "me"}, [])
    assert quiz.score() == (1, 1)
    assert shown(quiz, 0)["by"] == "me"
    quiz._hear(quiz.widget, {"do": "hint", "question": 1, "by": "me"}, [])
    assert len(shown(quiz, 1)["hints"]) == 1
    quiz._hear(quiz.widget, {"do": "again"}, [])
    assert quiz.score() == (0, 0)
    with pytest.raises(AnswerError):
        quiz._hear(quiz.widget, {"do": "cheat"}, [])


def test_the_page_does_not_hold_the_answers(quiz):
    sent = json.dumps([quiz.widget.page, quiz.widget.state])
    for question in quiz.questions:
        for hint in question.hints:
            assert hint not in sent
        for option in getattr(question, "options", ()):
            assert option.feedback not in sent
        for item in getattr(question, "items", ()):
            assert item.date not in sent


def test_what_is_sent_is_plain_json(quiz):
    answer_all(quiz, wrong_answer)
    for sent in (quiz.widget.page, quiz.widget.state):
        assert json.loads(json.dumps(sent)) == sent


def test_the_script_sets_text_and_asks_for_nothing(quiz):
    script = quiz.widget._esm
    for forbidden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "fetch(", "import ", "://"):
        assert forbidden not in script
    assert "url(" not in quiz.widget._css


def test_a_finished_quiz_is_kept(quiz):
    progress_file.forget()
    for number, question in enumerate(quiz.questions[:-1]):
        quiz.answer(number, right_answer(question))
    assert progress_file.progress().table.empty
    quiz.answer(7, wrong_answer(quiz.questions[7]))
    quiz.answer(7, right_answer(quiz.questions[7]))
    assert progress_file.progress().table["quiz"].iloc[0].startswith("7 of 8 right")
    progress_file.forget()


def test_the_plain_form_has_everything_and_folds_the_answers(quiz):
    plain = quiz.plain.html
    assert plain.count("<summary>Answer</summary>") == len(quiz.questions)
    visible = re.sub(r"<details>.*?</details>", "", plain)
    for question in quiz.questions:
        assert infosoc.html.escape(question.ask) in visible
        for text in question.choices():
            assert infosoc.html.escape(text) in visible
        for text in (*question.solution(), *question.hints):
            assert infosoc.html.escape(text) in plain
            assert infosoc.html.escape(text) not in visible
        assert f'href="#{question.section.replace(" ", "-")}"' in plain
        for address in infosoc.data.provenance.find_sources(question.source_ids)["address"]:
            assert infosoc.html.escape(address) in plain
    assert list(quiz.plain.table["kind"]) == [question.kind for question in quiz.questions]
    assert "Run this cell" in repr(quiz)


def test_an_unknown_quiz_brings_the_nearest_one():
    with pytest.raises(UnknownNameError, match="Did you mean 'world-summit'"):
        infosoc.learn.quiz("world-sumit")


def test_the_questions_about_the_summit_agree_with_the_tables(quiz):
    lines = infosoc.load("action_lines")["code"].str.partition("-")[0].nunique()
    assert quiz.questions[first_of(quiz, "number")].right == lines
    events = infosoc.load("events").set_index("id")
    named = ["geneva-summit-2003", "wgig-report-2005", "tunis-summit-2005", "igf-2006"]
    for item, event in zip(quiz.questions[first_of(quiz, "order")].items, named, strict=True):
        assert events.loc[event, "start"].strftime("%Y-%m-%d").startswith(item.date)
