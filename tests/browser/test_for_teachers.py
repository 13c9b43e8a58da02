"""The page for teachers: cockpit, questions before and after, reading list, by keyboard alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

import infosoc

pytestmark = pytest.mark.browser


@pytest.fixture
def page(visit):
    visit.open("for-teachers.ipynb")
    visit.run_all()
    yield visit.page
    assert visit.outside == []
    assert visit.complaints == []


def press(page, name, number=0):
    page.get_by_role("button", name=name, exact=True).nth(number).focus()
    page.keyboard.press("Enter")


def wait_for_words(page, words):
    page.locator("p[role=status]", has_text=words).first.wait_for(timeout=60_000)


def test_a_run_sheet_is_written(page, lab):
    wait_for_words(page, "90 minutes, 20 people")
    page.get_by_role("slider", name="Minutes", exact=True).focus()
    page.keyboard.press("ArrowLeft")
    wait_for_words(page, "85 minutes, 20 people")
    press(page, "See who decides")
    wait_for_words(page, "See who decides, 85 minutes")
    press(page, "none")
    press(page, "Write the run sheet")
    wait_for_words(page, "Saved: ")
    text = (lab.folder / "run-sheet.html").read_text("utf-8")
    assert "Answer key" in text


def test_both_rounds_are_answered_and_a_file_is_written(page, lab):
    items = infosoc.load("before_after_items").sort_values("order")
    for name in ("before", "after"):
        if name == "after":
            wait_for_words(page, "The round before is done")
            press(page, "after")
        for number, item in enumerate(items.to_dict("records"), start=1):
            page.locator("p", has_text=f"Question {number} of 12 ({name})").first.wait_for()
            right = item[f"option_{item['right']}"]
            press(page, right if name == "after" else "I do not know")
            press(page, "Keep and go on")
    wait_for_words(page, "0 right before, 12 right after, of 12")
    press(page, "Write the file for the facilitator")
    wait_for_words(page, "It holds no name and no time")
    assert (lab.folder / "before-after.csv").exists()
    press(page, "Delete my answers")
    wait_for_words(page, "Your answers are deleted")


def test_the_reading_list_is_filtered(page):
    press(page, "5 minutes")
    wait_for_words(page, "10 of 26 texts.")
    page.get_by_role("checkbox", name="Only free of charge").focus()
    page.keyboard.press("Space")
    press(page, "Spanish")
    wait_for_words(page, "No text fits")


def test_axe_finds_no_fault(page):
    page.add_style_tag(content="body { height: 100vh }")
    page.set_viewport_size({"width": 1300, "height": 9000})
    page.wait_for_timeout(1500)
    context = {"include": [[".widget-vbox"]], "exclude": [[".js-plotly-plot"]]}
    found = Axe().run(page, context=context).response
    faults = [
        (fault["id"], node["target"], node["failureSummary"])
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
    assert faults == []
    assert len(found["passes"]) > 5
