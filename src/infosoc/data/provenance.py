"""From rows to the sources that they rest on."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from infosoc.data.loader import load
from infosoc.errors import TableShapeError, UnknownNameError


def sources(rows: pd.DataFrame | str) -> pd.DataFrame:
    """Return the sources of the rows at hand.

    Parameters
    ----------
    rows
        Rows of a table with the column ``source_ids``, or the name of a table.

    Returns
    -------
    pandas.DataFrame
        The rows of the table ``sources`` that they name, in the order in which they come up,
        each once: columns ``id``, ``title``, ``publisher``, ``address``, ``kind``, ``note``.

    Raises
    ------
    TableShapeError
        If the rows have no column ``source_ids``.
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
    if "source_ids" not in frame.columns:
        raise TableShapeError(
            "These rows have no column 'source_ids', so their sources are not known. "
            f"The columns are: {', '.join(map(str, frame.columns))}."
        )
    return find_sources(source for cell in frame["source_ids"] for source in cell)


def find_sources(ids: Iterable[str]) -> pd.DataFrame:
    """Return the sources with these ids, each once, in the order given."""
    wanted = list(dict.fromkeys(ids))
    known = load("sources").set_index("id", drop=False)
    for source in wanted:
        if source not in known.index:
            raise UnknownNameError("source", source, known.index)
    return known.loc[wanted].reset_index(drop=True)
