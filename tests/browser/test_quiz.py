"""A quiz is answered from first to last with keys alone, in the real JupyterLab."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from infosoc.learn import quiz_file

pytestmark = pytest.mark.browser

NAME = "world-summit"
QUESTIONS = quiz_file.read(NAME)
COUNT = len(QUESTIONS)
KINDS = ["single", "true-false", "several", "order", "number"]
MOST_TABS = 80
PANEL = "window.jupyterapp.shell.currentWidget"
#: The first cell is selected before the first key, as when a reader comes from the text above.
BEGIN = f"""() => {{
  const notebook = {PANEL}.content;
  notebook.activeCellIndex = 0;
  notebook.activate();
}}"""
FOCUSED = """() => {
  const node = document.activeElement;
  return {
    inside: !!node.closest('.infosoc-quiz'),
    name: node.getAttribute('aria-label') ?? node.closest('label')?.textContent ?? node.textContent,
    question: node.closest('fieldset')?.querySelector('legend').textContent ?? '',
  };
}"""
#: From now on write down what has the focus whenever it changes, and what is announced.
LISTEN = """() => {
  window.lost = [];
  window.announced = [];
  document.addEventListener('focusout', (event) => {
    if (!event.relatedTarget && event.target.closest('.infosoc-quiz'))
      window.lost.push(event.target.textContent || event.target.tagName);
  });
  const regions = document.querySelectorAll('.infosoc-quiz [role=status]');
  for (const region of regions) {
    new MutationObserver(() => region.textContent && window.announced.push(region.textContent))
      .observe(region, { childList: true, characterData: true, subtree: true });
  }
  return [...regions].map((region) => [
    region.getAttribute('aria-live'), region.getAttribute('aria-atomic')].join());
}"""
SAID = """([question, text]) => document.querySelectorAll('.infosoc-quiz fieldset')[question]
  .querySelector('.infosoc-quiz-said').textContent.includes(text)"""
SCORE = """(text) => document.querySelector('.infosoc-quiz-score').textContent.includes(text)"""
CELLS = f"() => {PANEL}.content.model.cells.length"

RUN_LAST_CELL = f"""() => {{
  const notebook = {PANEL}.content;
  window.before = notebook.model.cells.get(2).executionCount;
  notebook.activeCellIndex = 2;
  return window.jupyterapp.commands.execute('notebook:run-cell');
}}"""
LAST_RUN = f"""() => {{
  const cell = {PANEL}.content.model.cells.get(2);
  return cell.executionState === 'idle' && cell.executionCount > window.before;
}}"""

IN_SIGHT = """() => {
  // JupyterLab's body has no height; axe would take all that is in it for hidden.
  document.body.style.height = '100vh';
  const quiz = document.querySelector('.infosoc-quiz');
  quiz.scrollIntoView();
  const place = quiz.getBoundingClientRect();
  return place.top >= 0 && place.bottom <= window.innerHeight;
}"""


def lesson():
    """Write a short notebook: a few headings of the lesson, a long text and the quiz."""
    headings = "\n\n".join(f"## {section}" for section in {one.section for one in QUESTIONS})
    cells = [
        ("markdown", f"# A lesson\n\n{headings}\n\n" + "Some text.\n\n" * 40),
        ("code", f"import infosoc\n\nquiz = infosoc.learn.quiz({NAME!r})\nquiz"),
        ("code", "quiz.score()"),
    ]
    filled = [
        {"cell_type": kind, "id": f"cell-{number}", "metadata": {}, "source": source}
        | ({"outputs": [], "execution_count": None} if kind == "code" else {})
        for number, (kind, source) in enumerate(cells)
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return {
        "cells": filled,
        "metadata": {"kernelspec": kernel},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


class Reader:
    """A reader who has a keyboard and nothing else."""

    def __init__(self, visit):
        self.visit = visit
        self.page = visit.page
        self.regions = self.page.evaluate(LISTEN)
        self.page.evaluate(BEGIN)

    def press(self, key, times=1):
        for _ in range(times):
            self.page.keyboard.press(key)

    def focused(self):
        return self.page.evaluate(FOCUSED)

    def tab_to(self, name, question=None, key="Tab"):
        """Press Tab until the focus is on a control; to reach it is part of the test."""
        legend = "" if question is None else f"Question {question + 1} of"
        seen = []
        for _ in range(MOST_TABS):
            self.press(key)
            now = self.focused()
            if name in now["name"] and now["inside"] and now["question"].startswith(legend):
                return
            seen.append(now["name"][:40])
        pytest.fail(f"{MOST_TABS} times {key} did not reach {name!r} {legend!r}, but {seen}")

    def hears(self, question, text):
        self.page.wait_for_function(SAID, arg=[question, text])

    def hears_score(self, text):
        self.page.wait_for_function(SCORE, arg=text)

    def announced(self):
        return self.page.evaluate("window.announced")

    def run_last_cell(self):
        """Ask Python for the score in a cell of its own, and return what it says."""
        self.page.evaluate(RUN_LAST_CELL)
        self.page.wait_for_function(LAST_RUN)
        return self.visit.outputs()[-1]["data"]["text/plain"]


def answer(reader, number, question, *, right):
    """Answer one question by keyboard, beginning anywhere above its controls."""
    match question.kind:
        case "single":
            option = next(one for one in question.options if one.right is right)
            reader.tab_to(option.text, number)
            reader.press("Enter")
        case "true-false":
            reader.tab_to("True" if question.right is right else "False", number)
            reader.press("Space")
        case "several":
            for option in question.options:
                if option.right is right:
                    reader.tab_to(option.text, number)
                    reader.press("Space")
            reader.tab_to("Check my answer", number)
            reader.press("Space")
        case "order":
            put_in_order(reader, number, question, right=right)
            reader.tab_to("Check my answer", number)
            reader.press("Enter")
        case "number":
            reader.tab_to(question.unit, number)
            reader.press("ControlOrMeta+a")
            value = question.right if right else question.right + question.tolerance + 1
            reader.page.keyboard.type(f"{value:g}".replace(".", ","))
            reader.press("Enter")


def put_in_order(reader, number, question, *, right):
    """Move the events with their buttons; from the end, each goes to the front once."""
    if not right:
        return
    shown = list(question.shown)
    for item in reversed(question.items):
        reader.tab_to(f"Earlier: {item.text}", number, key="Shift+Tab")
        steps = shown.index(item)
        for step in range(steps):
            reader.press("Enter")
            assert reader.focused()["name"] == f"Earlier: {item.text}", "the focus stays"
            place = f"{item.text}: now number {steps - step} of {len(shown)}."
            assert reader.announced()[-1] == place
        shown.insert(0, shown.pop(steps))
        # From the end of the list the next one is found again.
        reader.tab_to("Check my answer", number)


@pytest.fixture
def reader(visit):
    (visit.lab.folder / "quiz.ipynb").write_text(json.dumps(lesson()), "utf-8")
    visit.open("quiz.ipynb")
    visit.run_all()
    visit.page.wait_for_selector(".infosoc-quiz fieldset")
    return Reader(visit)


def test_all_kinds_are_in_the_quiz():
    assert {question.kind for question in QUESTIONS} == set(KINDS)


def test_a_whole_quiz_is_answered_right_by_keyboard(reader):
    for number, question in enumerate(QUESTIONS):
        answer(reader, number, question, right=True)
        reader.hears(number, "✓ Right.")
        reader.hears_score(f"{number + 1} of {COUNT} questions answered, {number + 1} right")
        assert reader.focused()["inside"]
    reader.hears_score("Well done.")
    assert reader.page.evaluate("window.lost") == []
    assert reader.run_last_cell() == f"({COUNT}, {COUNT})"
    assert reader.visit.outside == []
    assert reader.visit.complaints == []


def test_wrong_answers_are_explained_and_tried_again_by_keyboard(reader):
    for number, question in enumerate(QUESTIONS):
        answer(reader, number, question, right=False)
        reader.hears(number, "✗ Not right. Try again.")
        before = reader.focused()
        reader.tab_to("Show a hint", number)
        reader.press("Enter", times=len(question.hints) + 1)
        reader.page.locator("fieldset").nth(number).get_by_role(
            "link", name=question.section
        ).wait_for()
        assert reader.focused()["name"] == "Show a hint"
        assert before["inside"]
    reader.hears_score(f"{COUNT} of {COUNT} questions answered, 0 right at the first try. Read")
    links = reader.page.locator(".infosoc-quiz-score a").all_inner_texts()
    assert links == list(dict.fromkeys(question.section for question in QUESTIONS))
    assert reader.page.evaluate("window.lost") == []

    reader.page.evaluate(BEGIN)
    answer(reader, 0, QUESTIONS[0], right=True)
    reader.hears(0, "✓ Right (try 2).")

    reader.tab_to("Start again")
    reader.press("Enter")
    reader.hears_score(f"0 of {COUNT} questions answered")
    assert reader.focused()["name"] == "Start again"
    assert reader.page.locator(".infosoc-quiz input:checked").count() == 0
    assert reader.page.locator(".infosoc-quiz [aria-pressed=true]").count() == 0
    assert reader.page.locator(".infosoc-quiz-said", has_text=re.compile(".")).count() == 0


def test_feedback_is_announced_in_regions_that_stood_there_before(reader):
    assert set(reader.regions) == {"polite,true"}
    assert len(reader.regions) >= 2 * COUNT + 1
    wrong = next(option for option in QUESTIONS[0].options if not option.right)
    reader.tab_to(wrong.text)
    for tries in ("Try again.", "(try 2)", "(try 3)"):
        reader.press("Enter")
        reader.hears(0, tries)
    heard = [text for text in reader.announced() if wrong.feedback in text]
    assert len(set(heard)) == 3, "the same answer again is news again"


def test_a_word_is_refused_and_a_comma_is_not(reader):
    number, question = next(
        (place, one) for place, one in enumerate(QUESTIONS) if one.kind == "number"
    )
    field = reader.page.locator(".infosoc-quiz input[type=text]")
    reader.tab_to(question.unit)
    reader.page.keyboard.type("eleven")
    reader.press("Enter")
    reader.hears(number, "'eleven' is not a number")
    assert field.get_attribute("aria-invalid") == "true"
    reader.hears_score(f"0 of {COUNT}")
    reader.press("ControlOrMeta+a")
    reader.page.keyboard.type(f"{question.right},0")
    reader.press("Enter")
    reader.hears(number, "✓ Right.")
    assert field.get_attribute("aria-invalid") == "false"


def test_the_end_of_the_list_is_told_and_keeps_the_focus(reader):
    question = next(one for one in QUESTIONS if one.kind == "order")
    first = question.shown[0].text
    reader.tab_to(f"Earlier: {first}")
    reader.press("Enter")
    assert reader.announced()[-1] == f"{first}: is the first already."
    reader.press("Tab")
    reader.press("Space", times=len(question.items))
    assert reader.announced()[-1] == f"{first}: is the last already."
    assert reader.focused()["name"] == f"Later: {first}"
    assert reader.page.evaluate("window.lost") == []


def test_letters_are_not_taken_for_commands_of_jupyterlab(reader):
    cells = reader.page.evaluate(CELLS)
    for name in (QUESTIONS[0].choices()[0], "Show a hint", "Start again"):
        reader.tab_to(name)
        for key in ("x", "d", "d", "a", "b", "m", "ArrowDown", "j", "Shift+m"):
            reader.press(key)
        assert name in reader.focused()["name"]
    assert reader.page.evaluate(CELLS) == cells
    # With Ctrl the reader means JupyterLab.
    reader.page.evaluate(f"() => {PANEL}.context.model.setMetadata('mark', 1)")
    reader.page.wait_for_function(f"() => {PANEL}.context.model.dirty")
    reader.press("Control+s")
    reader.page.wait_for_function(f"() => !{PANEL}.context.model.dirty")


def test_a_section_to_read_again_is_opened_by_keyboard(reader):
    reader.tab_to("Show a hint", 0)
    reader.press("Enter", times=len(QUESTIONS[0].hints) + 1)
    section = QUESTIONS[0].section
    reader.page.locator("fieldset").first.get_by_role("link", name=section).wait_for()
    reader.tab_to(section)
    reader.press("Enter")
    heading = reader.page.get_by_role("heading", name=section)
    reader.page.wait_for_function(
        "(text) => document.activeElement.matches('h2')"
        " && document.activeElement.textContent.includes(text)",
        arg=section,
    )
    assert heading.evaluate("(node) => node.getBoundingClientRect().bottom") < 900


def test_two_hundred_quick_presses_leave_a_correct_state(reader):
    place = next(n for n, one in enumerate(QUESTIONS) if one.kind == "several")
    wrong = next(option for option in QUESTIONS[0].options if not option.right)
    right = next(option for option in QUESTIONS[0].options if option.right)
    reader.tab_to(wrong.text)
    reader.press("Enter", times=100)
    reader.tab_to("Check my answer", place)
    reader.press("Space", times=30)
    reader.page.evaluate(BEGIN)
    reader.tab_to(right.text)
    reader.press("Enter", times=70)
    reader.hears(0, "✓ Right (try 170).")
    reader.hears(place, "Choose at least one answer")
    reader.hears_score(f"1 of {COUNT} questions answered, 0 right")
    pressed = reader.page.locator(".infosoc-quiz [aria-pressed=true]").all_inner_texts()
    assert pressed == [f"✓ Right: {right.text}"]
    assert right.text in reader.focused()["name"]
    assert reader.run_last_cell() == "(0, 1)"


def test_an_answer_given_in_python_is_shown(reader):
    place, question = next((n, one) for n, one in enumerate(QUESTIONS) if one.kind == "order")
    right = [question.shown.index(item) for item in question.items]
    reader.page.evaluate(
        f"""(code) => {PANEL}.sessionContext.session.kernel.requestExecute({{ code }}).done""",
        f"quiz.answer({place}, {right})",
    )
    reader.hears(place, "✓ Right.")
    items = reader.page.locator(".infosoc-quiz li > span:first-child").all_inner_texts()
    assert items[: len(right)] == [item.text for item in question.items]


THEMES = ["JupyterLab Light", "JupyterLab Dark", "JupyterLab Dark High Contrast"]


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_no_fault(reader, theme):
    reader.page.evaluate(
        "(theme) => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme
    )
    reader.page.wait_for_function(
        "(theme) => document.body.dataset.jpThemeName === theme", arg=theme
    )
    # The cover that JupyterLab shows in the meantime fades; under it axe cannot measure.
    reader.page.wait_for_selector("#jupyterlab-splash", state="detached")
    assert faults(reader.page) == []
    # The two kinds of verdict, refusals, hints, sources and the score have colours of their own.
    for number, question in enumerate(QUESTIONS):
        answer(reader, number, question, right=number % 2 == 0)
        reader.hears(number, "ight")
        reader.tab_to("Show a hint", number)
        reader.press("Enter", times=len(question.hints) + 1)
    reader.page.locator(".infosoc-quiz-score a").first.wait_for()
    assert faults(reader.page) == []


def faults(page):
    """Let axe look at the quiz, and at nothing that is JupyterLab's."""
    # Of what is scrolled out of sight axe does not measure the colours.
    page.set_viewport_size({"width": 1300, "height": 6000})
    page.wait_for_function(IN_SIGHT)
    found = Axe().run(page, context=".infosoc-quiz", options={}).response
    assert measured(found) >= page.locator(".infosoc-quiz :is(legend, button)").count()
    unsure = [one for one in found["incomplete"] if one["id"] == "color-contrast"]
    return [
        (fault["id"], node["target"], node["failureSummary"])
        for fault in found["violations"] + unsure
        for node in fault["nodes"]
    ]


def measured(found):
    """Count the texts whose colours axe has measured, enough contrast or not."""
    rules = [one for kind in ("passes", "violations") for one in found[kind]]
    nodes = [node for one in rules if one["id"] == "color-contrast" for node in one["nodes"]]
    return sum("sufficient color contrast" in str(node["any"]) for node in nodes)
