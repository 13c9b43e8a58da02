"""Every widget can be used with a screen reader: axe, names, and a focus that can be seen."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

MAPS = """\
users = infosoc.load("internet_users").query("year == 2023")
infosoc.explore.find_on_maps(users, breaks=[25, 50, 75], unit="percent", title="Online")"""
PREDICT = """\
world = infosoc.load("internet_users_groups").query("group_code == 'WLD'")
infosoc.learn.predict(world, ask="How many people?", at={at}, unit="percent")"""
#: One cell for each thing that readers use or read, beside the quiz, which has a test of its own.
CELLS = [
    "import infosoc\n\ninfosoc.learn.check('world-summit-days', 6)",
    PREDICT.format(at=[2005, 2025]),
    PREDICT.format(at=2005),
    "infosoc.learn.flashcards('ungis')",
    "infosoc.learn.claim_tracker('ungis')",
    "infosoc.explore.timeline(infosoc.load('events').query(\"topic == 'wsis'\"))",
    "infosoc.explore.countries(country='Kenya', other='Tuvalu')",
    MAPS,
    "infosoc.learn.check('world-summit-days', 60)",
    "infosoc.learn.progress()",
    "infosoc.learn.navigator()",
    "infosoc.learn.plan(60)",
    "infosoc.learn.handout('01-world-summit')",
    "infosoc.learn.words('WSIS', 'IGF')",
    "infosoc.learn.quiz('world-summit')",
]
THEMES = ["JupyterLab Light", "JupyterLab Dark", "JupyterLab Dark High Contrast"]
#: Rules about a whole page, which is JupyterLab's.
PAGE_RULES = ["region", "page-has-heading-one", "heading-order", "landmark-one-main"]
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
LOOK = """() => {
  const node = document.activeElement;
  // A box is drawn around the focused part or around what holds it.
  const looks = [node, node.parentElement, node.querySelector(':scope > *')].map((one) => {
    if (!one) return '';
    const look = getComputedStyle(one);
    return [look.outlineStyle === 'none' ? '' : look.outline, look.boxShadow, look.border,
      look.backgroundColor].join('|');
  });
  window.seen = window.seen ?? new Map();
  const name = node.getAttribute('aria-label') ?? node.textContent.trim().slice(0, 30)
    ?? node.className;
  if (!node.closest('.jp-OutputArea-output') || node.closest('.js-plotly-plot')) return null;
  window.seen.set(node, { name: name || node.outerHTML.slice(0, 80), looks: looks.join('#') });
  return name;
}"""
NO_SIGN = """() => {
  document.activeElement.blur();
  return [...window.seen].filter(([node]) => node.isConnected).flatMap(([node, told]) => {
    const looks = [node, node.parentElement, node.querySelector(':scope > *')].map((one) => {
      if (!one) return '';
      const look = getComputedStyle(one);
      return [look.outlineStyle === 'none' ? '' : look.outline, look.boxShadow, look.border,
        look.backgroundColor].join('|');
    });
    return looks.join('#') === told.looks ? [told.name] : [];
  });
}"""


@pytest.fixture
def page(visit, notebook):
    visit.open(notebook("every-widget.ipynb", CELLS))
    visit.run_all()
    return visit.page


def change_theme(page, theme):
    page.evaluate(
        "(theme) => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme
    )
    page.wait_for_function("(theme) => document.body.dataset.jpThemeName === theme", arg=theme)
    page.wait_for_selector("#jupyterlab-splash", state="detached")


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_no_fault(page, visit, theme):
    change_theme(page, theme)
    # JupyterLab's body has no height; axe would take all that is in it for hidden. And of what
    # is scrolled out of sight it does not measure the colours.
    page.add_style_tag(content="body { height: 100vh }")
    tall = page.locator(".jp-WindowedPanel-inner, .jp-Notebook").first.evaluate(
        "(node) => node.scrollHeight"
    )
    assert visit.resize(1300, tall + 400) == []
    # The figures are plotly's; each has its sentence and its table beside it.
    context = {"include": [[".jp-OutputArea-output"]], "exclude": [[".js-plotly-plot"]]}
    options = {"rules": {rule: {"enabled": False} for rule in PAGE_RULES}}
    found = Axe().run(page, context=context, options=options).response
    faults = [
        (fault["id"], node["target"], node["failureSummary"])
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
    assert faults == []
    measured = [
        node for one in found["passes"] if one["id"] == "color-contrast" for node in one["nodes"]
    ]
    assert len(measured) > 100


def test_every_control_has_a_name(page):
    assert page.evaluate(NAMELESS) == []
    sliders = page.locator(".noUi-handle").evaluate_all(
        "handles => handles.map(handle => handle.getAttribute('aria-label'))"
    )
    assert sliders == ["2005", "2025", "Years, from", "Years, to"]


def test_the_focus_can_be_seen_on_every_control(page, keys):
    keys.begin()
    names = []
    for _ in range(150):
        keys.press("Tab")
        name = page.evaluate(LOOK)
        if name is not None:
            names.append(name)
    assert len(set(names)) > 40, names
    assert page.evaluate(NO_SIGN) == []
