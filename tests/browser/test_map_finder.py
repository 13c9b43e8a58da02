"""Every member State of the UN is found by its name, with the keyboard alone."""

import pytest
from playwright.sync_api import TimeoutError

import infosoc

pytestmark = pytest.mark.browser

#: Observers, not members: the list offers them too.
OBSERVERS = {"PSE", "VAT"}
FIELD = "the name of a country"
#: Every so many names are typed key by key.
KEY_BY_KEY = 8
#: What stands below the field, and the names that stand beside a ring on each map.
SHOWN = """() => [...document.querySelectorAll('.widget-vbox')]
  .filter((box) => box.querySelector('[placeholder="the name of a country"]'))
  .map((box) => ({
    said: box.querySelector('p[role=status]').textContent,
    rings: [...box.querySelectorAll('.js-plotly-plot')].map((figure) =>
      figure.querySelectorAll('.shapelayer path').length
        - figure.querySelectorAll('.shape-label text').length),
    names: [...box.querySelectorAll('.js-plotly-plot')].map((figure) =>
      [...figure.querySelectorAll('.shape-label text')].map((text) => text.textContent)),
  }))[0]"""
FOUND = f"""(name) => {{
  const {{said, rings, names}} = ({SHOWN})();
  return said.startsWith(name + ', ') && rings.length === 2 && rings.every((n) => n === 1)
    && names.every((some) => some.includes(name));
}}"""


@pytest.fixture
def finder_page(visit):
    visit.open("07-igf.ipynb")
    visit.run_all()
    return visit


def members():
    countries = infosoc.load("countries")
    states = countries[countries["un_state"].fillna(False)]
    return sorted(states.loc[~states["iso3"].isin(OBSERVERS), "name"])


def test_every_member_state_is_found_by_keyboard(finder_page):
    page = finder_page.page
    names = members()
    assert len(names) == 193
    page.get_by_placeholder(FIELD).focus()
    lost = []
    for number, name in enumerate(names):
        page.keyboard.press("Control+A")
        # Key by key takes long in a large page; the others come as from an input method.
        write = page.keyboard.insert_text if number % KEY_BY_KEY else page.keyboard.type
        write(name)
        try:
            page.wait_for_function(FOUND, arg=name, timeout=15_000)
        except TimeoutError:
            lost.append((name, page.evaluate(SHOWN)))
    assert lost == []
    assert finder_page.outside == []


def test_every_member_state_stands_in_the_table(finder_page):
    page = finder_page.page
    box = page.locator(".widget-vbox", has=page.get_by_placeholder(FIELD)).last
    table = box.locator("details").last
    table.locator("summary").focus()
    page.keyboard.press("Enter")
    assert table.evaluate("(part) => part.open")
    cells = set(table.locator("tbody tr :first-child").all_inner_texts())
    assert [name for name in members() if name not in cells] == []
