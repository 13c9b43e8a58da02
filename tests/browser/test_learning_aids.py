"""Learning aids work with the keyboard alone: to predict, remember, sort and check."""

import pytest

import infosoc

pytestmark = pytest.mark.browser

PREDICT = """\
import infosoc

users = infosoc.load("internet_users_groups")
world = users[users.group_code == "WLD"]
infosoc.learn.predict(
    world, ask="What share of people used the Internet?", at={at},
    unit="percent of population", title="People online",
)"""
SORT = """\
import infosoc

infosoc.learn.sort(
    infosoc.load("ungis_conclusions"), card="statement", ours="verdict", why="reason",
    groups=["follows", "contradicted", "open"], title="What follows?",
)"""
LIVE_LINE = """(visible) => {
  const figure = document.querySelector('.widget-vbox .js-plotly-plot');
  return (figure.data[0].visible ?? true) === visible;
}"""


@pytest.fixture
def use(visit, keys, notebook):
    """Open a notebook with these cells, run it and come to a cell with the keyboard."""

    def run(*cells, begin=0):
        visit.open(notebook("learning-aids.ipynb", list(cells)))
        visit.run_all()
        keys.begin(begin)
        return keys

    yield run
    assert visit.complaints == []
    assert visit.outside == []
    assert not keys.used_a_mouse()


def test_a_prediction_is_made_with_sliders_and_revealed(use):
    keys = use(PREDICT.format(at=[2005, 2025]))
    keys.hear("Move the sliders to your guess.")
    keys.tab_to("Show the figures")
    keys.press("Enter")
    keys.hear("Guess first: move a slider.")
    keys.tab_to("2005", key="Shift+Tab", role="slider")
    keys.press("PageUp", times=6)
    keys.tab_to("Show the figures")
    assert keys.page.evaluate(LIVE_LINE, False)
    keys.press("Space")
    keys.hear("For 2005 you say 30, the figure is 15.6 percent of population: your guess is 14.4")
    keys.hear("For 2025 you say 0, the figure is 73.6")
    keys.page.wait_for_function(LIVE_LINE, arg=True)
    assert keys.focused()["name"] == "Show the figures"
    keys.page.locator("a", has_text="Individuals using the Internet").first.wait_for(
        state="attached"
    )
    keys.tab_to("Guess again")
    keys.press("Enter")
    keys.hear("Then press Show the figures.")
    keys.page.wait_for_function(LIVE_LINE, arg=False)
    assert keys.focused()["name"] == "Guess again"


def test_a_prediction_of_one_number_is_written_and_revealed(use):
    keys = use(PREDICT.format(at=2005))
    keys.tab_to("Your guess for 2005")
    keys.type("a third")
    keys.tab_to("Show the figures")
    keys.press("Enter")
    keys.hear("'a third' is not a number")
    keys.tab_to("Your guess for 2005", key="Shift+Tab")
    keys.type("130")
    keys.press("Enter")
    keys.tab_to("Show the figures")
    keys.press("Enter")
    keys.hear("130 is not from 0 to 100")
    keys.tab_to("Your guess for 2005", key="Shift+Tab")
    keys.type("14,5")
    keys.tab_to("Show the figures")
    keys.press("Space")
    keys.hear("For 2005 you say 14.5, the figure is 15.6 percent of population: very close.")
    keys.page.wait_for_function(LIVE_LINE, arg=True)


def test_two_hundred_quick_presses_leave_a_prediction_in_a_correct_state(use):
    keys = use(PREDICT.format(at=[2005, 2025]))
    keys.tab_to("2005", role="slider")
    keys.press("ArrowRight", times=60)
    keys.tab_to("Show the figures")
    keys.press("Enter", times=40)
    keys.tab_to("Guess again")
    keys.press("Space", times=40)
    keys.tab_to("Show the figures", key="Shift+Tab")
    keys.press("Enter", times=30)
    keys.tab_to("2005", key="Shift+Tab", role="slider")
    keys.press("ArrowLeft", times=30)
    keys.hear("For 2005 you say 30, the figure is 15.6")
    keys.page.wait_for_function(LIVE_LINE, arg=True)
    keys.page.wait_for_function(
        "() => document.querySelector('.widget-vbox .js-plotly-plot').data[1].y[0] === 30"
    )


