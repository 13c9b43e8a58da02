"""The lesson on the digital divide is explored with the keyboard alone."""

import pytest

pytestmark = pytest.mark.browser

SAID = "Scatter chart with"


@pytest.fixture
def divide(visit):
    visit.open("09-digital-divide.ipynb")
    visit.run_all()
    return visit


def test_years_and_figures_are_chosen_by_keyboard(divide):
    page = divide.page
    said = page.locator("p[role=status]", has_text=SAID)
    assert "Year 2023." in said.inner_text()
    explorer = page.locator(".widget-vbox", has=said).last

    # The handle has a name, and arrow keys move it year by year.
    handle = explorer.locator(".noUi-handle")
    assert handle.get_attribute("aria-label") == "Year"
    handle.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("() => document.body.innerText.includes('Year 2022. Scatter')")
    for _ in range(3):
        page.keyboard.press("PageDown")
    page.wait_for_function("() => !document.body.innerText.includes('Year 2022. Scatter')")

    explorer.get_by_role("button", name="Adults who can read and write").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.body.innerText.includes('surveys are rare')")

    explorer.get_by_placeholder("the name of a country").focus()
    page.keyboard.type("Brazil")
    page.wait_for_function("() => document.body.innerText.includes('A ring shows Brazil')")
    assert divide.outside == []
    assert divide.complaints == []


def test_a_group_is_chosen_by_keyboard(divide):
    page = divide.page
    page.get_by_role("button", name="small island States").focus()
    page.keyboard.press("Space")
    page.wait_for_function(
        "() => document.body.innerText.includes('Median, small island States: ')"
    )
