"""Widgets work when their scripts start later than anywidget waits for, as on a slow machine."""

import pytest

from infosoc.learn import quiz_file

pytestmark = pytest.mark.browser

#: What stands for two seconds in anywidget is over at once.
NO_TIME = """(() => {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (time) => {
    if (time !== 2000) return timeout(time);
    window.late = (window.late ?? 0) + 1;
    const over = new AbortController();
    Promise.resolve().then(() => over.abort());
    return over.signal;
  };
})()"""
CELLS = [
    'import infosoc\n\ninfosoc.explore.countries(country="Kenya")',
    'infosoc.learn.quiz("world-summit")',
]


@pytest.fixture
def slow(visit, notebook):
    visit.page.add_init_script(NO_TIME)
    visit.open(notebook("late.ipynb", CELLS))
    visit.run_all()
    assert visit.page.evaluate("window.late") >= 3
    return visit.page


def test_python_is_heard_after_a_late_start(slow):
    slow.locator("p[role=status]", has_text="Kenya:").wait_for()
    slow.get_by_role("button", name="People with electricity").first.focus()
    slow.keyboard.press("Enter")
    slow.wait_for_function(
        "() => document.querySelector('.infosoc-title').textContent.includes('electricity')"
    )

    question = quiz_file.read("world-summit")[0]
    assert question.kind == "single"
    right = next(option for option in question.options if option.right)
    slow.locator(".infosoc-quiz").get_by_role("button", name=right.text).first.focus()
    slow.keyboard.press("Enter")
    slow.locator(".infosoc-quiz-said", has_text="✓ Right.").first.wait_for()
