"""Every message is used, and every use is known with its fields."""

import ast
import re
from pathlib import Path

import pytest

import infosoc
from infosoc.errors import UnknownNameError
from infosoc.messages import MESSAGES, fields_of, say

PACKAGE = Path(infosoc.__file__).parent
ROOMS = ("explore", "learn", "negotiate", "plot")
#: Two or more plain words, and the end of a sentence.
SENTENCE = re.compile(r"[a-z]{2,} [a-z]{2,}[^<>={}\n]*[.:]$")


def uses():
    """Find each call of say: its place, its key (None if it is computed) and its fields."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                place = f"{path.relative_to(PACKAGE)}:{node.lineno}"
                key = node.args[0].value if isinstance(node.args[0], ast.Constant) else None
                yield place, key, [keyword.arg for keyword in node.keywords]


USES = list(uses())


def test_each_use_names_its_message():
    assert [place for place, key, _ in USES if key not in MESSAGES] == []


def test_each_use_fills_the_fields_of_its_message():
    wrong = [
        place
        for place, key, fields in USES
        # A field None is a dictionary that is unpacked; what is in it shows when it runs.
        if None not in fields and set(fields) != fields_of(MESSAGES[key])
    ]
    assert wrong == []


def test_each_message_is_used():
    assert set(MESSAGES) - {key for _, key, _ in USES} == set()


def own_texts(tree):
    """Find the sentences of a module that are neither docstrings nor the text of an error."""
    left_out = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr | ast.Raise):
            left_out |= {id(part) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [part.value for part in node.values if isinstance(part, ast.Constant)]
            text = "".join(parts)
        else:
            text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and id(node) not in left_out and SENTENCE.search(text):
            yield text


def test_no_room_that_readers_see_has_sentences_of_its_own():
    found = [
        f"{path.relative_to(PACKAGE)}: {text}"
        for room in ROOMS
        for path in sorted((PACKAGE / room).rglob("*.py"))
        if "exercises" not in path.parts
        for text in own_texts(ast.parse(path.read_text("utf-8")))
    ]
    assert found == []


def test_a_sentence_outside_the_messages_would_be_found():
    code = ['"""A module."""', 'raise ValueError("So it is.")', 'x = f"{n} of {m} words known."']
    assert " of  words known." in own_texts(ast.parse("\n".join(code)))
    assert list(own_texts(ast.parse("\n".join(code[:2])))) == []


def test_messages_are_not_empty_and_hold_no_html():
    assert [key for key, text in MESSAGES.items() if not text.strip() or "<" in text] == []


def test_an_unknown_message_is_refused_with_the_nearest_one():
    with pytest.raises(UnknownNameError, match=r"Did you mean 'quiz\.check'"):
        say("quiz.chek")


@pytest.mark.parametrize("fields", [{}, {"unit": "people", "union": 1}, {"units": "people"}])
def test_fields_have_to_fit(fields):
    with pytest.raises(UnknownNameError, match="field"):
        say("quiz.number.label", **fields)
