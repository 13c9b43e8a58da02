"""The sorting game and the page of a country work with the keyboard alone."""

import pytest

pytestmark = pytest.mark.browser

CELLS = [
    "import infosoc\n\ninfosoc.learn.who_decides()",
    'infosoc.explore.your_country("Kenya")',
]


@pytest.fixture
def page(visit, notebook):
    visit.open(notebook("deciding.ipynb", CELLS))
    visit.run_all()
    yield visit.page
    assert visit.outside == []
    assert visit.complaints == []


def press(page, name):
    page.get_by_role("button", name=name, exact=True).first.focus()
    page.keyboard.press("Enter")


def test_a_group_sorts_cards_and_goes_back_in_time(page, keys):
    keys.hear("Choose a place and a verb")
    press(page, "Add this answer")
    keys.hear("Choose a place and a verb first.")
    press(page, "company")
    press(page, "decides")
    press(page, "Add this answer")
    keys.hear("✓ company decides")
    press(page, "Show the sourced answers")
    keys.hear("3 sourced answers for the end of 2025")
    press(page, "2003")
    keys.hear("The year is 2003 now.")
    press(page, "Next card")
    page.locator("p", has_text="Card 2 of 28: A song in your film").first.wait_for()
    debate = page.locator("details", has_text="Cards for the debate").first
    debate.locator("summary").focus()
    page.keyboard.press("Enter")
    assert "Your post is gone" in debate.inner_text()


def test_a_country_is_typed_and_its_page_is_saved(page, keys, lab):
    field = page.get_by_placeholder("nobody")
    field.focus()
    page.keyboard.type("Tuvalu")
    page.keyboard.press("Enter")
    keys.hear("Tuvalu: ")
    press(page, "Save as one page")
    keys.hear("Saved: ")
    text = (lab.folder / "kenya-tuvalu.html").read_text("utf-8")
    assert "What is not known" in text
    first = page.get_by_label("Country", exact=True)
    first.focus()
    keys.type("Atlantis")
    keys.hear("is not in the list")


def test_axe_finds_no_fault_in_the_answers(page, keys, visit):
    # Before anything is pressed, test_every_widget.py looks at them.
    press(page, "Show the sourced answers")
    keys.hear("sourced answers for the end")
    assert visit.show_whole() == []
    faults, measured = visit.axe()
    assert faults == []
    assert measured > 20
