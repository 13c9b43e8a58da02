"""A country beside others: every line says what it is, and what is not known."""

import pytest

import infosoc
from infosoc.errors import TableShapeError, UnknownNameError


@pytest.fixture
def explorer():
    return infosoc.explore.countries(country="Kenya", other="Tuvalu")


def shown(explorer):
    return [trace["name"] for trace in explorer.figure.data if "lines" in trace["mode"]]


def test_the_lines_and_the_words_agree(explorer):
    assert shown(explorer) == [
        "Kenya",
        "Tuvalu",
        "Median, Sub-Saharan Africa",
        "Median, all countries",
    ]
    users = infosoc.load("internet_users")
    last = users[users.country_iso3 == "KEN"].iloc[-1]
    assert f"Kenya: {last['value']:,.4g} in {last['year']}" in explorer.said.value


def test_a_median_is_not_made_of_a_few_countries(explorer):
    line = explorer.lines()["Median, all countries"]
    assert 2025 not in line.index  # ten countries only
    users = infosoc.load("internet_users")
    year = users[users.year == 2015]["value"]
    assert line[2015] == year.median()


def test_letters_on_their_way_change_nothing(explorer):
    before = shown(explorer)
    explorer.country.value = "Fr"
    assert "choose a name of the list" in explorer.said.value
    assert shown(explorer) == before
    explorer.country.value = "France"
    assert shown(explorer)[0] == "France"


def test_what_is_not_known_is_said(explorer):
    explorer.indicators.value = "adult_literacy"
    explorer.country.value = "France"
    assert "France: not known" in explorer.said.value
    assert "France" not in shown(explorer)


def test_a_country_beside_itself_is_drawn_once(explorer):
    explorer.other.value = "Kenya"
    assert shown(explorer).count("Kenya") == 1


@pytest.mark.parametrize("name", infosoc.load("countries").query("un_state == True")["name"])
def test_it_opens_for_every_state(name):
    explorer = infosoc.explore.countries(["internet_users"], country=name)
    assert f"{name}:" in explorer.said.value


def test_what_does_not_exist_is_refused():
    with pytest.raises(UnknownNameError, match="Did you mean 'Kenya'"):
        infosoc.explore.countries(country="Kenia")
    with pytest.raises(TableShapeError, match="no figures by country"):
        infosoc.explore.countries(["events"])
    with pytest.raises(UnknownNameError, match="internet_users"):
        infosoc.explore.countries(["internet_user"])


def test_groups_can_be_chosen():
    explorer = infosoc.explore.countries(
        ["internet_users"], country="Fiji", groups=["region", "income", "islands"]
    )
    users = infosoc.load("internet_users").query("year == 2024").set_index("country_iso3")
    places = infosoc.load("countries").set_index("iso3")
    islands = users.index.intersection(places.index[places.sids.fillna(False)])
    explorer.group.value = "islands"
    line = explorer.lines()["Median, small island States"]
    assert line[2024] == users.loc[islands, "value"].median()
    explorer.group.value = "income"
    assert "Median, Upper middle income" in shown(explorer)


def test_one_group_or_one_indicator_gets_no_button():
    alone = infosoc.explore.countries(["internet_users"])
    assert alone.group not in alone.widget.children
    assert alone.indicators not in alone.widget.children
    several = infosoc.explore.countries(groups=["region", "landlocked"])
    assert several.group in several.widget.children


def test_an_unknown_group_is_refused():
    with pytest.raises(UnknownNameError, match="Did you mean 'islands'"):
        infosoc.explore.countries(groups=["island"])


def test_a_country_without_any_figure_leaves_the_picture_empty_and_says_so():
    explorer = infosoc.explore.countries(["adult_literacy"], country="Kenya")
    assert explorer.figure.data
    explorer.country.value = "Austria"
    assert all(line.dropna().empty for line in explorer.lines().values())
    assert explorer.figure.data == []
    (words,) = explorer.figure.drawn["layout"]["annotations"]
    assert words["text"] == "No figure is known for any of them."
    assert "Austria: not known" in explorer.said.value
    explorer.country.value = "Kenya"
    assert explorer.figure.data


@pytest.mark.parametrize("table", ["internet_users", "adult_literacy", "freedom_of_expression"])
def test_every_country_can_be_chosen(table):
    explorer = infosoc.explore.countries([table], country="Kenya")
    for name in explorer.country.options:
        explorer.country.value = name
        assert f"{name}: " in explorer.said.value
