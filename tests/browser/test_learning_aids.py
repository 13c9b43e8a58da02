"""Predictions, flashcards and exercise checks work with the keyboard alone."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

CELLS = [
    """\
import infosoc

users = infosoc.load("internet_users_groups")
world = users[users.group_code == "WLD"]
infosoc.learn.predict(
    world, ask="What share of people used the Internet?", at=[2005, 2025],
    unit="percent of population", title="People online",
)""",
    'infosoc.learn.flashcards("ungis")',
    'infosoc.learn.check("world-summit-days", 60)',
    'infosoc.learn.check("world-summit-days", 6)',
    'infosoc.explore.countries(country="Kenya", other="Tuvalu")',
    'infosoc.explore.profile({"Access": "internet_users", "None": None}, country="Kenya")',
    """\
sentences = infosoc.load("ungis_conclusions")
infosoc.learn.sort(
    sentences, card="statement", ours="verdict", why="reason",
    groups=["follows", "contradicted", "open"], title="What follows?",
)""",
]


def notebook(cells):
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}
        },
        "cells": [
            {
                "cell_type": "code",
                "id": f"cell-{number}",
                "metadata": {},
                "source": source,
                "outputs": [],
                "execution_count": None,
            }
            for number, source in enumerate(cells)
        ],
    }


@pytest.fixture
def aids(visit, lab):
    (lab.folder / "learning-aids.ipynb").write_text(json.dumps(notebook(CELLS)), "utf-8")
    visit.open("learning-aids.ipynb")
    visit.run_all()
    return visit.page


def press(page, name):
    button = page.get_by_role("button", name=name, exact=True)
    button.focus()
    page.keyboard.press("Enter")
    return button


def wait_for_words(page, words):
    page.locator("p[role=status]", has_text=words).first.wait_for()


def test_a_prediction_is_made_and_revealed(aids):
    slider = aids.get_by_role("slider", name="2005", exact=True)
    slider.focus()
    for _ in range(3):
        aids.keyboard.press("PageUp")
    shown = aids.locator("p[role=status]", has_text="the figure is 15.6")
    assert shown.count() == 0
    press(aids, "Show the figures")
    wait_for_words(aids, "the figure is 15.6")
    text = shown.first.inner_text()
    assert "too high" in text or "very close" in text
    assert "For 2025 you say 0, the figure is 73.6" in text
    assert aids.evaluate("() => document.activeElement.textContent") == "Show the figures"
    press(aids, "Guess again")
    wait_for_words(aids, "Then press Show the figures.")


def test_every_slider_has_a_name(aids):
    names = aids.locator(".noUi-handle").evaluate_all(
        "handles => handles.map(handle => handle.getAttribute('aria-label'))"
    )
    assert names == ["2005", "2025"]


def test_cards_are_turned_and_put_away(aids):
    wait_for_words(aids, "Say what it means")
    press(aids, "Show the meaning")
    aids.wait_for_function(
        "() => ![...document.querySelectorAll('p[role=status]')]"
        ".some(part => part.textContent.includes('Say what it means'))"
    )
    press(aids, "I knew it")
    wait_for_words(aids, "1 of")
    assert aids.evaluate("() => document.activeElement.textContent") == "I knew it"


def test_a_card_is_sorted_with_a_reason(aids):
    wait_for_words(aids, "Read the card, choose a group")
    press(aids, "Keep and compare")
    wait_for_words(aids, "Choose a group first.")
    press(aids, "follows")
    press(aids, "Keep and compare")
    wait_for_words(aids, "Write your reason first")
    field = aids.get_by_label("Your reason, in one sentence")
    field.focus()
    aids.keyboard.type("Two reports say so.")
    press(aids, "Keep and compare")
    wait_for_words(aids, "We say the same: follows.")
    press(aids, "Next card")
    aids.locator(".widget-html", has_text="Card 2 of 8:").first.wait_for(timeout=60_000)


def test_an_exercise_tells_right_from_wrong(aids):
    wait_for_words(aids, "Not right yet: the number is too high.")
    wait_for_words(aids, "✓ Right.")
    hint = aids.locator("summary", has_text="Hint 1").first
    hint.focus()
    aids.keyboard.press("Enter")
    assert aids.locator("details[open]", has_text="Keep the rows").count() == 1


def test_a_live_figure_is_as_wide_as_the_page(aids):
    aids.wait_for_function(
        """() => [...document.querySelectorAll('.widget-vbox > .js-plotly-plot')].every(
          (figure) => figure.querySelector('.main-svg')?.clientWidth === figure.clientWidth)""",
    )
    assert aids.locator(".widget-vbox > .js-plotly-plot").count() == 3


def test_axe_finds_no_fault_in_our_controls(aids, visit):
    # JupyterLab's body has no height; axe would take all that is in it for hidden.
    aids.add_style_tag(content="body { height: 100vh }")
    assert visit.resize(1300, 4000) == []
    # The figures are plotly's; each has its sentence and its table beside it.
    context = {"include": [[".widget-vbox"]], "exclude": [[".js-plotly-plot"]]}
    found = Axe().run(aids, context=context).response
    faults = [
        (fault["id"], node["target"], node["failureSummary"])
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
    assert faults == []
    assert len(found["passes"]) > 5
