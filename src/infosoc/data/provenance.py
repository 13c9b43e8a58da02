"""From rows to the sources that they rest on."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from infosoc.data.loader import ORIGIN, load
from infosoc.data.registry import Table, find
from infosoc.errors import TableShapeError, UnknownNameError


def sources(rows: pd.DataFrame | str) -> pd.DataFrame:
    """Return the sources of the rows at hand.

    Parameters
    ----------
    rows
        Rows of a table that :func:`infosoc.load` gave, or the name of a table.

    Returns
    -------
    pandas.DataFrame
        The rows of the table ``sources`` that they name, in the order in which they come up,
        each once: columns ``id``, ``title``, ``publisher``, ``address``, ``kind``, ``note``.

    Raises
    ------
    TableShapeError
        If the rows have no column ``source_ids`` and do not remember their table.
    UnknownNameError
        If a row names a source that does not exist.

    Examples
    --------
    >>> import infosoc
    >>> events = infosoc.load("events")
    >>> len(sources(events[events.id == "geneva-summit-2003"])) >= 1
    True
    """
    frame = load(rows) if isinstance(rows, str) else rows
    if "source_ids" in frame.columns:
        return find_sources(source for cell in frame["source_ids"] for source in cell)
    return find_sources(_whole_table(frame).source_ids)


def are_known(rows: pd.DataFrame) -> bool:
    """Tell whether the sources of the rows can be found."""
    if "source_ids" in rows.columns:
        return True
    name = rows.attrs.get(ORIGIN)
    return name is not None and bool(find(name).source_ids)


def _whole_table(frame: pd.DataFrame) -> Table:
    """Return the table that rows without sources of their own come from."""
    name = frame.attrs.get(ORIGIN)
    if name is None:
        raise TableShapeError(
            "These rows have no column 'source_ids' and do not remember their table, so their "
            "sources are not known (joined tables forget it). Ask with the table's name: "
            f"sources('events'). The columns are: {', '.join(map(str, frame.columns))}."
        )
    return find(name)


def find_sources(ids: Iterable[str]) -> pd.DataFrame:
    """Return the sources with these ids, each once, in the order given."""
    wanted = list(dict.fromkeys(ids))
    known = load("sources").set_index("id", drop=False)
    for source in wanted:
        if source not in known.index:
            raise UnknownNameError("source", source, known.index)
    return known.loc[wanted].reset_index(drop=True)
