"""Explorers work with the keyboard alone."""

import re

import pytest

pytestmark = pytest.mark.browser

KERNEL_IDLE = """() => window.jupyterapp.shell.currentWidget
  .sessionContext.session.kernel.status === 'idle'"""

#: Marks in the figure that stands among the controls.
POINTS = "() => document.querySelectorAll('.widget-vbox .js-plotly-plot .point').length"


@pytest.fixture
def start_page(visit):
    visit.open("00-start-here.ipynb")
    visit.run_all()
    return visit


def shown(page):
    text = page.locator("p[role=status]", has_text="events are shown").inner_text()
    return int(re.match(r"(\d+) of", text).group(1))


def wait_for_change(page, before):
    page.wait_for_function(
        """(before) => {
          const said = [...document.querySelectorAll('p[role=status]')]
            .map((part) => part.textContent.match(/^(\\d+) of \\d+ events/))
            .find(Boolean);
          return said && Number(said[1]) !== before;
        }""",
        arg=before,
        timeout=60_000,
    )


def wait_until_calm(page):
    """Wait until letters that are still on their way have arrived: a reader types more slowly."""
    before = None
    while before != (before := shown(page)):
        page.wait_for_function(KERNEL_IDLE)
        page.wait_for_timeout(1500)


def test_the_explorer_is_used_by_keyboard(start_page):
    page = start_page.page
    everything = shown(page)
    assert page.evaluate(POINTS) >= everything

    page.get_by_role("checkbox", name="World Summit", exact=True).focus()
    page.keyboard.press("Space")
    wait_for_change(page, everything)
    fewer = shown(page)
    assert fewer < everything

    for handle, key in ((0, "PageUp"), (1, "PageDown")):
        before = shown(page)
        page.locator(".noUi-handle").nth(handle).focus()
        for _ in range(4):
            page.keyboard.press(key)
        wait_for_change(page, before)

    before = shown(page)
    page.get_by_placeholder("a word in title or place").focus()
    page.keyboard.type("Tunis")
    wait_for_change(page, before)
    wait_until_calm(page)

    page.get_by_role("button", name="Reset").focus()
    page.keyboard.press("Enter")
    said = page.locator("p[role=status]", has_text=f"{everything} of {everything} events")
    said.wait_for(timeout=60_000)
    page.wait_for_function(f"() => ({POINTS})() >= {everything}", timeout=60_000)


def test_controls_follow_one_another_with_tab(start_page):
    page = start_page.page
    page.get_by_role("checkbox", name="World Summit", exact=True).focus()
    names = []
    for _ in range(14):
        page.keyboard.press("Tab")
        names.append(page.evaluate("() => document.activeElement.className || 'input'"))
    assert any("noUi-handle" in name for name in names), names
    assert any("jupyter-button" in name for name in names), names
