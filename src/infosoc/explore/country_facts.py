"""What the tables say about one country, and what they do not say."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pandas as pd

from infosoc.data.loader import load
from infosoc.data.provenance import find_sources, sources
from infosoc.data.registry import find
from infosoc.messages import say

#: A figure older than this is called old.
RECENT = 2020
#: The year of the Summit's second phase.
TUNIS = 2005
USERS = "internet_users"
#: What ITU calls the same figure in its estimates for the world.
USERS_ESTIMATED = "individuals using the Internet"
#: Languages named on a page; some States have more than twenty with a regional status.
MOST_LANGUAGES = 6
REGIONAL = "official-regional"
#: Wikipedia uses another code than the Unicode Consortium.
WIKIPEDIA_CODES = {"nb": "no"}


@dataclass
class Facts:
    """What is known about one country.

    Attributes
    ----------
    rows
        What the reader sees, by item: the value, its kind and who says it.
    gaps
        What is not known, one sentence each.
    source_ids
        Sources of the rows.
    missing
        Figures that are not known.
    """

    rows: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    gaps: list[str] = field(default_factory=list)
    source_ids: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def add(self, item: str, value: str, kind: str, table: str, ids: Any = ()) -> None:
        """Add one row with its sources: those named, or those of its table."""
        found = sources(table) if not len(ids) else find_sources(ids)
        publisher = find(table).publisher or ", ".join(dict.fromkeys(found["publisher"]))
        self.rows[item] = (value, kind, publisher)
        self.source_ids += found["id"].tolist()


def states() -> pd.DataFrame:
    """Return the member States of the UN and its two observer States, by name."""
    countries = load("countries")
    return countries[countries["un_state"].fillna(False)].sort_values("name")


@cache
def codes() -> dict[str, str]:
    """Return the code of each State by its name, in small letters: the short and the UN's name.

    Examples
    --------
    >>> codes()["united kingdom of great britain and northern ireland"] == codes()["uk"]
    True
    """
    every = states()
    long = zip(every["un_name"].fillna(every["name"]), every["iso3"], strict=True)
    short = zip(every["name"], every["iso3"], strict=True)
    return {plain(name): code for name, code in [*long, *short]}


def plain(name: str) -> str:
    """Return a name as people type it: small letters, no accents, a straight apostrophe.

    Examples
    --------
    >>> plain(" São Tomé")
    'sao tome'
    """
    straight = name.strip().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    parts = unicodedata.normalize("NFKD", straight.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def facts(code: str) -> Facts:
    """Return what the tables say about a country.

    Parameters
    ----------
    code
        Code of the country, ISO 3166-1 alpha-3.

    Examples
    --------
    >>> known = facts("NRU")
    >>> "Primary schools with the Internet" in known.missing
    True
    """
    country = load("countries").set_index("iso3").loc[code]
    known = Facts()
    _add_groups(known, country)
    for item in load("country_items").itertuples():
        _add_figure(known, country["name"], code, item)
    if known.missing:
        items = "; ".join(known.missing)
        known.gaps.insert(0, say("country.gap.no_figure", name=country["name"], items=items))
    _add_languages(known, country["name"], code)
    _add_meetings(known, code)
    _add_gaps(known)
    return known


def _add_groups(known: Facts, country: pd.Series) -> None:
    income = country["wb_income_group"]
    names = [say("country.group.none") if pd.isna(income) else str(income)]
    groups = {
        "ldc": say("country.group.ldc"),
        "sids": say("country.group.sids"),
        "lldc": say("country.group.lldc"),
    }
    names += [text for column, text in groups.items() if country[column] is True]
    value = "; ".join([str(country["un_subregion"]), *names])
    known.add(say("country.groups"), value, say("country.groups.kind"), "countries")


@cache
def figures(table: str, condition: str = "") -> pd.DataFrame:
    """Return the figures of a table, one column for each country, with the years as index."""
    frame = load(table)
    for part in filter(None, condition.split(";")):
        column, _, wanted = part.partition("=")
        frame = frame[frame[column] == wanted]
    return frame.pivot(index="year", columns="country_iso3", values="value")


def _add_figure(known: Facts, name: str, code: str, item: Any) -> None:
    condition = item.filter if isinstance(item.filter, str) else ""
    wide = figures(item.table_name, condition)
    line = wide[code].dropna() if code in wide else pd.Series(dtype=float)
    if line.empty:
        known.missing.append(item.item)
        known.add(item.item, say("country.none"), item.kind, item.table_name)
        return
    if item.table_name == USERS and TUNIS in line.index:
        value = _figure(item, line.loc[TUNIS], TUNIS)
        known.add(say("country.summit"), value, item.kind, item.table_name)
    year = int(line.index[-1])
    known.add(item.item, _figure(item, line.iloc[-1], year), item.kind, item.table_name)
    if year < RECENT and year < wide.index.max():
        known.gaps.append(say("country.gap.old", name=name, item=item.item, year=year))


def _figure(item: Any, value: float, year: int) -> str:
    columns = find(item.table_name).columns
    unit = next(column.unit for column in columns if column.name == "value") or ""
    told = item.form.format(value)
    if unit.startswith("index") or unit == "people":
        return say("country.figure.bare", value=told, year=year)
    return say("country.figure", value=told, unit=unit, year=year)


def _add_languages(known: Facts, name: str, code: str) -> None:
    spoken = load("country_languages")
    spoken = spoken[spoken["country_iso3"] == code].head(MOST_LANGUAGES)
    names = [
        say("country.language.regional", language=row.language)
        if row.status == REGIONAL
        else row.language
        for row in spoken.itertuples()
    ]
    kind = say("country.languages.kind")
    known.add(say("country.languages"), ", ".join(names), kind, "country_languages")
    editions = load("wikipedia_editions").set_index("wiki_code")["articles"]
    codes = spoken["language_code"].replace(WIKIPEDIA_CODES)
    pairs = dict(zip(spoken["language"], codes, strict=True))
    told = [
        say("country.wikipedia.one", language=language, articles=int(editions[wiki]))
        for language, wiki in pairs.items()
        if wiki in editions
    ]
    absent = [language for language, wiki in pairs.items() if wiki not in editions]
    if absent:
        gap = say("country.gap.wikipedia", name=name, languages=", ".join(absent))
        known.gaps.append(gap)
    value = "; ".join(told) or say("country.none")
    kind = say("country.wikipedia.kind")
    known.add(say("country.wikipedia"), value, kind, "wikipedia_editions")


def _add_meetings(known: Facts, code: str) -> None:
    meetings = load("igf_meetings")
    hosted = meetings[meetings["country_iso3"] == code]
    told = [say("country.hosted.one", city=row.city, year=row.year) for row in hosted.itertuples()]
    value = ", ".join(told) or say("country.hosted.none")
    # That a State is not on the list is told by the whole list: its first and its last meeting.
    told_by = meetings.iloc[[0, -1]] if hosted.empty else hosted
    ids = [cell[0] for cell in told_by["source_ids"]]
    known.add(say("country.hosted"), value, say("country.hosted.kind"), "igf_meetings", ids)
    events = load("events")
    events = events[events["country_iso3"] == code]
    ids = [cell[0] for cell in events["source_ids"]]
    if ids:
        kind = say("country.events.kind")
        known.add(say("country.events"), str(len(events)), kind, "events", ids[:3])


def _add_gaps(known: Facts) -> None:
    world = load("global_estimates")
    by_sex = world[(world["group_kind"] == "sex") & (world["indicator"] == USERS_ESTIMATED)]
    latest = by_sex[by_sex["year"] == by_sex["year"].max()].set_index("group")["value"]
    told = {"men": latest["Men"], "women": latest["Women"], "year": by_sex["year"].max()}
    known.gaps.append(say("country.gap.sex", **told))
    known.gaps.append(say("country.gap.place"))
    known.gaps.append(say("country.gap.nri"))
