"""Which column of a reader's file is which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from infosoc.data.validate import CONTROL
from infosoc.errors import Problem

REQUIRED = ("title", "date_start")
#: Columns that mean something to a timeline; all others are kept as they are.
KNOWN = (
    "id",
    "date_start",
    "date_end",
    "topic",
    "kind",
    "title",
    "description",
    "status",
    "city",
    "country_iso3",
    "organization_ids",
    "part_of",
    "source_ids",
    "confidence",
    "source",
    "note",
)
#: Other names that are accepted; there is no guessing beyond this list.
ALSO = {
    "start": "date_start",
    "start_date": "date_start",
    "date": "date_start",
    "when": "date_start",
    "end": "date_end",
    "end_date": "date_end",
    "event": "title",
    "name": "title",
    "text": "description",
    "place": "city",
    "country": "country_iso3",
    "url": "source",
    "link": "source",
    "notes": "note",
    "type": "kind",
}
#: Names that loading gives to columns of its own.
DERIVED = ("start", "end", "precision")


def slug(name: str) -> str:
    """Write a header in small letters with underscores."""
    return re.sub(r"[\s\-]+", "_", name.strip().casefold())


def known_name(name: str) -> str | None:
    """Return the column that a header means, or ``None``.

    Examples
    --------
    >>> known_name("Start date"), known_name("colour")
    ('date_start', None)
    """
    plain = slug(name)
    return plain if plain in KNOWN else ALSO.get(plain)


def name_columns(
    file: str, line: int, header: Sequence[str], reading: list[str]
) -> tuple[list[str], list[Problem]]:
    """Return the name of each column, and what is wrong with the header."""
    found: list[Problem] = []
    names: list[str] = []
    for place, given in enumerate(header, start=1):
        name = known_name(given) or given.strip()
        if not name:
            mend = "Give it a name, or delete the column."
            found.append(Problem(file, line, f"number {place}", "The column has no name.", mend))
        elif CONTROL.search(name):
            message = f"The name {name!r} holds a control character."
            found.append(Problem(file, line, f"number {place}", message, "Take it out."))
        elif name in names:
            other = header[names.index(name)]
            message = f"{other!r} and {given!r} mean the same column, {name}."
            found.append(Problem(file, line, given, message, "Keep one of them."))
        elif slug(name) in DERIVED:
            message = f"The name {name!r} is needed for a column that is added."
            found.append(Problem(file, line, given, message, "Give the column another name."))
        elif name != given.strip():
            reading.append(f"The column {given.strip()!r} is read as {name}.")
        names.append(name)
    for needed in REQUIRED:
        if needed not in names:
            also = ", ".join(other for other, name in ALSO.items() if name == needed)
            mend = f"Add it. These names are understood too: {also}."
            found.append(Problem(file, line, needed, "The column is missing.", mend))
    return names, found
