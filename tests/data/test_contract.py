"""The stronger rules that every table keeps."""

import re
from collections import Counter

import pandas as pd
import pycountry
import pytest

import infosoc
from infosoc.data import fingerprints
from infosoc.data.registry import data_folder, descriptor, registry
from infosoc.learn import quiz_file

NAMES = list(registry())
PAST = re.compile(r"\b(?:was|were|had|did|been)\b", re.IGNORECASE)
SOURCED = [name for name in NAMES if "source_ids" in registry()[name].column_names]
#: Codes that ISO 3166 leaves to its users.
USER_CODES = {"XKX"}


@pytest.mark.parametrize("name", NAMES)
def test_a_table_has_no_fault(name):
    found = infosoc.check(name)
    assert not found, "\n".join(map(str, found))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_plain_text(name):
    raw = registry()[name].file.read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf"), f"{name}.csv begins with a byte order mark"
    assert b"\r" not in raw, f"{name}.csv has line ends of Windows"


def test_the_tables_are_those_on_record():
    changed = fingerprints.outdated(data_folder(), descriptor())
    assert not changed, (
        f"Changed since they were recorded: {', '.join(changed)}. Look at the change (git diff "
        "data). If it is meant, record it with: make hashes"
    )


def test_every_file_is_registered():
    known = {table.file for table in registry().values()} | {data_folder() / "datapackage.json"}
    known |= set((data_folder() / "quizzes").glob("*.toml"))
    # A refresh that was killed leaves hidden files, which the next one removes.
    found = {path for path in data_folder().rglob("*") if path.is_file()}
    stray = {path for path in found if not path.name.startswith(".")} - known
    assert not stray, f"not in datapackage.json: {sorted(map(str, stray))}"


@pytest.mark.parametrize("name", SOURCED)
def test_every_row_names_a_source(name):
    rows = infosoc.load(name)
    assert rows["source_ids"].map(len).min() >= 1


#: The course's own plan needs no source, the sources are the sources, and the answers to a
#: disagreement name theirs.
OWN = {"sources", "disagreements"}
WHOLE = [
    name
    for name in NAMES
    if name not in SOURCED and registry()[name].group != "course" and name not in OWN
]


@pytest.mark.parametrize("name", WHOLE)
def test_a_table_without_sources_in_its_rows_names_them_as_a_whole(name):
    table = registry()[name]
    assert table.source_ids
    assert len(infosoc.sources(name)) == len(table.source_ids)


FIGURES = [name for name in NAMES if {"country_iso3", "year"} <= set(registry()[name].primary_key)]


@pytest.mark.parametrize("name", FIGURES)
def test_figures_say_whose_they_are(name):
    table = registry()[name]
    assert table.publisher
    assert table.code
    assert table.vintage
    assert all(column.unit for column in table.columns if column.name == "value")


@pytest.mark.parametrize("name", FIGURES)
def test_country_figures_hold_no_groups_and_are_in_order(name):
    rows = infosoc.load(name)
    assert not set(rows["country_iso3"]) & set(infosoc.load("country_groups")["code"])
    keys = list(registry()[name].primary_key)
    assert rows[keys].astype(str).apply(tuple, axis=1).is_monotonic_increasing


def percent_columns():
    for name in NAMES:
        for column in registry()[name].columns:
            if (column.unit or "").startswith("percent"):
                yield name, column


def test_percentages_have_bounds():
    named = list(percent_columns())
    assert len(named) >= 6
    for name, column in named:
        bounds = column.constraints
        assert (bounds.get("minimum"), bounds.get("maximum")) == (0, 100), f"{name}: {column.name}"


@pytest.mark.parametrize("name", ["global_estimates", "languages_online"])
def test_percentages_among_other_units_are_percentages(name):
    rows = infosoc.load(name)
    shares = rows[rows["unit"].str.startswith("percent of")]
    assert len(shares) > 50
    assert shares["value"].between(0, 100).all()


def test_every_member_state_has_a_place_on_the_map():
    countries = infosoc.load("countries")
    points = set(infosoc.load("country_points")["country_iso3"])
    assert set(countries[countries.un_state.fillna(False)]["iso3"]) <= points
    outlined = set(infosoc.load("country_outlines")["country_iso3"])
    assert outlined <= points


def cited_in_lessons(root):
    text = "".join(path.read_text("utf-8") for path in (root / "notebooks").glob("*.ipynb"))
    return {row.id for row in infosoc.load("sources").itertuples() if row.address in text}


def test_every_source_is_used():
    root = data_folder().parent
    used = {
        source for name in SOURCED for ids in infosoc.load(name)["source_ids"] for source in ids
    }
    used |= {source for table in registry().values() for source in table.source_ids}
    for quiz in quiz_file.names():
        used |= {source for question in quiz_file.read(quiz) for source in question.source_ids}
    idle = set(infosoc.load("sources")["id"]) - used - cited_in_lessons(root)
    assert not idle, f"no row, quiz or lesson uses: {sorted(idle)}"


