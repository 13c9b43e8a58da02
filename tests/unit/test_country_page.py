"""Every State has a page, and each page says what is not known."""

import pandas as pd
import pytest

import infosoc
from infosoc.errors import TableShapeError, UnknownNameError
from infosoc.explore.country_facts import codes, facts, states

STATES = states().set_index("iso3")["name"].to_dict()


def test_all_member_states_and_both_observers_are_there():
    assert len(STATES) == 195
    assert {"VAT", "PSE", "TUV", "NRU", "PRK"} <= set(STATES)


@pytest.mark.parametrize("code", STATES)
def test_every_state_has_a_page(code):
    report = infosoc.explore.country_report(STATES[code])
    assert report.table.columns.tolist() == ["item", STATES[code], "kind", "source"]
    assert (report.table != "").all(axis=None)
    assert len(report.sources) >= 10
    assert any(gap.startswith("Women and men online") for gap in report.gaps)
    assert any("national or regional forum" in gap for gap in report.gaps)


@pytest.mark.parametrize("name", ["Nauru", "Tuvalu", "North Korea", "Vatican City"])
def test_a_page_says_when_little_is_known(name):
    report = infosoc.explore.country_report(name)
    assert report.gaps[0].startswith(f"{name}: our tables have no figure for:")
    assert "not known" in report.table[name].tolist()


def test_each_figure_has_its_year():
    known = facts("KEN")
    for item in infosoc.load("country_items")["item"]:
        value = known.rows[item][0]
        assert item in known.missing or (value[-6:-5] == "(" and value[-5:-1].isdigit()), value


def test_a_figure_is_the_one_of_the_table():
    users = infosoc.load("internet_users")
    last = users[users.country_iso3 == "MLI"].iloc[-1]
    told = facts("MLI").rows["People who use the Internet"][0]
    assert told == f"{last.value:.1f} percent of population ({last.year})"


def test_hosts_are_told():
    assert facts("BRA").rows["IGF meetings hosted"][0] == "Rio de Janeiro 2007, João Pessoa 2015"
    assert facts("NRU").rows["IGF meetings hosted"][0] == "none"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Democratic People's Republic of Korea", "PRK"),
        ("cote d'ivoire", "CIV"),
        ("Viet Nam", "VNM"),
        (" kenya ", "KEN"),
    ],
)
def test_a_name_may_be_written_in_several_ways(typed, code):
    page = infosoc.explore.your_country("Mali")
    page.country.value = typed
    assert STATES[code] in page.report.title


def test_two_countries_stand_side_by_side():
    report = infosoc.explore.country_report("Kenya", "Ghana")
    assert report.table.columns.tolist() == ["item", "Kenya", "Ghana", "kind", "source"]
    assert "Kenya: " in report.summary
    assert "Ghana: " in report.summary
    same = infosoc.explore.country_report("Kenya", "Kenya")
    assert same.table.columns.tolist() == ["item", "Kenya", "kind", "source"]


def test_an_unknown_name_is_refused_and_the_page_waits():
    with pytest.raises(UnknownNameError, match="Did you mean 'Kenya'"):
        infosoc.explore.country_report("Kenia")
    page = infosoc.explore.your_country("Kenya")
    page.country.value = "Ken"
    assert "not in the list" in page.said.value
    assert "Kenya" in page.report.title
    page.country.value = ""
    assert "Type the name" in page.said.value


def test_the_page_to_take_home_stands_alone(tmp_path):
    page = infosoc.explore.your_country("Tuvalu", "Nauru")
    text = page.save(tmp_path / "two.html").read_text("utf-8")
    assert "What is not known" in text
    assert "default-src 'none'" in text
    assert "<th" in text


def test_a_name_in_the_table_cannot_act_as_html(monkeypatch):
    frame = pd.DataFrame(
        {"country_iso3": ["A", "B", "C", "D"], "year": [2000] * 4, "value": [1.0, 2, 3, 4]}
    )
    drawn = infosoc.plot.peers(frame, chosen={"A": "<b>x</b>"}, among=set("ABCD"))
    assert "<b>x</b>" not in drawn.figure.to_json().replace("\\u003c", "<")


def frame_of(values):
    rows = [(code, year, value) for (code, year), value in values.items()]
    return pd.DataFrame(rows, columns=["country_iso3", "year", "value"])


def test_peers_do_not_count_the_chosen_one():
    values = {(code, 2000): number for number, code in enumerate("ABCD")}
    drawn = infosoc.plot.peers(frame_of(values), chosen={"D": "D"}, among=set("ABCD"))
    assert drawn.table["median of peers"].tolist() == [1]
    assert drawn.table["peers with a figure"].tolist() == [3]


def test_a_year_with_few_figures_has_no_median():
    values = {(code, 2000): 1 for code in "ABCDEFGH"} | {(code, 2001): 50 for code in "ABC"}
    drawn = infosoc.plot.peers(frame_of(values), chosen={"A": "A"}, among=set("ABCDEFGH"))
    assert drawn.table["median of peers"].isna().tolist() == [False, True]


def test_peers_refuse_what_cannot_be_drawn():
    values = frame_of({("A", 2000): 1})
    with pytest.raises(TableShapeError, match="No country is chosen"):
        infosoc.plot.peers(values, chosen={}, among=set())
    with pytest.raises(TableShapeError, match="come twice"):
        infosoc.plot.peers(pd.concat([values, values]), chosen={"A": "A"}, among=set())
    with pytest.raises(TableShapeError, match="nothing to draw"):
        infosoc.plot.peers(values, chosen={"B": "B"}, among=set())
    with pytest.raises(UnknownNameError, match="column"):
        infosoc.plot.peers(values, chosen={"A": "A"}, among=set(), value="valu")


def test_codes_are_plain():
    assert all(name == name.casefold() for name in codes())
