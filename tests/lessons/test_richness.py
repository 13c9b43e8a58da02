"""A lesson shows, lets the reader do, and asks: enough of each, and often enough."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

import infosoc
from infosoc.learn import quiz_file

ROOT = Path(__file__).resolve().parents[2]
#: The start page shows the way; it is not a lesson.
LESSONS = [p for p in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb")) if p.name[:2] != "00"]
#: Pictures of when things were.
IN_TIME = {"timeline", "periods", "offices", "trend"}
TIMELINES = {"timeline", "periods", "offices"}
#: What a reader does: look and answer, explore, guess, solve, sort, debate.
DOING = (
    "**What do you see?**",
    "**Do it.**",
    "**In pairs:**",
    "**Read it fairly.**",
    "infosoc.explore.",
    "infosoc.learn.predict(",
    "infosoc.learn.check(",
    "infosoc.learn.sort(",
    "infosoc.learn.claim_tracker(",
    "infosoc.learn.quiz(",
    "Choose one motion",
)
#: A game, and a desk with files of their own, keep readers busy all the time.
BUSY = (
    "infosoc.learn.who_decides(",
    "infosoc.learn.negotiation(",
    "infosoc.explore.own_timeline(",
    "infosoc.explore.own_document(",
)
MOST_MINUTES = 5
LEAST_QUESTIONS, LEAST_KINDS = 6, 3
SHORTEST, LONGEST = 25, 40
#: With the parts that may be skipped a lesson may take a little more.
LONGEST_IN_FULL = 45
#: A negotiation needs its clock: 40 minutes at the table, and time to look back.
ROLE_PLAYS = {"14-negotiate-a-text": 90}

each_lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)


def cells(path):
    return json.loads(path.read_text("utf-8"))["cells"]


def code(path):
    return "\n".join("".join(c["source"]) for c in cells(path) if c["cell_type"] == "code")


def pictures(path):
    return Counter(re.findall(r"infosoc\.plot\.(\w+)\(", code(path)))


def sections(path):
    """Return the text of each section, code included, by its heading."""
    found = {}
    title = ""
    for cell in cells(path):
        text = "".join(cell["source"])
        for line in re.sub(r"```.*?```", "", text, flags=re.S).splitlines():
            if cell["cell_type"] == "markdown" and line.startswith("## "):
                title = line[3:]
        if title:
            found[title] = found.get(title, "") + "\n" + text
    return found


@each_lesson
def test_time_is_drawn_at_least_twice(path):
    assert sum(pictures(path)[kind] for kind in TIMELINES) >= 2, dict(pictures(path))


@each_lesson
def test_there_is_another_kind_of_picture(path):
    assert set(pictures(path)) - IN_TIME, dict(pictures(path))


@each_lesson
def test_there_is_something_to_explore(path):
    assert re.search(r"infosoc\.(?:explore\.\w+|learn\.claim_tracker)\(", code(path))


@each_lesson
def test_there_are_at_least_two_checked_exercises(path):
    assert len(set(re.findall(r'infosoc\.learn\.check\("([\w-]+)"', code(path)))) >= 2


@each_lesson
def test_the_quiz_is_long_enough_and_varied(path):
    names = re.findall(r'infosoc\.learn\.quiz\("([\w-]+)"\)', code(path))
    assert len(names) == 1
    questions = quiz_file.read(names[0])
    assert len(questions) >= LEAST_QUESTIONS
    assert len({type(question) for question in questions}) >= LEAST_KINDS


@each_lesson
def test_there_is_something_to_do_every_five_minutes(path):
    parts = infosoc.load("activities").query("lesson == @path.stem and kind != 'debate'")
    texts = sections(path)
    idle = 0
    for part in parts.sort_values("order").itertuples():
        text = texts[part.section]
        if any(one in text for one in BUSY):
            idle = 0
            continue
        times = sum(text.count(mark) for mark in DOING)
        idle = part.minutes / times if times else idle + part.minutes
        assert idle <= MOST_MINUTES, part.section


@each_lesson
def test_it_fits_into_a_lesson_at_school(path):
    parts = infosoc.load("activities").query("lesson == @path.stem and kind != 'debate'")
    core = parts.loc[~parts["may_skip"], "minutes"].sum()
    in_full = parts["minutes"].sum()
    most = ROLE_PLAYS.get(path.stem)
    assert SHORTEST <= in_full <= (most or LONGEST_IN_FULL)
    assert core <= (most or LONGEST)