def test_no_address_stands_twice():
    counts = Counter(address.rstrip("/") for address in infosoc.load("sources")["address"])
    assert [address for address, count in counts.items() if count > 1] == []


def test_country_codes_are_iso_3166():
    known = {country.alpha_3 for country in pycountry.countries} | USER_CODES
    countries = infosoc.load("countries")
    assert set(countries["iso3"]) <= known
    for country in countries[~countries["iso3"].isin(USER_CODES)].itertuples():
        assert pycountry.countries.get(alpha_3=country.iso3).alpha_2 == country.iso2


def test_namibia_is_not_missing():
    countries = infosoc.load("countries").set_index("iso3")
    assert countries.loc["NAM", "iso2"] == "NA"


@pytest.mark.parametrize("column", ["title", "description", "note"])
def test_events_are_told_in_the_present(column):
    events = infosoc.load("events")
    texts = events.set_index("id")[column].dropna()
    past = texts[texts.str.contains(PAST)]
    assert past.empty, past.to_dict()


def test_events_are_in_order():
    starts = infosoc.load("events")["date_start"].tolist()
    assert starts == sorted(starts)


def test_no_two_events_are_the_same():
    events = infosoc.load("events")
    twins = events[events.duplicated(["title", "date_start"], keep=False)]
    assert twins.empty, twins["id"].tolist()


def test_parts_lie_within_their_whole():
    events = infosoc.load("events").set_index("id")
    year = pd.Timedelta(days=366)
    for part in events[events.part_of.notna()].itertuples():
        whole = events.loc[part.part_of]
        assert whole.start - year <= part.start <= whole.end + year, part.Index


def test_no_event_is_a_part_of_itself():
    above = infosoc.load("events").set_index("id")["part_of"].dropna().to_dict()
    for event in above:
        seen = {event}
        while (event := above.get(event)) is not None:
            assert event not in seen, f"the parts go round in a circle at {event}"
            seen.add(event)


def test_sources_are_in_order():
    ids = infosoc.load("sources")["id"].tolist()
    assert ids == sorted(ids)


def test_there_are_about_as_many_events_as_were_researched():
    assert len(infosoc.load("events")) >= 320


def test_each_group_has_one_preferred_figure():
    rows = infosoc.load("summit_participation")
    counts = rows[rows.preferred].groupby(["phase", "stakeholder_group"], observed=True).size()
    assert (counts == 1).all()


def test_every_disagreement_has_its_answers_and_at_most_one_is_shown():
    answers = infosoc.load("disagreement_claims")
    counts = answers.groupby("disagreement").size()
    assert set(infosoc.load("disagreements")["id"]) == set(counts.index)
    assert counts.min() >= 2
    assert answers.groupby("disagreement")["shown"].sum().max() <= 1


def test_tables_that_are_named_for_checking_exist():
    named = infosoc.load("founding_claims")["check_table"].dropna()
    named = [*named, *infosoc.load("disagreements")["table"]]
    named += list(infosoc.load("knowledge_society_principles")["indicator_table"].dropna())
    assert set(named) <= set(NAMES)


@pytest.mark.parametrize("name", SOURCED)
def test_no_row_rests_on_memory(name):
    if "confidence" in registry()[name].column_names:
        assert set(infosoc.load(name)["confidence"]) <= {"high", "medium"}


def test_meetings_of_the_igf_agree_with_their_events():
    meetings = infosoc.load("igf_meetings").set_index("event_id")
    events = infosoc.load("events").set_index("id").loc[meetings.index]
    for column in ("date_start", "date_end", "city", "country_iso3"):
        assert meetings[column].fillna("").tolist() == events[column].fillna("").tolist()


def test_a_count_says_what_it_counts():
    documents = infosoc.load("documents")
    assert (documents["paragraphs"].notna() == documents["paragraphs_counted"].notna()).all()
    meetings = infosoc.load("igf_meetings")
    assert (meetings["countries"].notna() == meetings["countries_counted"].notna()).all()


def test_a_document_whose_text_is_counted_has_the_paragraphs_that_its_row_says():
    counted = infosoc.load("paragraphs").groupby("document_id")["paragraph"].max()
    rows = infosoc.load("documents").set_index("id")
    assert rows.loc[counted.index, "paragraphs"].tolist() == counted.tolist()
    assert set(rows.loc[counted.index, "paragraphs_counted"]) == {"all"}


def test_the_day_before_the_opening_is_counted_as_the_igf_does():
    meetings = infosoc.load("igf_meetings").dropna(subset=["day_zero"])
    included = meetings["day_zero"] == meetings["date_start"]
    assert (included == (meetings["year"] >= 2019)).all()


def test_at_most_one_preferred_figure_of_a_year_and_measure():
    rows = infosoc.load("igf_attendance")
    counts = rows[rows.preferred].groupby(["year", "measure"], observed=True).size()
    assert (counts == 1).all()
