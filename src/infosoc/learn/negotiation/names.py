"""Names of roles, paragraphs and options, as readers see them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import pandas as pd

from infosoc.data.loader import load
from infosoc.messages import say
from infosoc.negotiate.record import CLOCK, ROOM


@cache
def roles() -> dict[str, str]:
    """Return the short name of each role."""
    rows = load("negotiation_roles").sort_values("order")
    return dict(zip(rows["id"], rows["short_name"], strict=True))


@cache
def clauses() -> dict[str, Any]:
    """Return the row of each paragraph: ``order``, ``title``, ``question``."""
    rows = load("negotiation_clauses").sort_values("order")
    return {row.id: row for row in rows.itertuples(index=False)}


@cache
def options() -> dict[tuple[str, str], Any]:
    """Return the row of each option, by paragraph and letter."""
    rows = load("negotiation_options")
    return {(row.clause_id, row.letter): row for row in rows.itertuples(index=False)}


def actor(who: str) -> str:
    """Name a role, the group or the clock."""
    others = {ROOM: say("talks.room"), CLOCK: say("talks.clock")}
    return others.get(who) or roles()[who]


def numbered(clause: str) -> str:
    """Name a paragraph by its number."""
    return say("talks.paragraph", number=clauses()[clause].order)


def listed(names: Iterable[str]) -> str:
    """Write roles in a row."""
    return ", ".join(roles()[name] for name in names)


def is_given(value: Any) -> bool:
    """Tell whether a cell holds something."""
    return not pd.isna(value) and value != ""
