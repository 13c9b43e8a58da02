"""The reading site works from a folder with the network off: every page, link and figure."""

import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from infosoc.learn import quiz_file
from infosoc.messages import say

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
PAGES = sorted([*LESSONS, "index", "data", "search", "accessibility"])
MOST_SITE, MOST_PAGE = 25_000_000, 1_000_000
SERIOUS = {"serious", "critical"}
#: A figure is drawn when the picture has gone and marks stand there.
UNDRAWN = """() => [...document.querySelectorAll('.infosoc-figure')].filter((place) =>
  place.querySelector('img') || !place.querySelector(
    '.trace path, .slice path, .hm image, .points path, .cartesianlayer text')
).length"""
LINKS = "() => [...document.querySelectorAll('a[href]')].map((link) => link.href)"


#: One lesson whose quiz has every kind of question.
QUIZ = "world-summit"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, str(ROOT / "tools" / "site" / "build_site.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.mark.parametrize("name", PAGES)
def test_a_page_works_with_the_network_off(name, site, visit_page):
    open_file, outside, complaints = visit_page
    page = open_file(site / f"{name}.html")
    page.wait_for_function(f"({UNDRAWN})() === 0", timeout=30_000)
    faults = [
        fault[1:]
        for fault in violations(page)
        if fault[0] in SERIOUS or fault[1] == "landmark-unique"
    ]
    assert faults == []
    assert (outside, complaints) == ([], [])


def violations(page):
    """Return what axe finds: impact, rule and places."""
    # Without "preload" axe itself asks for style sheets, which a page of a folder may not.
    found = Axe().run(page, options={"preload": False}).response["violations"]
    return [
        (fault["impact"], fault["id"], [node["html"][:200] for node in fault["nodes"]])
        for fault in found
    ]


def right_places(question):
    """Return the places of the right choices."""
    if question.kind == "true-false":
        return [0 if question.right else 1]
    return [place for place, option in enumerate(question.options) if option.right]


def answer(page, asked, question, *, right):
    """Answer one question with the keyboard alone."""
    if question.kind == "number":
        text = question.right if right else question.right + question.tolerance + 1
        asked.get_by_role("textbox").focus()
        page.keyboard.press("Control+A")
        page.keyboard.type(f"{text:g}")
        page.keyboard.press("Enter")
        return
    if question.kind == "order":
        for place, item in enumerate(question.items if right else ()):
            while item.text not in asked.locator("li").nth(place).inner_text():
                asked.locator("li", has_text=item.text).get_by_role("button").first.press("Enter")
    else:
        inputs = asked.locator("input")
        wanted = right_places(question)
        if not right:
            wanted = [next(n for n in range(inputs.count()) if n not in wanted)]
        for place in range(inputs.count()):
            if inputs.nth(place).is_checked() != (place in wanted) and (
                question.kind == "several" or place in wanted
            ):
                inputs.nth(place).press("Space")
    asked.get_by_role("button", name=say("quiz.check")).press("Enter")


def test_a_quiz_is_answered_with_the_keyboard(site, visit_page):
    open_file, outside, complaints = visit_page
    questions = quiz_file.read(QUIZ)
    assert len({question.kind for question in questions}) == 5
    page = open_file(site / f"{quiz_file.lesson_of(QUIZ)}.html")
    quiz = page.locator(".infosoc-quiz")
    for place, question in enumerate(questions):
        asked = quiz.locator("fieldset").nth(place)
        said = asked.get_by_role("status")
        asked.get_by_role("button", name=say("quiz.hint")).press("Enter")
        assert question.hints[0] in said.last.inner_text()
        for right, headline in ((False, "quiz.wrong"), (True, "quiz.right.later")):
            if right or place:  # The first is right at the first try.
                answer(page, asked, question, right=right)
                told = " ".join(said.all_inner_texts())
                wanted = (
                    say(headline, number=2)
                    if right and place
                    else say(headline.removesuffix(".later"))
                )
                assert wanted in told, question.id
    count = len(questions)
    score = quiz.locator("> [role=status]")
    assert say("quiz.score", done=count, count=count, right=1) in score.inner_text()
    read_again = {question.section for question in questions[1:]}
    assert set(score.get_by_role("link").all_inner_texts()) == read_again
    for mode in ("light", "dark"):
        page.evaluate("mode => { document.body.dataset.theme = mode; }", mode)
        assert violations(page) == [], mode
    quiz.get_by_role("button", name=say("quiz.again")).press("Enter")
    assert say("quiz.score", done=0, count=count, right=0) in score.inner_text()
    assert (outside, complaints) == ([], [])


def test_every_question_of_the_quizzes_can_be_answered_on_the_site(site, visit_page):
    open_file, _, _ = visit_page
    shown = {}
    for name in quiz_file.names():
        page = open_file(site / f"{quiz_file.lesson_of(name)}.html")
        shown[name] = page.locator(".infosoc-quiz fieldset").count()
        page.close()
    assert shown == {name: len(quiz_file.read(name)) for name in quiz_file.names()}


def test_every_figure_of_the_lessons_is_on_the_site(site):
    for name in LESSONS:
        text = (site / f"{name}.html").read_text("utf-8")
        saved = (ROOT / "notebooks" / f"{name}.ipynb").read_text("utf-8")
        assert text.count('class="infosoc-figure"') == saved.count('"drawn_from"')


def test_every_link_within_the_site_leads_somewhere(site, visit_page):
    open_file, _, _ = visit_page
    broken = []
    for name in PAGES:
        page = open_file(site / f"{name}.html")
        for address in set(page.evaluate(LINKS)):
            parts = urlsplit(address)
            if parts.scheme != "file":
                assert parts.scheme in {"http", "https"}, address
                continue
            target = Path(unquote(parts.path))
            if not target.exists():
                broken.append((name, address))
            elif parts.fragment and target.suffix == ".html":
                anchor = unquote(parts.fragment)
                if f'id="{anchor}"' not in target.read_text("utf-8"):
                    broken.append((name, address))
        page.close()
    assert broken == []


def test_a_word_is_found(site, visit_page):
    open_file, outside, complaints = visit_page
    page = open_file(site / "index.html")
    page.locator("input[name=q]").first.fill("Tunis Agenda")
    page.keyboard.press("Enter")
    page.wait_for_selector("#search-results li a")
    assert page.locator("#search-results li").count() > 2
    assert (outside, complaints) == ([], [])


def test_a_phone_shows_a_lesson_without_scrolling_sideways(site, visit_page):
    open_file, _, _ = visit_page
    page = open_file(site / "01-world-summit.html")
    page.set_viewport_size({"width": 390, "height": 800})
    page.wait_for_function("document.documentElement.scrollWidth <= innerWidth + 1")


def test_the_tables_can_be_taken_along(site, visit_page):
    open_file, _, _ = visit_page
    page = open_file(site / "data.html")
    addresses = page.locator("a[download]").evaluate_all("links => links.map((a) => a.href)")
    names = {Path(urlsplit(address).path).name for address in addresses}
    assert {"events.csv", "sources.csv", "internet_users.csv", "all-tables.zip"} <= names
    assert (site / "data" / "events.csv").read_bytes() == (ROOT / "data/events.csv").read_bytes()


def test_it_is_small_and_has_plotly_once(site):
    files = [path for path in site.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= MOST_SITE
    assert sum("plotly" in path.name for path in files) == 1
    heavy = {path.name for path in site.glob("*.html") if path.stat().st_size > MOST_PAGE}
    assert heavy == set()
