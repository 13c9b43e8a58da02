"""The sorting game and the page of a country work with the keyboard alone."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

CELLS = [
    "import infosoc\n\ninfosoc.learn.who_decides()",
    'infosoc.explore.your_country("Kenya")',
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
def page(visit, lab):
    (lab.folder / "deciding.ipynb").write_text(json.dumps(notebook(CELLS)), "utf-8")
    visit.open("deciding.ipynb")
    visit.run_all()
    yield visit.page
    assert visit.outside == []
    assert visit.complaints == []


def press(page, name):
    page.get_by_role("button", name=name, exact=True).first.focus()
    page.keyboard.press("Enter")


def wait_for_words(page, words):
    page.locator("p[role=status]", has_text=words).first.wait_for(timeout=60_000)


def test_a_group_sorts_cards_and_goes_back_in_time(page):
    wait_for_words(page, "Choose a place and a verb")
    press(page, "Add this answer")
    wait_for_words(page, "Choose a place and a verb first.")
    press(page, "company")
    press(page, "decides")
    press(page, "Add this answer")
    wait_for_words(page, "✓ company decides")
    press(page, "Show the sourced answers")
    wait_for_words(page, "3 sourced answers for the end of 2025")
    press(page, "2003")
    wait_for_words(page, "The year is 2003 now.")
    press(page, "Next card")
    page.locator("p", has_text="Card 2 of 28: A song in your film").first.wait_for()
    debate = page.locator("details", has_text="Cards for the debate").first
    debate.locator("summary").focus()
    page.keyboard.press("Enter")
    assert "Your post is gone" in debate.inner_text()


def test_a_country_is_typed_and_its_page_is_saved(page, lab):
    field = page.get_by_placeholder("nobody")
    field.focus()
    page.keyboard.type("Tuvalu")
    page.keyboard.press("Enter")
    wait_for_words(page, "Tuvalu: ")
    press(page, "Save as one page")
    wait_for_words(page, "Saved: ")
    text = (lab.folder / "kenya-tuvalu.html").read_text("utf-8")
    assert "What is not known" in text
    first = page.get_by_label("Country", exact=True)
    first.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("Atlantis")
    wait_for_words(page, "is not in the list")


def test_axe_finds_no_fault(page):
    page.add_style_tag(content="body { height: 100vh }")
    page.set_viewport_size({"width": 1300, "height": 4000})
    press(page, "Show the sourced answers")
    wait_for_words(page, "sourced answers for the end")
    page.wait_for_timeout(1000)
    context = {"include": [[".widget-vbox"]], "exclude": [[".js-plotly-plot"]]}
    found = Axe().run(page, context=context).response
    faults = [
        (fault["id"], node["target"], node["failureSummary"])
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
    assert faults == []
    assert len(found["passes"]) > 5
