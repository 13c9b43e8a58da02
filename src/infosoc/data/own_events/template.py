"""A file to begin with."""

from __future__ import annotations

import os
from pathlib import Path

from infosoc.data.loader import load
from infosoc.data.provenance import find_sources
from infosoc.errors import InfosocError

COLUMNS = ("title", "date_start", "date_end", "city", "country_iso3", "description", "source")
EXAMPLES = ("geneva-summit-2003", "tunis-summit-2005")


class FileExistsAlreadyError(InfosocError, FileExistsError):
    """A file that would be overwritten."""


def write_events_template(path: str | os.PathLike[str]) -> Path:
    """Write a CSV file with a header and two events to begin with.

    It opens in Excel and LibreOffice: UTF-8 with a mark at the start, commas. Replace the two
    events by your own, save it, and read it with :func:`infosoc.read_events`.

    Parameters
    ----------
    path
        Where to write it; a file that stands there already is left alone.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    FileExistsAlreadyError
        If the file exists.

    Examples
    --------
    >>> import tempfile
    >>> path = write_events_template(Path(tempfile.mkdtemp()) / "my-events.csv")
    >>> path.read_text("utf-8-sig").splitlines()[0]
    'title,date_start,date_end,city,country_iso3,description,source'
    """
    path = Path(path)
    events = load("events").set_index("id").loc[list(EXAMPLES)]
    first = [find_sources(ids[:1]).loc[0, "address"] for ids in events["source_ids"]]
    rows = events.assign(source=first)[list(COLUMNS)]
    try:
        with path.open("x", encoding="utf-8-sig", newline="") as stream:
            rows.to_csv(stream, index=False, lineterminator="\r\n")
    except FileExistsError as error:
        message = f"{path.name} exists already. Choose another name; nothing was overwritten."
        raise FileExistsAlreadyError(message) from error
    return path
