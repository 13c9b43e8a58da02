"""A faulty file of questions is refused with file, question and field; a good one is read."""

from pathlib import Path

import pytest

import infosoc
from infosoc.errors import DataFileError
from infosoc.learn import lesson_file, quiz_file

COMMON = """
[[question]]
id = "one"
kind = "{kind}"
ask = "Which?"
hint = "Think."
section = "Start"
sources = ["{source}"]
"""
OPTIONS = """
[[question.option]]
text = "This"
right = true
feedback = "Yes."
[[question.option]]
text = "That"
feedback = "No."
[[question.option]]
text = "Those"
feedback = "No."
"""
GOOD = {
    "single": OPTIONS,
    "several": OPTIONS,
    "true-false": """
right = false
feedback_true = "No."
feedback_false = "Yes."
""",
    "order": """
feedback = "So it was."
[[question.item]]
text = "First"
date = "2003"
[[question.item]]
text = "Second"
date = "2004-05"
[[question.item]]
text = "Third"
date = "2004-06-01"
""",
    "number": """
right = 15.6
tolerance = 0.5
lowest = 0
highest = 100
unit = "percent"
feedback = "In 2005."
""",
}
HTML = "<b>bold</b>"
#: Kind, what to replace, by what, the field that is named, and what is said.
FAULTS = [
    # Every kind.
    ("single", 'kind = "single"', 'kind = "essay"', "kind", "'essay' is not a kind"),
    ("single", 'kind = "single"\n', "", "kind", "None is not a kind"),
    ("single", 'kind = "single"', "kind = 3", "kind", "3 is not a kind"),
    ("single", 'hint = "Think."\n', "", "hint", "The field is missing"),
    ("single", 'hint = "Think."', 'hint = " "', "hint", "The text is missing"),
    ("single", 'hint = "Think."', "hint = []", "hint", "not a text or a list of texts"),
    ("single", 'hint = "Think."', 'hint = ["One", 2]', "hint", "not a text or a list of texts"),
    ("single", 'hint = "Think."', f'hint = ["One", "{HTML}"]', "hint", "holds HTML"),
    ("single", 'ask = "Which?"\n', "", "ask", "The field is missing"),
    ("single", 'ask = "Which?"', "ask = true", "ask", "True is true or false, not a text"),
    ("single", 'ask = "Which?"', 'ask = "Which &amp; what?"', "ask", "holds HTML"),
    ("single", 'ask = "Which?"', 'aks = "Which?"', "aks", "Did you mean 'ask'?"),
    ("single", 'ask = "Which?"', 'ask = "Which?"\nzz = 1', "zz", "Use one of id, kind, ask"),
    ("single", 'section = "Start"\n', "", "section", "The field is missing"),
    ("single", '["{source}"]', '["no-such"]', "sources", "not in the table sources"),
    ("single", '["{source}"]', "[]", "sources", "No source"),
    ("single", '["{source}"]', '"{source}"', "sources", "not a list of texts"),
    ("single", 'sources = ["{source}"]\n', "", "sources", "The field is missing"),
    # Kinds with options.
    ("single", "right = true\n", "", "option", "not exactly one right option"),
    ("single", 'text = "That"', 'text = "That"\nright = true', "option", "not exactly one right"),
    ("single", OPTIONS, "", "option", "The field is missing"),
    ("single", OPTIONS, "option = 3", "option", "not a list of parts"),
    ("single", OPTIONS, "option = []", "option", "not a list of parts"),
    ("single", OPTIONS, OPTIONS[: OPTIONS.index("[[", 9)], "option", "fewer than 2"),
    ("single", 'text = "That"', 'text = "this "', "option", "Two are the same: 'this '"),
    ("single", 'text = "That"', f'text = "{HTML}"', "option 2 text", "holds HTML"),
    ("single", 'feedback = "Yes."', f'feedback = "{HTML}"', "option 1 feedback", "holds HTML"),
    ("single", 'feedback = "Yes."\n', "", "option 1 feedback", "The field is missing"),
    ("single", 'feedback = "Yes."', 'feedbak = "Yes."', "option 1 feedbak", "mean 'feedback'?"),
    ("single", "right = true", 'right = "yes"', "option 1 right", "not true or false"),
    ("several", "right = true\n", "", "option", "No option is right"),
    ("several", 'feedback = "No."', 'feedback = "No."\nright = true', "option", "All options are"),
    ("several", 'text = "Those"', 'text = "THAT"', "option", "Two are the same"),
    # True or false.
    ("true-false", "right = false\n", "", "right", "The field is missing"),
    ("true-false", "right = false", 'right = "false"', "right", "not true or false"),
    ("true-false", "right = false", "right = 0", "right", "0 is a number, not true or false"),
    ("true-false", 'feedback_true = "No."\n', "", "feedback_true", "The field is missing"),
    ("true-false", 'feedback_true = "No."', f'feedback_true = "{HTML}"', "feedback_true", "HTML"),
    ("true-false", "right = false", "right = false\nunit = 'x'", "unit", "no such field"),
    # Events in order.
    ("order", 'feedback = "So it was."\n', "", "feedback", "The field is missing"),
    ("order", 'text = "Second"', 'text = "first"', "item", "Two are the same: 'first'"),
    ("order", GOOD["order"][GOOD["order"].rindex("[[") :], "", "item", "fewer than 3"),
    ("order", 'text = "Second"', f'text = "{HTML}"', "item 2 text", "holds HTML"),
    ("order", 'date = "2004-05"\n', "", "item 2 date", "The field is missing"),
    ("order", 'date = "2004-05"', 'date = "May 2004"', "item 2 date", "is not a date"),
    ("order", 'date = "2004-05"', "date = 2004-05-01", "item 2 date", "of another type (date)"),
    ("order", 'date = "2004-05"', 'date = "2004-06"', "item 3 date", "not surely later"),
    ("order", 'date = "2004-05"', 'date = "2002"', "item 2 date", "not surely later"),
    # A number.
    ("number", "right = 15.6\n", "", "right", "The field is missing"),
    ("number", "right = 15.6", 'right = "15.6"', "right", "not a number"),
    ("number", "right = 15.6", "right = true", "right", "not a number"),
    ("number", "right = 15.6", "right = nan", "right", "not a number to count with"),
    ("number", "right = 15.6", "right = 101", "right", "101 is not from 0 to 100"),
    ("number", "tolerance = 0.5\n", "", "tolerance", "The field is missing"),
    ("number", "tolerance = 0.5", "tolerance = -1", "tolerance", "-1 is below 0"),
    ("number", "tolerance = 0.5", "tolerance = inf", "tolerance", "not a number to count with"),
    ("number", "tolerance", "tolerence", "tolerence", "Did you mean 'tolerance'?"),
    ("number", 'unit = "percent"\n', "", "unit", "The field is missing"),
    ("number", "highest = 100", "highest = 15", "right", "15.6 is not from 0 to 15"),
]