def test_cards_are_turned_and_put_away(use):
    cards = infosoc.learn.flashcards("ungis")
    first, second = (cards._terms.loc[word] for word in list(cards.deck)[:2])
    keys = use('import infosoc\n\ninfosoc.learn.forget()\ninfosoc.learn.flashcards("ungis")')
    keys.hear(f"{first['term']}")
    keys.tab_to("Show the meaning")
    keys.press("Enter")
    keys.hear(first["definition"])
    assert keys.focused()["name"] == "Show the meaning"
    keys.tab_to("I knew it")
    keys.press("Space")
    keys.hear("1 of")
    keys.hear(second["term"])
    assert keys.focused()["name"] == "I knew it"
    keys.tab_to("Not yet")
    keys.press("Enter")
    total = len(cards.boxes)
    keys.page.get_by_text(f"Boxes: {total - 1} not known yet, 1 known once").wait_for()
    keys.tab_to("Start again")
    keys.press("Enter")
    keys.hear(second["term"])
    assert keys.focused()["name"] == "Start again"


def test_a_card_is_sorted_with_a_reason(use):
    keys = use(SORT)
    keys.hear("Read the card, choose a group")
    keys.tab_to("Keep and compare")
    keys.press("Enter")
    keys.hear("Choose a group first.")
    keys.tab_to("follows", key="Shift+Tab")
    keys.press("Space")
    keys.tab_to("Keep and compare")
    keys.press("Enter")
    keys.hear("Write your reason first")
    keys.tab_to("Your reason, in one sentence", key="Shift+Tab")
    keys.type("Two <b>reports</b> say so.")
    keys.tab_to("Keep and compare")
    keys.press("Space")
    keys.hear("We say the same: follows.")
    assert keys.focused()["name"] == "Keep and compare"
    keys.tab_to("Next card")
    keys.press("Enter")
    keys.page.locator(".widget-html", has_text="Card 2 of 8:").first.wait_for()
    assert keys.focused()["name"] == "Next card"
    keys.tab_to("Card before", key="Shift+Tab")
    keys.press("Enter")
    keys.page.locator(".widget-html", has_text="Card 1 of 8:").first.wait_for()
    assert (
        keys.page.get_by_label("Your reason, in one sentence").input_value().startswith("Two <b>")
    )


def test_an_exercise_tells_right_from_wrong(use):
    keys = use(
        "import infosoc",
        'infosoc.learn.check("world-summit-days", None)',
        begin=1,
    )
    keys.hear("Not answered yet")
    keys.press("Enter")
    keys.type('infosoc.learn.check("world-summit-days", 60)')
    keys.press("Control+Enter")
    keys.hear("the number is too high.")
    keys.tab_to("Hint 1")
    keys.press("Enter")
    keys.page.locator("details[open]", has_text="Keep the rows").wait_for()
    keys.tab_to("Code Cell", key="Shift+Tab", inside=False)
    keys.press("Enter")
    keys.type('infosoc.learn.check("world-summit-days", 6)')
    keys.press("Control+Enter")
    keys.hear("✓ Right.")
    assert keys.page.locator(".jp-OutputArea-output summary").count() == 0


def test_a_claim_is_checked(use):
    keys = use('import infosoc\n\ninfosoc.learn.claim_tracker("ungis")')
    keys.hear("Read the claim, then show the evidence.")
    keys.tab_to("Keep and compare")
    keys.press("Enter")
    keys.hear("Choose a verdict first.")
    keys.tab_to("Show the evidence", key="Shift+Tab")
    keys.press("Enter")
    keys.hear("Read the evidence. Choose a verdict")
    assert keys.focused()["name"] == "Show the evidence"
    keys.tab_to("confirmed")
    keys.press("Space")
    keys.tab_to("Your reason")
    keys.type("The minutes say so.")
    keys.tab_to("Keep and compare")
    keys.press("Enter")
    keys.page.locator("[role=status]", has_text="e say").first.wait_for()
    assert keys.focused()["name"] == "Keep and compare"
    keys.tab_to("A claim of your own")
    keys.type("It has met every year.")
    keys.tab_to("Add the claim")
    keys.press("Enter")
    keys.page.get_by_text("It has met every year.").first.wait_for()


def test_a_live_figure_is_as_wide_as_the_page(visit, use):
    use('import infosoc\n\ninfosoc.explore.countries(country="Kenya", other="Tuvalu")')
    for width in (800, 1300):
        assert visit.resize(width, 900) == []
    assert visit.page.locator(".widget-vbox .js-plotly-plot").count() == 1
