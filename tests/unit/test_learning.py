"""Quizzes, exercises, the navigator and the explorer do what they say."""

import pandas as pd
import pytest

import infosoc
from infosoc.errors import DataFileError, UnknownNameError
from infosoc.learn import quiz_file
from infosoc.live import WIDGET_MIME


@pytest.fixture
def quiz():
    return infosoc.learn.quiz("world-summit")


def right_option(quiz, number):
    options = quiz.questions[number].options
    return next(place for place, option in enumerate(options) if option.right)


def test_right_answers_are_counted_and_praised(quiz):
    for number in range(len(quiz.questions)):
        quiz.answer(number, right_option(quiz, number))
    count = len(quiz.questions)
    assert quiz.score() == (count, count)
    assert "Well done." in quiz._score.value


def test_only_the_first_try_counts_and_the_section_is_named(quiz):
    right = right_option(quiz, 0)
    quiz.answer(0, (right + 1) % 2)
    quiz.answer(0, right)
    for number in range(1, len(quiz.questions)):
        quiz.answer(number, right_option(quiz, number))
    assert quiz.score()[0] == len(quiz.questions) - 1
    assert f"Read again: {quiz.questions[0].section}." in quiz._score.value


def test_feedback_is_announced_in_words(quiz):
    part = quiz._parts[0]
    part.choose((right_option(quiz, 0) + 1) % 2)
    assert 'role="status"' in part._feedback.value
    assert "Not right." in part._feedback.value
    assert "Hint:" in part._feedback.value


def test_many_quick_answers_leave_a_correct_state(quiz):
    for turn in range(200):
        quiz.answer(turn % len(quiz.questions), turn % 3)
    _, done = quiz.score()
    assert done == len(quiz.questions)
    marked = [b for part in quiz._parts for b in part.buttons if b.description[0] in "✓✗"]
    assert len(marked) == len(quiz.questions)


def test_the_plain_form_has_questions_and_folded_answers(quiz):
    plain = quiz.plain.html
    for question in quiz.questions:
        assert f"{question.ask}</strong>" in plain
    assert plain.count("<summary>Answer</summary>") == len(quiz.questions)


GOOD = """
[[question]]
id = "one"
kind = "single"
ask = "Which?"
hint = "Think."
section = "Start"
sources = ["{source}"]
[[question.option]]
text = "This"
right = true
feedback = "Yes."
[[question.option]]
text = "That"
feedback = "No."
"""
FAULTS = [
    ("right = true\n", "", "option", "exactly one right option"),
    ('text = "That"', 'text = "this"', "option", "Two options are the same"),
    ('text = "That"', 'text = "<b>That</b>"', "option 2 text", "holds HTML"),
    ('hint = "Think."\n', "", "hint", "text is missing"),
    ('kind = "single"', 'kind = "essay"', "kind", "is not a kind"),
    ('sources = ["{source}"]', 'sources = ["no-such"]', "sources", "not in the table sources"),
    ('sources = ["{source}"]', "sources = []", "sources", "No source"),
]


@pytest.mark.parametrize(("old", "new", "field", "says"), FAULTS)
def test_a_faulty_quiz_is_refused_with_its_place(data_copy, old, new, field, says):
    source = infosoc.load("sources")["id"][0]
    assert old in GOOD
    text = GOOD.replace(old, new).replace("{source}", source)
    (data_copy / "quizzes" / "bad.toml").write_text(text, "utf-8")
    with pytest.raises(DataFileError) as caught:
        quiz_file.read("bad")
    message = str(caught.value)
    assert f"bad.toml, question 'one', column {field}" in message
    assert says in message


def test_a_good_quiz_is_read(data_copy):
    source = infosoc.load("sources")["id"][0]
    (data_copy / "quizzes" / "good.toml").write_text(GOOD.replace("{source}", source), "utf-8")
    assert quiz_file.read("good")[0].options[0].right


def test_broken_toml_is_refused(data_copy):
    (data_copy / "quizzes" / "bad.toml").write_text("[[question", "utf-8")
    with pytest.raises(DataFileError, match=r"bad\.toml: Not valid TOML"):
        quiz_file.read("bad")


def test_an_unknown_quiz_brings_the_nearest_one():
    with pytest.raises(UnknownNameError, match="Did you mean 'world-summit'"):
        infosoc.learn.quiz("world-sumit")


def test_every_quiz_points_to_sections_of_its_lesson():
    root = quiz_file.data_folder().parent / "notebooks"
    for name in quiz_file.names():
        text = next(root.glob(f"[0-9][0-9]-{name}.ipynb")).read_text("utf-8")
        for question in quiz_file.read(name):
            assert f"## {question.section}" in text, (name, question.id)


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
    drawn = sum(len(trace.x) for trace in explorer.figure.data)
    assert drawn == len(left)


def test_the_explorer_says_when_nothing_is_left_and_comes_back(explorer):
    explorer.search.value = "no such word"
    assert explorer.count.value.startswith('<p role="status">0 of')
    assert "press Reset" in explorer.count.value
    explorer.reset.click()
    assert len(explorer.chosen()) == len(infosoc.load("events"))
    assert sum(len(trace.x) for trace in explorer.figure.data) == len(infosoc.load("events"))


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
