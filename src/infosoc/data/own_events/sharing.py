"""A reader's own events beside those of the course, and in a file for others."""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd

from infosoc.data.formula_cells import guarded_table
from infosoc.data.loader import load
from infosoc.data.own_events.columns import DERIVED
from infosoc.data.own_events.template import FileExistsAlreadyError
from infosoc.data.provenance import find_sources

#: Columns of a written file, as far as the events have them; further ones of the reader follow.
FIRST = (
    "title",
    "date_start",
    "date_end",
    "city",
    "country_iso3",
    "description",
    "source",
    "topic",
    "id",
    "source_ids",
)
#: Column that says which events are the reader's own, and one that spells the sources out.
OWN, SPELLED = "own", "sources_in_words"


def add_events(own: pd.DataFrame, shared: pd.DataFrame | None = None) -> pd.DataFrame:
    """Put events of your own beside those of the course.

    Parameters
    ----------
    own
        Events as :func:`infosoc.read_events` gives them.
    shared
        Rows of the table ``events``; by default all of them.

    Returns
    -------
    pandas.DataFrame
        All events, those of the course first, with the column ``own``. An id of your own that the
        course has too gets ``own-`` in front.

    Examples
    --------
    >>> import infosoc, pathlib, tempfile
    >>> path = infosoc.write_events_template(pathlib.Path(tempfile.mkdtemp()) / "mine.csv")
    >>> both = add_events(infosoc.read_events(path))
    >>> int(both["own"].sum())
    2
    """
    others = load("events") if shared is None else shared
    taken = set(others["id"])
    ids = [f"own-{name}" if name in taken else name for name in own["id"]]
    parts = [others.assign(**{OWN: False}), own.assign(id=ids, **{OWN: True})]
    return pd.concat(parts, ignore_index=True)


def write_events(
    events: pd.DataFrame, path: str | os.PathLike[str], *, replace: bool = False
) -> Path:
    """Write events with their sources as a CSV file that spreadsheets open.

    The sources of the course are spelled out: title, publisher, address. A cell that a
    spreadsheet would take for a formula gets an apostrophe in front, so nothing is computed where
    the file is opened; :func:`infosoc.read_events` takes it off again.

    Parameters
    ----------
    events
        Events of the course, of your own, or both.
    path
        Where to write it.
    replace
        Whether a file that stands there already is replaced.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    FileExistsAlreadyError
        If the file exists and is not to be replaced.

    Examples
    --------
    >>> import infosoc, pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "summit.csv"
    >>> _ = write_events(infosoc.load("events").query("kind == 'summit'"), path)
    >>> infosoc.read_events(path)["city"].tolist()
    ['Geneva', 'Tunis']
    """
    file = Path(path)
    rows = guarded_table(_rows(events))
    try:
        with file.open("w" if replace else "x", encoding="utf-8-sig", newline="") as stream:
            rows.to_csv(stream, index=False, lineterminator="\r\n")
    except FileExistsError as error:
        message = f"{file.name} exists already. Choose another name; nothing was overwritten."
        raise FileExistsAlreadyError(message) from error
    return file


def _rows(events: pd.DataFrame) -> pd.DataFrame:
    names = [name for name in FIRST if name in events]
    names += [name for name in events if name not in (*FIRST, *DERIVED, OWN, SPELLED)]
    rows = events[names].copy()
    for name in rows:
        if rows[name].map(lambda cell: isinstance(cell, tuple)).any():
            rows[name] = [";".join(cell) if isinstance(cell, tuple) else "" for cell in rows[name]]
    if "source_ids" in events:
        rows[SPELLED] = [_spelled(ids) for ids in events["source_ids"]]
    if OWN in events:
        rows[OWN] = events[OWN].map({True: "yes", False: ""})
    return rows.astype("object").where(rows.notna(), "")


def _spelled(ids: tuple[str, ...]) -> str:
    found = find_sources(ids)
    return " | ".join(f"{row.title}, {row.publisher}, {row.address}" for row in found.itertuples())
