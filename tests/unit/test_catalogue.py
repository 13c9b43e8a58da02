"""The catalogue, the page of a table and citations say what a teacher wants to know."""

import pandas as pd
import pytest

import infosoc
from infosoc.data.registry import registry
from infosoc.errors import TableShapeError, UnknownNameError

NAMES = list(registry())


def test_the_catalogue_lists_every_table_with_its_rows():
    rows = infosoc.tables().table.set_index("table")
    assert rows.index.tolist() == NAMES
    assert rows.loc["events", "rows"] == len(infosoc.load("events"))
    assert rows.loc["internet_users", "years"].startswith("1990 to")


def test_a_group_can_be_chosen():
    assert set(infosoc.tables("igf").table["group"]) == {"igf"}
    with pytest.raises(UnknownNameError, match="Did you mean 'igf'"):
        infosoc.tables("igff")


@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_described(name):
    page = infosoc.describe(name)
    table = registry()[name]
    assert page.table["column"].tolist()[: len(table.columns)] == table.column_names
    for word in ("Rows:", "What is missing:", "Licence:"):
        assert word in page.text
    assert f"<strong>{table.title.replace(chr(39), '&#x27;')}</strong>" in page.html
    assert not table.gaps.startswith("GAPS")


def test_figures_are_described_with_publisher_state_and_unit():
    page = infosoc.describe("internet_users")
    assert "World Bank" in page.text
    assert "State of the publisher's data: 20" in page.text
    assert "percent of population" in set(page.table["unit"])
    assert "Countries and territories: 2" in page.text


def test_rows_are_cited_with_their_own_sources_only():
    events = infosoc.load("events")
    one = events[events.id == "geneva-summit-2003"]
    lines = infosoc.cite(one).table
    assert lines["kind"].tolist() == ["table"] + ["source"] * len(one.source_ids.iloc[0])
    assert "1 rows" in lines["citation"][0]
    addresses = set(infosoc.sources(one)["address"])
    assert all(any(a in line for a in addresses) for line in lines["citation"][1:])


def test_a_long_list_of_citations_is_shortened_but_its_table_is_whole():
    page = infosoc.cite("events")
    assert len(page.table) == 1 + len(infosoc.sources("events"))
    assert page.html.count("<li>") == page.text.count("\n") + 1 == 31
    assert f"and {len(page.table) - 30} more" in page.text


def test_example_rows_of_a_wide_table_stand_side_by_side():
    wide, narrow = infosoc.describe("events").html, infosoc.describe("internet_users").html
    assert "<th scope=col style=text-align:left>row 3" in wide
    assert "row 3" not in narrow


def test_a_unit_that_stands_in_the_row_is_pointed_to():
    columns = infosoc.describe("global_estimates").table.set_index("column")
    assert columns.loc["value", "unit"] == "see column unit"


def test_several_tables_are_cited_at_once():
    lines = infosoc.cite("internet_users", "population").table
    assert lines["kind"].tolist() == ["table", "table", "source", "source"]
    assert "State of 20" in lines["citation"][0]


def test_rows_of_unknown_origin_cannot_be_cited():
    with pytest.raises(TableShapeError, match="do not remember their table"):
        infosoc.cite(pd.DataFrame({"a": [1]}))
