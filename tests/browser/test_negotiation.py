"""Whole negotiations in JupyterLab, with the keyboard alone and by presses, and their logs."""

import re

import pytest

from infosoc import negotiate
from infosoc.learn import negotiation_kit

pytestmark = pytest.mark.browser

CELLS = [
    "import infosoc\n\ninfosoc.learn.negotiation(seconds=10)",
    "infosoc.learn.negotiation_kit()",
]
DEAL, BLOCKED = "ACBCBB", "CCCCCC"
HOSTILE = "<img src=x onerror='window.hit=1'><script>window.hit=2</script>"


@pytest.fixture
def talks(visit, notebook):
    visit.open(notebook("talks.ipynb", CELLS))
    visit.run_all()
    return visit


def by_keyboard(page, button):
    button.focus()
    page.keyboard.press("Enter")


def by_press(_page, button):
    button.click()


def named(page, name):
    return page.get_by_role("button", name=name, exact=True)


def choose(page, package, act):
    groups = page.locator(".widget-toggle-buttons")
    for number, letter in enumerate(package, start=1):
        label = re.compile(rf"^Paragraph {number}")
        group = groups.filter(has=page.locator(".widget-label", has_text=label)).first
        act(page, group.locator("button").filter(has_text=re.compile(rf"^{letter}: ")))
        said(page, f"Paragraph {number} is now {letter}")


def said(page, words):
    page.locator("p[role=status]", has_text=words).first.wait_for(timeout=60_000)


def timer(page, words):
    page.locator("p[role=timer]", has_text=words).first.wait_for(timeout=60_000)


def read_again(page, act, moves):
    """Save the log, open everything, and bring the log back."""
    act(page, named(page, "Save the log (CSV and HTML)"))
    said(page, "Saved: negotiation-log.csv, negotiation-log.html.")
    act(page, named(page, "Begin again"))
    said(page, "All six paragraphs are in brackets.")
    act(page, named(page, "Read the log again"))
    said(page, f"The log is read again: {moves} moves.")


@pytest.mark.parametrize("act", [by_keyboard, by_press])
def test_a_group_negotiates_to_a_deal(talks, act):
    page = talks.page
    choose(page, DEAL, act)
    said(page, "No role is below its red line.")
    act(page, named(page, "Start the silence"))
    timer(page, "Silence: 0:0")
    act(page, named(page, "Pause"))
    said(page, "Paused with")
    before = page.locator("p[role=timer]").inner_text()
    page.wait_for_timeout(2500)
    assert page.locator("p[role=timer]").inner_text() == before
    act(page, named(page, "Go on"))
    act(page, named(page, "Break: Business"))
    said(page, "Business breaks the silence. The talks go on.")
    act(page, named(page, "Start the silence"))
    said(page, "Agreed: nobody broke the silence, and no role is below its red line.")
    assert "31 could pass" in page.inner_text(".jp-Notebook")
    log = negotiate.read_log(talks_file(talks, act, page))
    assert [move.action for move in log][-2:] == ["starts-silence", "agreed"]
    assert (talks.outside, talks.complaints) == ([], [])


def talks_file(talks, act, page):
    moves = 6 + 4 + 2
    read_again(page, act, moves)
    said(page, "No role is below its red line.")
    assert "Agreed: nobody broke the silence" in page.inner_text(".jp-Notebook")
    return talks.lab.folder / "negotiation-log.csv"


@pytest.mark.parametrize("act", [by_keyboard, by_press])
def test_a_group_negotiates_to_a_breakdown(talks, act):
    page = talks.page
    choose(page, BLOCKED, act)
    said(page, "Below their red line:")
    act(page, named(page, "Start the silence"))
    said(page, "No consensus: nobody broke the silence, but a role is below its red line.")
    act(page, named(page, "Begin again"))
    said(page, "All six paragraphs are in brackets.")
    choose(page, "AB", act)
    act(page, named(page, "Break off the talks"))
    said(page, "The talks are broken off.")
    read_again(page, act, 3)
    assert "The talks are broken off." in page.inner_text(".jp-Notebook")
    assert talks.complaints == []


