"""Each kind of question judges right, wrong and impossible answers."""

import itertools
from dataclasses import replace

import pytest

from infosoc.learn.questions import (
    AnswerError,
    Item,
    Number,
    Option,
    Order,
    Several,
    Single,
    TrueFalse,
    parse,
)

COMMON = {"id": "q", "ask": "Which?", "hints": ("Think.",), "section": "Start", "source_ids": ()}
OPTIONS = (
    Option("Money", True, "It stayed open."),
    Option("Schools", False, "They are targets."),
    Option("Governance", True, "It stayed open too."),
)
SINGLE = Single(**COMMON, options=OPTIONS[:2])
SEVERAL = Several(**COMMON, options=OPTIONS)
TRUE_FALSE = TrueFalse(**COMMON, right=False, feedback_true="No vote.", feedback_false="Right so.")
ITEMS = (Item("A", "2001"), Item("B", "2002"), Item("C", "2003"), Item("D", "2004"))
ORDER = Order(**COMMON, items=ITEMS, feedback="One led to the next.")
NUMBER = Number(
    **COMMON, right=15.6, tolerance=0.5, lowest=0, highest=100, unit="percent", feedback="In 2005."
)
RIGHT_ORDER = [ORDER.shown.index(item) for item in ITEMS]


@pytest.mark.parametrize(
    ("question", "answer", "right", "says"),
    [
        (SINGLE, 0, True, "It stayed open."),
        (SINGLE, 1, False, "They are targets."),
        (TRUE_FALSE, False, True, "Right so."),
        (TRUE_FALSE, True, False, "No vote."),
        (SEVERAL, [2, 0], True, "✓ Right: Money. It stayed open."),
        (SEVERAL, [0], False, "One right answer is still missing."),
        (SEVERAL, [1], False, "2 right answers are still missing."),
        (SEVERAL, [0, 1, 2], False, "✗ Not right: Schools. They are targets."),
        (SEVERAL, [], None, "Choose at least one"),
        (ORDER, RIGHT_ORDER, True, "2003: C"),
        (ORDER, RIGHT_ORDER[::-1], False, "0 of 4 events stand at their places."),
        (ORDER, [*RIGHT_ORDER[:2], *RIGHT_ORDER[:1:-1]], False, "2 of 4 events"),
        (ORDER, [RIGHT_ORDER[0], *RIGHT_ORDER[2:], RIGHT_ORDER[1]], False, "One of 4 events"),
        (NUMBER, 15.6, True, "The source says: 15.6 percent. In 2005."),
        (NUMBER, "15,6", True, "The source says: 15.6 percent."),
        (NUMBER, " 16.1 ", True, "The source says"),
        (NUMBER, "15.1", True, "The source says"),
        (NUMBER, 16.11, False, "16.11 is too high."),
        (NUMBER, "15", False, "15 is too low."),
        (NUMBER, "0", False, "too low"),
        (NUMBER, "100", False, "too high"),
        (NUMBER, "100.1", None, "is not from 0 to 100"),
        (NUMBER, "-1", None, "is not from 0 to 100"),
        (NUMBER, "sixteen", None, "'sixteen' is not a number"),
        (NUMBER, "16 percent", None, "is not a number"),
        (NUMBER, "nan", None, "is not a number"),
        (NUMBER, float("inf"), None, "is not a number"),
        (NUMBER, "", None, "Write a number first."),
    ],
)
def test_an_answer_is_judged_and_explained(question, answer, right, says):
    verdict = question.judge(answer)
    assert verdict.right is right
    assert says in " ".join(verdict.lines)


def test_a_wrong_number_does_not_give_the_right_one_away():
    for answer in (20, "10", "x", "101"):
        assert "15.6 percent" not in " ".join(NUMBER.judge(answer).lines)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (SINGLE, 2),
        (SINGLE, -1),
        (SINGLE, "0"),
        (SINGLE, True),
        (SINGLE, None),
        (TRUE_FALSE, 1),
        (TRUE_FALSE, "True"),
        (SEVERAL, 0),
        (SEVERAL, [3]),
        (SEVERAL, "01"),
        (ORDER, [0, 1, 2]),
        (ORDER, [0, 0, 1, 2]),
        (ORDER, [0, 1, 2, 4]),
        (ORDER, "0123"),
        (NUMBER, None),
        (NUMBER, True),
        (NUMBER, [15.6]),
    ],
)
def test_what_cannot_be_an_answer_is_refused(question, answer):
    with pytest.raises(AnswerError, match=r"is not an answer to the question 'q'\. Give"):
        question.judge(answer)


@pytest.mark.parametrize("count", [3, 4, 5])
def test_events_stand_mixed_and_the_same_each_time(count):
    names = [f"Event {place}" for place in range(count)]
    for number, texts in enumerate(itertools.permutations(names)):
        items = tuple(Item(text, "2001") for text in texts)
        question = Order(**COMMON | {"id": f"q{number}"}, items=items, feedback="So.")
        assert question.shown == question.shown
        assert question.shown != items
        assert set(question.shown) == set(items)


def test_the_order_on_the_screen_is_fixed_for_ever():
    # A hash of Python itself would differ from session to session.
    assert "".join(item.text for item in ORDER.shown) == "ACBD"


@pytest.mark.parametrize("question", [SINGLE, TRUE_FALSE, SEVERAL, ORDER, NUMBER])
def test_the_screen_is_not_told_what_is_right(question):
    told = str(question.form())
    for secret in ("right", "stayed open", "Right so", "2003", "15.6", "led to"):
        assert secret not in told


@pytest.mark.parametrize("question", [SINGLE, TRUE_FALSE, SEVERAL, ORDER, NUMBER])
def test_every_kind_says_what_to_do_and_has_a_solution(question):
    assert question.how.endswith((".", "?"))
    assert all(question.solution())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("11,000", 11000),
        ("1,234,567", 1234567),
        ("11 000", 11000),
        ("0,125", 0.125),
        ("1,25", 1.25),
        (".5", 0.5),
        ("5.", 5),
        ("\N{MINUS SIGN}3", -3),
        ("1.2.3", None),
        ("1,2,3", None),
        ("+", None),
        (".", None),
        ("٣", None),
        ("1e3", None),
        ("0x10", None),
        ("1_000", None),
    ],
)
def test_numbers_are_read_as_people_write_them(text, number):
    assert parse(text) == number


def test_a_year_is_written_without_a_comma():
    year = replace(NUMBER, right=2011, tolerance=0, lowest=2006, highest=2025, unit="year")
    assert "from 2006 to 2025" in year.how
    assert year.judge("2011").lines[0] == "The source says: 2011."
    assert "2012 is too high" in year.judge(2012).lines[0]
