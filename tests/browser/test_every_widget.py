"""Every widget can be used with a screen reader: axe, names, and a focus that can be seen."""

import re

import pytest

import infosoc

pytestmark = pytest.mark.browser

PREDICT = """\
world = infosoc.load("internet_users_groups").query("group_code == 'WLD'")
infosoc.learn.predict(world, ask="How many people?", at={at}, unit="percent")"""
#: One cell for each thing that readers use or read.
CELLS = [
    "import infosoc\n\ninfosoc.learn.check('world-summit-days', 6)",
    PREDICT.format(at=[2005, 2025]),
    PREDICT.format(at=2005),
    "infosoc.learn.flashcards('ungis')",
    "infosoc.learn.claim_tracker('ungis')",
    "infosoc.explore.timeline(infosoc.load('events').query(\"topic == 'wsis'\"))",
    "infosoc.explore.countries(country='Kenya', other='Tuvalu')",
    """\
users = infosoc.load("internet_users").query("year == 2023")
infosoc.explore.find_on_maps(users, breaks=[25, 50, 75], unit="percent", title="Online")""",
    "infosoc.learn.check('world-summit-days', 60)",
    "infosoc.learn.progress()",
    "infosoc.learn.navigator()",
    "infosoc.learn.plan(60)",
    "infosoc.learn.handout('01-world-summit')",
    "infosoc.learn.words('WSIS', 'IGF')",
    "infosoc.learn.quiz('world-summit')",
    """\
sentences = infosoc.load("ungis_conclusions")
infosoc.learn.sort(
    sentences, card="statement", ours="verdict", why="reason",
    groups=["follows", "contradicted", "open"], title="What follows?",
)""",
    "infosoc.learn.who_decides()",
    "infosoc.learn.decision_cards()",
    "infosoc.learn.negotiation()",
    "infosoc.learn.negotiation_kit(start='09:00')",
    "infosoc.learn.cockpit()",
    "infosoc.learn.run_sheet()",
    "infosoc.learn.before_after()",
    "infosoc.explore.own_timeline('my-files')",
    "infosoc.explore.own_document('my-files')",
    "infosoc.explore.profile({'Access': 'internet_users', 'None': None}, country='Kenya')",
    "infosoc.explore.scatter(['electricity_access'])",
    "infosoc.explore.words(start='women, youth')",
    "infosoc.explore.reading_list()",
    "infosoc.explore.country_report('Kenya')",
    "infosoc.explore.your_country('Kenya')",
]
#: These return what is not shown: a word of success, or an exhibit, which the lessons show.
NOT_SHOWN = {"forget", "group_gains"}
THEMES = ["JupyterLab Light", "JupyterLab Dark", "JupyterLab Dark High Contrast"]
NAMELESS = """() => [...document.querySelectorAll('.jp-OutputArea-output')].flatMap((area) =>
  [...area.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex="0"], [contenteditable=true]')]
    .filter((node) => node.offsetParent && !node.closest('.js-plotly-plot'))
    .filter((node) => ![
      node.getAttribute('aria-label'),
      ...[...(node.labels ?? [])].map((label) => label.textContent),
      node.matches('a, button, summary') ? node.textContent : '',
    ].some((text) => text?.trim()))
    .map((node) => node.outerHTML.slice(0, 160)))"""


def test_every_widget_of_the_package_is_looked_at():
    used = set(re.findall(r"infosoc\.((?:learn|explore)\.\w+)\(", "\n".join(CELLS)))
    offered = {
        f"{name}.{one}"
        for name in ("learn", "explore")
        for one in getattr(infosoc, name).__all__
        if one not in NOT_SHOWN
    }
    assert offered == used


@pytest.fixture
def page(visit, notebook):
    visit.open(notebook("every-widget.ipynb", CELLS))
    visit.run_all()
    errors = [output for output in visit.outputs() if output["output_type"] == "error"]
    assert not errors, [(error["cell"], error["evalue"]) for error in errors]
    return visit.page


def change_theme(page, theme):
    page.evaluate(
        "(theme) => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme
    )
    page.wait_for_function("(theme) => document.body.dataset.jpThemeName === theme", arg=theme)
    page.wait_for_selector("#jupyterlab-splash", state="detached")


def test_every_widget_is_for_everyone(page, visit, keys):
    # In one visit, because most of the time goes into running the cells.
    assert visit.show_whole() == []
    found = keys.walk()
    assert (found["missed"], found["unseen"]) == ([], [])
    assert len(found["reached"]) > 300
    assert page.evaluate(NAMELESS) == []
    sliders = page.locator(".noUi-handle").evaluate_all(
        "handles => handles.map(handle => handle.getAttribute('aria-label'))"
    )
    assert sliders[:4] == ["2005", "2025", "Years, from", "Years, to"]
    assert all(sliders)

    # What is folded has been opened on the walk.
    for theme in THEMES:
        change_theme(page, theme)
        faults, measured = visit.axe()
        assert faults == [], theme
        assert measured > 1000


def test_the_focus_can_be_seen_in_forced_colours(page, keys):
    page.emulate_media(forced_colors="active")
    found = keys.walk()
    assert (found["missed"], found["unseen"]) == ([], [])
