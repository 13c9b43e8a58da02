"""After the talks: where the deal lies, who gave most, and what was really decided."""

from __future__ import annotations

import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.data.provenance import find_sources
from infosoc.learn.negotiation import names, text_view
from infosoc.messages import say
from infosoc.negotiate import Session, conceded, packages


def page(talks: Session) -> str:
    """Return the debrief as HTML."""
    parts = [f"<p>{html.escape(line)}</p>" for line in in_words(talks)]
    if "-" not in talks.package:
        gave = conceded(talks.package)
        parts.append(html.table(gave, say("talks.debrief.gave")))
    return "".join([*parts, beside_history(talks)])


def in_words(talks: Session) -> list[str]:
    """Say how it ended, how many packages could pass, and where this one lies."""
    every = packages()
    passing = every[every.passes].sort_values("total", ascending=False, kind="stable")
    share = f"{100 * len(passing) / len(every):.2f}"
    told = [say("talks.outcome", outcome=outcome(talks))]
    told.append(say("talks.debrief.count", passing=len(passing), count=len(every), share=share))
    mine = every[every.package == talks.package]
    if mine.empty:
        return [*told, say("talks.debrief.open")]
    row = mine.iloc[0]
    if not row.passes:
        return [*told, say("talks.debrief.fails", blocked=text_view.blocked(talks.verdict))]
    place = int((passing["total"] > row.total).sum()) + 1
    rank = {"place": place, "count": len(passing), "total": int(row.total)}
    told.append(say("talks.debrief.place", **rank))
    told.append(say("talks.debrief.efficient") if row.efficient else _beaten(row, passing))
    gave = conceded(talks.package)
    most = gave[gave.gave == gave.gave.max()]
    who = ", ".join(most["role"])
    return [*told, say("talks.debrief.most", roles=who, points=int(most["gave"].iloc[0]))]


def _beaten(row: pd.Series, passing: pd.DataFrame) -> str:
    """Name a package that is as good for all and better for some."""
    keys = list(names.roles())
    more = passing[keys] - row[keys].astype(int)
    better = more[(more >= 0).all(axis=1) & (more > 0).any(axis=1)]
    other = passing.loc[better.index[0]]
    who = [key for key in keys if other[key] > row[key]]
    return say("talks.debrief.beaten", package=other.package, roles=names.listed(who))


def outcome(talks: Session) -> str:
    """Name the end of the talks."""
    told = {
        None: say("talks.end.none"),
        "agreed": say("talks.end.agreed"),
        "no-consensus": say("talks.end.no_consensus"),
        "breaks-off": say("talks.end.breaks_off"),
    }
    return told[talks.outcome]


def beside_history(talks: Session | None = None) -> str:
    """Return a table of the paragraphs: this text, the Tunis Agenda, the review of 2025."""
    rows = load("negotiation_outcomes").set_index(["clause_id", "year"])
    heads = [say("talks.history.paragraph"), say("talks.history.yours")]
    heads += [say("talks.history.2005"), say("talks.history.2025")]
    head = "".join(f'<th scope="col" style="text-align:left">{html.escape(h)}</th>' for h in heads
                   if talks or h != heads[1])  # fmt: skip
    lines = []
    for clause, row in names.clauses().items():
        cells = [_decision(rows.loc[(clause, year)]) for year in (2005, 2025)]
        if talks:
            letter = talks.letter(clause) or "-"
            cells.insert(0, f"<b>{letter}</b> {html.escape(text_view.wording(talks, clause))}")
        body = "".join(f'<td style="text-align:left;vertical-align:top">{c}</td>' for c in cells)
        name = html.escape(f"{row.order}. {row.title}")
        lines.append(
            f'<tr><th scope="row" style="text-align:left;vertical-align:top">{name}</th>{body}</tr>'
        )
    caption = html.escape(say("talks.history.caption"))
    return (
        f'<table><caption style="text-align:left">{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
    )


def _decision(row: pd.Series) -> str:
    where = (
        say("talks.history.paragraphs", numbers=row.paragraphs.replace(";", ","))
        if names.is_given(row.paragraphs)
        else say("talks.history.unknown")
    )
    links = ", ".join(
        html.link(one.address, say("talks.history.source", number=number))
        for number, one in enumerate(find_sources(row.source_ids).itertuples(), start=1)
    )
    nearest = (
        say("talks.history.nearest", letter=row.nearest) if names.is_given(row.nearest) else ""
    )
    note = f" <small>{html.escape(row.note)}</small>" if names.is_given(row.note) else ""
    return f"{html.escape(row.decision)} {html.escape(where)} {nearest} ({links}){note}"
