"""Explorers work with the keyboard alone."""

import re

import pytest

import infosoc

pytestmark = pytest.mark.browser

#: Marks in the figure that stands among the controls: the strokes as thick as a mark.
POINTS = """() => [...document.querySelectorAll('.widget-vbox .infosoc-strokes path')]
  .filter((path) => getComputedStyle(path).strokeWidth === '7px'
    && getComputedStyle(path).strokeLinecap === 'round')
  .reduce((sum, path) => sum + path.getAttribute('d').split('M').length - 1, 0)"""
YEARS = """() => [...document.querySelectorAll('.noUi-handle')].slice(0, 2)
  .map((handle) => Math.round(Number(handle.getAttribute('aria-valuenow'))))"""


@pytest.fixture
def start_page(visit):
    visit.open("00-start-here.ipynb")
    visit.run_all()
    return visit


@pytest.fixture
def expected():
    """The same explorer in Python: what the one on the screen has to come to."""
    return infosoc.explore.timeline(infosoc.load("events"))


def wait_for_count(page, explorer):
    """Wait until the page shows the events that the controls ask for, and return how many."""
    count = len(explorer.chosen())
    said = f"{count} of {len(infosoc.load('events'))} events are shown"
    page.locator("p[role=status]", has_text=re.compile(f"^{said}")).wait_for()
    return count


def test_the_explorer_is_used_by_keyboard(start_page, expected):
    page = start_page.page
    everything = wait_for_count(page, expected)
    page.wait_for_function(f"() => ({POINTS})() === {everything}")

    page.get_by_role("checkbox", name="World Summit", exact=True).focus()
    page.keyboard.press("Space")
    next(box for box in expected.topics.values() if box.description == "World Summit").value = False
    fewer = wait_for_count(page, expected)
    assert fewer < everything

    for handle, key in ((0, "PageUp"), (1, "PageDown")):
        page.locator(".noUi-handle").nth(handle).focus()
        for _ in range(4):
            page.keyboard.press(key)
        before, expected.years.value = expected.years.value, page.evaluate(YEARS)
        assert expected.years.value[handle] != before[handle]
        fewer, before = wait_for_count(page, expected), fewer
        assert fewer < before

    page.get_by_placeholder("a word in title or place").focus()
    page.keyboard.type("Tunis")
    expected.search.value = "Tunis"
    assert 0 < wait_for_count(page, expected) < fewer

    page.get_by_role("button", name="Reset").focus()
    page.keyboard.press("Enter")
    expected.reset.click()
    assert wait_for_count(page, expected) == everything
    page.wait_for_function(f"() => ({POINTS})() === {everything}")


def test_controls_follow_one_another_with_tab(start_page):
    page = start_page.page
    page.get_by_role("checkbox", name="World Summit", exact=True).focus()
    names = []
    for _ in range(14):
        page.keyboard.press("Tab")
        names.append(page.evaluate("() => document.activeElement.className || 'input'"))
    assert any("noUi-handle" in name for name in names), names
    assert any("jupyter-button" in name for name in names), names
