"""A wild file of questions is refused with file, question and field, or the quiz works."""

import json
import shutil
import tomllib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from infosoc.data.registry import data_folder
from infosoc.errors import DataFileError
from infosoc.learn import quiz_file, quizzes

NAME = "world-summit"
GOOD = (data_folder() / "quizzes" / f"{NAME}.toml").read_text("utf-8")
QUESTIONS = tomllib.loads(GOOD)["question"]
FIELDS = sorted({field for question in QUESTIONS for field in question} | {"colour", "<b>"})
LEAVES = st.one_of(
    st.booleans(),
    st.integers(-(10**30), 10**30),
    st.floats(),
    st.text(st.characters(codec="utf-8"), max_size=10),
    st.sampled_from(["", " ", "<script>window.hacked = 1</script>", "2003", "single", "$x$", "\0"]),
    st.just(10**400),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["text", "feedback", "right", "date"]), inner, max_size=3),
    ),
    max_leaves=4,
)
PIECES = st.sampled_from([b"\n[", b"]]", b'"', b"question = 1\n", b"\xff", b"\x00"])
CHANGES = st.lists(
    st.tuples(
        st.integers(0, len(QUESTIONS) - 1),
        st.sampled_from(FIELDS),
        st.one_of(st.just("take away"), VALUES),
    ),
    min_size=1,
    max_size=3,
)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """Point the package at a folder of its own for quizzes; the tables stay where they are."""
    folder = tmp_path_factory.mktemp("wild")
    shutil.copytree(data_folder() / "quizzes", folder / "quizzes")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quiz_file, "data_folder", lambda: folder)
        yield folder / "quizzes" / f"{NAME}.toml"
    quiz_file.read.cache_clear()


def toml(value):
    """Write a value as TOML; a text of JSON is a text of TOML."""
    match value:
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case float():
            return repr(value)
        case str():
            return json.dumps(value, ensure_ascii=True).replace("\x7f", "\\u007F")
        case list():
            return f"[{', '.join(map(toml, value))}]"
        case _:
            return f"{{{', '.join(f'{toml(key)} = {toml(one)}' for key, one in value.items())}}}"


def check(path, text):
    """Read the file; if it is good, answer its questions as a reader would begin to."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "replace"))
    quiz_file.read.cache_clear()
    try:
        questions = quiz_file.read(NAME)
    except DataFileError as error:
        found = error.problems
    else:
        shown = json.dumps(quizzes._page(questions), default=str)
        assert "<script>window.hacked" not in shown
        assert "<script>window.hacked" not in quizzes.quiz(NAME).plain.html
        return questions
    for problem in found:
        assert problem.file.startswith(path.name), problem
        assert problem.message
    return ()


@settings(max_examples=150)
@given(changes=CHANGES)
@example(changes=[(0, "hint", 5)])
@example(changes=[(4, "tolerance", 10**400)])
@example(changes=[(4, "right", float("nan"))])
def test_wild_fields(path, changes):
    questions = [dict(question) for question in QUESTIONS]
    for number, field, value in changes:
        if value == "take away":
            questions[number].pop(field, None)
        else:
            questions[number][field] = value
    check(path, "\n".join(f"[[question]]\n{fields(one)}" for one in questions))


def fields(question):
    return "\n".join(f"{toml(name)} = {toml(value)}" for name, value in question.items())


def test_what_these_tests_write_is_what_they_read(path):
    text = "\n".join(f"[[question]]\n{fields(one)}" for one in QUESTIONS)
    assert tomllib.loads(text)["question"] == QUESTIONS
    assert len(check(path, text)) == len(QUESTIONS)


@given(
    share=st.floats(0, 1),
    length=st.integers(0, 60),
    piece=st.one_of(st.binary(max_size=5), PIECES),
)
@example(share=0, length=0, piece=b"question = 5\n")
@example(share=0, length=10**6, piece=b"question = [[1]]")
def test_damaged_files(path, share, length, piece):
    raw = GOOD.encode("utf-8")
    start = int(share * len(raw))
    check(path, raw[:start] + piece + raw[start + length :])