def test_alone_to_a_deal_by_keyboard(talks):
    page = talks.page
    by_keyboard(page, named(page, "Civil society"))
    said(page, "You speak for Civil society.")
    assert named(page, "Break: Business").is_disabled()
    for _ in range(12):
        by_keyboard(page, named(page, "Ask for offers"))
        page.locator("ol[role=status] li").first.wait_for()
        if "Nobody has a better offer" in page.locator("ol[role=status]").inner_text():
            break
        by_keyboard(page, named(page, "Accept offer 1"))
        said(page, "The offer is in the text.")
        page.wait_for_function("() => !document.querySelector('ol[role=status]')")
    by_keyboard(page, named(page, "Start the silence"))
    said(page, "Agreed: nobody broke the silence")
    moves = int(re.search(r"Moves so far: (\d+)", page.inner_text(".jp-Notebook")).group(1))
    read_again(page, by_keyboard, moves)
    assert talks.complaints == []


def test_alone_to_a_breakdown_by_keyboard(talks):
    page = talks.page
    by_keyboard(page, named(page, "Sovereignty Group"))
    said(page, "You speak for Sovereignty Group.")
    choose(page, BLOCKED, by_keyboard)
    by_keyboard(page, named(page, "Start the silence"))
    said(page, "breaks the silence. The talks go on.")
    by_keyboard(page, named(page, "Break off the talks"))
    said(page, "The talks are broken off.")
    read_again(page, by_keyboard, 9)
    assert talks.complaints == []


def test_a_groups_own_words_do_nothing_on_the_page_or_in_the_log(talks, visit_page):
    page = talks.page
    choose(page, DEAL, by_keyboard)
    page.get_by_label("Your wording").focus()
    page.keyboard.type(HOSTILE)
    page.keyboard.press("Tab")
    by_keyboard(page, named(page, "Use our wording"))
    said(page, "Paragraph 1 has your wording.")
    assert HOSTILE in page.inner_text(".jp-Notebook")
    by_keyboard(page, named(page, "Save the log (CSV and HTML)"))
    said(page, "Saved: negotiation-log.csv")
    assert page.evaluate("window.hit") is None
    open_file, outside, complaints = visit_page
    saved = open_file(talks.lab.folder / "negotiation-log.html")
    assert HOSTILE in saved.inner_text("main")
    assert saved.evaluate("window.hit") is None
    assert saved.locator("script, img").count() == 0
    assert (outside, complaints) == ([], [])


def test_tab_reaches_every_part_in_order(talks):
    page = talks.page
    named(page, "All roles (a group)").focus()
    seen = []
    for _ in range(75):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("() => document.activeElement.textContent.trim()"))
    wanted = ["UN agency", "[...] open", "Use our wording", "Ask for offers", "Start the silence"]
    wanted += ["Break: UN agency", "Break off the talks", "Show the debrief", "Read the log again"]
    places = [seen.index(name) for name in wanted]
    assert places == sorted(places)


def test_axe_finds_no_fault_of_ours(talks):
    page = talks.page
    choose(page, DEAL, by_keyboard)
    by_keyboard(page, named(page, "Show the debrief"))
    page.locator("text=The same six questions in 2005 and in 2025").first.wait_for()
    assert talks.show_whole() == []
    faults, measured = talks.axe()
    assert faults == []
    assert measured > 50


#: Pages and sheets of each, and those that lie on their side.
PAGES = {"brief": 2, "role-cards": 4, "clock-plan": 1, "score-sheet": 1, "key": 2}
LANDSCAPE = ("score-sheet", "key")
#: Anything that sticks out of the paper to the right, or out of its own cell.
TOO_WIDE = """() => [...document.querySelectorAll('main *')]
  .filter((part) => part.getBoundingClientRect().right > document.documentElement.clientWidth + 1
    || (part.matches('td, th') && part.scrollWidth > part.clientWidth + 1))
  .map((part) => part.tagName)"""


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_prints_on_as_many_sheets_as_it_should(visit_page, tmp_path, name, paper):
    file = tmp_path / f"{name}.html"
    file.write_text(negotiation_kit().page(name), "utf-8")
    open_file, outside, complaints = visit_page
    page = open_file(file)
    page.emulate_media(media="print")
    # A4 without its margins, in pixels.
    page.set_viewport_size({"width": 1047 if name in LANDSCAPE else 680, "height": 900})
    assert page.evaluate(TOO_WIDE) == []
    own = paper == "A4"
    pdf = page.pdf(
        prefer_css_page_size=own,
        format=None if own else paper,
        landscape=name in LANDSCAPE and not own,
    )
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == PAGES[name]
    assert (outside, complaints) == ([], [])


def test_the_kit_is_written_by_keyboard(talks):
    page = talks.page
    by_keyboard(page, named(page, "Write the pages"))
    said(page, "5 pages are in the folder negotiation-kit")
    written = sorted(path.stem for path in (talks.lab.folder / "negotiation-kit").iterdir())
    assert written == sorted(PAGES)
