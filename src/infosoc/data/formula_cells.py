"""Cells that a spreadsheet would take for formulas, kept as text.

A spreadsheet computes what begins with =, +, - or @, also in a CSV file, and a formula can call
other programs or send cells away. A file that this course writes is opened by others, so such a
cell gets an apostrophe in front: the rule of OWASP (ASVS 1.2.10). The text stays readable, nothing
is lost, and :func:`infosoc.read_events` takes the apostrophe off again.
"""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00")
APOSTROPHE = "'"


def guarded(text: str) -> str:
    """Put an apostrophe in front of what a spreadsheet would compute.

    Examples
    --------
    >>> guarded("=1+1"), guarded("1+1")
    ("'=1+1", '1+1')
    """
    return APOSTROPHE + text if text.startswith(STARTS) else text


def unguarded(text: str) -> str:
    """Take the apostrophe off again.

    Examples
    --------
    >>> unguarded("'=1+1"), unguarded("'tis")
    ('=1+1', "'tis")
    """
    bare = text.removeprefix(APOSTROPHE)
    return bare if bare.startswith(STARTS) else text


def guarded_table(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose texts and column names no spreadsheet computes."""
    texts = frame.map(lambda value: guarded(value) if isinstance(value, str) else value)
    return texts.rename(columns=lambda name: guarded(str(name)))


def save_table(frame: pd.DataFrame, path: str | os.PathLike[str]) -> Path:
    """Write a table as a CSV file that spreadsheets open and do not compute.

    Parameters
    ----------
    frame
        The table; its index is left out.
    path
        Where to write it; a file that stands there already is replaced.

    Returns
    -------
    pathlib.Path
        The file, with its folder.
    """
    file = Path(path).resolve()
    guarded_table(frame).to_csv(file, index=False, encoding="utf-8-sig")
    return file
