"""Marks of a live timeline are strokes; they still say what they are when they are pointed at."""

import html

import pytest

import infosoc

pytestmark = pytest.mark.browser

#: Where the stroke of a mark stands on the screen, and the words that belong to it.
PLACE = """(number) => {
  const figure = document.querySelector('.widget-vbox .js-plotly-plot');
  const { xaxis, yaxis } = figure._fullLayout;
  const { x, y, hovertext } = figure.data[0];
  const box = figure.getBoundingClientRect();
  return [box.left + xaxis._offset + xaxis.d2p(x[number]),
          box.top + yaxis._offset + yaxis.d2p(y[number]), hovertext[number].split('<br>')[0]];
}"""
#: The distance in pixels from a point of the screen to the nearest mark.
DISTANCE = """([x, y]) => Math.min(...[...document.querySelectorAll(
    '.widget-vbox .infosoc-strokes path')].flatMap((path) => {
  const { a, d, e, f } = path.getScreenCTM();
  return [...path.getAttribute('d').matchAll(/M([-\\d.]+),([-\\d.]+)/g)].map((found) =>
    Math.hypot(Number(found[1]) * a + e - x, Number(found[2]) * d + f - y));
}))"""
SAID = "() => document.querySelector('.hoverlayer .hovertext')?.textContent ?? ''"


def test_a_stroke_says_what_it_is(visit):
    visit.open("00-start-here.ipynb")
    visit.run_all()
    page = visit.page
    # The first marks are at the top of the picture, below the line with the count.
    page.locator("p[role=status]").first.scroll_into_view_if_needed()
    titles = set()
    for number in (0, 1, 2):
        x, y, words = page.evaluate(PLACE, number)
        assert page.evaluate(DISTANCE, [x, y]) < 1
        page.mouse.move(x - 40, y)
        page.mouse.move(x, y)
        first = html.unescape(words.removeprefix("<b>").removesuffix("</b>"))
        page.wait_for_function(f"(words) => ({SAID})().includes(words)", arg=first, timeout=20_000)
        titles.add(first)
    known = " ".join(infosoc.load("events")["title"])
    assert all(title in known for title in titles)
    assert len(titles) == 3