@pytest.fixture
def source():
    return infosoc.load("sources")["id"][0]


@pytest.fixture
def read(data_copy, source):
    """Write a file of questions and read it."""

    def write_and_read(text, name="bad"):
        path = data_copy / "quizzes" / f"{name}.toml"
        path.write_text(text.replace("{source}", source), "utf-8")
        return quiz_file.read(name)

    return write_and_read


def text_of(kind):
    return COMMON.replace("{kind}", kind) + GOOD[kind]


@pytest.mark.parametrize("kind", GOOD)
def test_a_good_question_is_read(read, kind):
    (question,) = read(text_of(kind), "good")
    assert question.kind == kind
    assert question.hints == ("Think.",)


def test_hints_may_be_several(read):
    text = text_of("number").replace('"Think."', '["Look.", "Think."]')
    assert read(text, "good")[0].hints == ("Look.", "Think.")


@pytest.mark.parametrize(("kind", "old", "new", "field", "says"), FAULTS)
def test_a_faulty_question_is_refused_with_its_place(read, kind, old, new, field, says):
    good = text_of(kind)
    assert old in good
    with pytest.raises(DataFileError) as caught:
        read(good.replace(old, new))
    told = [str(problem) for problem in caught.value.problems]
    place = f"bad.toml, question 'one', field {field}: "
    assert any(one.startswith(place) and says in one for one in told), told


def test_two_questions_with_one_id_are_refused(read):
    with pytest.raises(DataFileError, match=r"question 'one', field id: .* stands twice"):
        read(text_of("single") + text_of("number"))


def test_a_question_without_id_is_called_by_its_number(read):
    with pytest.raises(DataFileError, match="question 'number 1', field id: The field is missing"):
        read(text_of("single").replace('id = "one"\n', ""))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[question", r"bad\.toml: Not valid TOML"),
        ("", r"bad\.toml: There is no question"),
        ("question = []", "There is no question"),
        ("question = 'why'", "There is no question"),
        ("[question]\nid = 'one'", "There is no question"),
        ("title = 'Quiz'\n", "'title' stands outside the questions"),
    ],
)
def test_a_file_without_questions_is_refused(read, text, says):
    with pytest.raises(DataFileError, match=says):
        read(text)


def test_every_fault_is_told_at_once(read):
    text = text_of("number").replace("tolerance = 0.5\n", "").replace("Which?", HTML)
    with pytest.raises(DataFileError, match="2 problems found"):
        read(text)


def test_a_section_that_the_lesson_lacks_is_refused(data_copy):
    path = data_copy / "quizzes" / "world-summit.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('"Who came?"', '"Who came"'), "utf-8")
    with pytest.raises(
        DataFileError,
        match=r"question 'who-votes', field section: .* no section 'Who came'.* 'Who came\?'\?",
    ):
        quiz_file.read("world-summit")


def test_without_its_lesson_the_sections_are_not_checked(monkeypatch):
    def missing(lesson):
        raise lesson_file.LessonNotFoundError(lesson)

    monkeypatch.setattr(lesson_file, "sections", missing)
    assert quiz_file.headings("world-summit") is None


@pytest.mark.parametrize("name", quiz_file.names())
def test_every_quiz_points_to_sections_of_its_lesson(name):
    lessons = Path(__file__).resolve().parents[2] / "notebooks"
    assert (lessons / f"{quiz_file.lesson_of(name)}.ipynb").is_file()
    headings = quiz_file.headings(name)
    for question in quiz_file.read(name):
        assert question.section in headings, question.id
