"""What every kind of file becomes: rows of text cells with their line numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from infosoc.data.formula_cells import unguarded
from infosoc.data.own_files import refuse

#: A class that collects more events than this wants a database, not a timeline.
MOST_ROWS = 50_000


@dataclass(frozen=True)
class Cells:
    """The cells of a file.

    Attributes
    ----------
    file
        Name of the file, for messages.
    rows
        Line number and cells of each row, the header first; rows without any text are left out.
    reading
        What was found out on the way, in plain sentences.
    """

    file: str
    rows: list[tuple[int, list[str]]]
    reading: list[str] = field(default_factory=list)


def tidy(file: str, rows: list[tuple[int, list[str]]], reading: list[str]) -> Cells:
    """Leave out rows without text and empty columns at the end; refuse what holds no events."""
    kept = [(line, [unguarded(cell.strip()) for cell in row]) for line, row in rows]
    kept = [(line, row) for line, row in kept if any(row)]
    if len(kept) < len(rows):
        empty = len(rows) - len(kept)
        reading.append(f"{empty} empty {'line is' if empty == 1 else 'lines are'} left out.")
    if not kept:
        raise refuse(file, "The file is empty.", "Write a header and one line for each event.")
    header = kept[0][1]
    while header and not header[-1]:
        header.pop()
    if len(kept) == 1:
        raise refuse(file, "There is a header but no event.", "Write one line for each event.")
    if len(kept) - 1 > MOST_ROWS:
        count = f"{len(kept) - 1:,}"
        mend = "Divide the file."
        raise refuse(file, f"There are {count} events; at most {MOST_ROWS:,} can be read.", mend)
    return Cells(file, kept, reading)
