"""The tests wait for figures that come late, and still see those that never come right."""

import pytest

pytestmark = pytest.mark.browser

FIGURE = """<div class="js-plotly-plot" style="width: {place}px; height: 300px">
  <svg class="main-svg" style="width: {width}px; height: {height}px"><g class="point"/></svg>
</div>"""
LATER = """() => setTimeout(() => {
  document.querySelector('svg').style.width = '800px';
}, 2000)"""
VANISH = "() => setTimeout(() => document.querySelector('svg').replaceChildren(), 500)"


@pytest.fixture
def show(visit):
    def put(width=800, height=300, place=800, around="<div>{}</div>"):
        figure = FIGURE.format(width=width, height=height, place=place)
        visit.page.set_content(around.format(figure))

    return put


def test_a_figure_that_is_redrawn_late_is_waited_for(visit, show):
    show(width=1200)
    visit.page.evaluate(LATER)
    assert visit.faults() == []


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ({"width": 1200}, "figure 1200 wide in a place of 800"),
        ({"height": 40}, "figure of 800 by 40"),
        ({"width": 0}, "figure 0 wide"),
        (
            {"around": '<div class="jp-OutputArea-output" style="width: 700px">{}</div>'},
            "output 800 wide in a page of 700",
        ),
        ({"around": '<div class="jp-OutputArea-output">Loading widget...{}</div>'}, "not shown"),
    ],
)
def test_a_fault_that_stays_is_seen(visit, show, fault, told):
    show(**fault)
    visit.page.set_default_timeout(2500)
    assert told in " ".join(visit.faults())


def test_a_figure_that_vanishes_after_a_while_is_seen(visit, show):
    show()
    visit.page.evaluate(VANISH)
    visit.page.set_default_timeout(2500)
    assert visit.faults()[0].startswith("figure without marks")
