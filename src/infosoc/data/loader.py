"""Load a table quickly, with the types that the registry gives it."""

from __future__ import annotations

import warnings
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from infosoc.data import validate
from infosoc.data.dates import spans
from infosoc.data.fingerprints import fingerprint
from infosoc.data.registry import Column, Table, descriptor_file, find, registry
from infosoc.errors import DataFileError, Problem

#: Name under which a table remembers where it comes from (``DataFrame.attrs``).
ORIGIN = "infosoc_table"


def load(name: str) -> pd.DataFrame:
    """Load a table by its name.

    Parameters
    ----------
    name
        A name that :func:`infosoc.tables` lists.

    Returns
    -------
    pandas.DataFrame
        A copy of your own: changing it never changes the next ``load``. Columns are typed as
        :func:`infosoc.describe` says. A table with ``date_start`` and ``date_end`` gets three
        more columns: ``start`` and ``end`` (first and last day covered) and ``precision``
        (year, month or day).

    Raises
    ------
    UnknownNameError
        If there is no such table; the message names the nearest one.
    DataFileError
        If the file is damaged; the message names file, line and column of each fault.

    Examples
    --------
    >>> import infosoc
    >>> events = infosoc.load("events")
    >>> events.loc[events.id == "geneva-summit-2003", ["start", "end", "city"]]
             start        end    city
    ... 2003-12-10 2003-12-12  Geneva
    """
    find(name)
    return _typed(name).copy(deep=True)


def check(name: str) -> list[Problem]:
    """List every fault of a table, references to other tables included.

    Parameters
    ----------
    name
        A name that :func:`infosoc.tables` lists.

    Returns
    -------
    list of Problem
        Empty when the table is good.

    Examples
    --------
    >>> check("events")
    []
    """
    table = find(name)
    needed = {column.references for column in table.columns if column.references}
    if table.source_ids:
        needed.add("sources")
    keys = {other: validate.ids(registry()[other]) for other in needed if _readable(other)}
    found = validate.problems(table, keys)
    if table.source_ids and "sources" in keys:
        found += validate.source_problems(table, keys["sources"], descriptor_file())
    return found


def _readable(name: str) -> bool:
    return not validate.problems(registry()[name])


@cache
def _typed(name: str) -> pd.DataFrame:
    table = find(name)
    try:
        _check_strangers(table)
        frame = _read(table)
    except (ValueError, OSError, KeyError) as error:
        found = validate.problems(table) or [Problem(table.path, 0, "", str(error))]
        raise DataFileError(found) from error
    frame.attrs[ORIGIN] = name
    return frame


def _check_strangers(table: Table) -> None:
    """Read a file carefully when it is not the one on record: pandas is quick and forgives.

    It fills a line that is cut off with missing cells, and leaves out a line that is empty.
    """
    if fingerprint(table.file.read_bytes()) == table.hash:
        return
    if found := validate.problems(table):
        raise DataFileError(found)


def _read(table: Table) -> pd.DataFrame:
    with warnings.catch_warnings():
        # A value outside its list is reported below, by us, with its place.
        warnings.simplefilter("ignore", DeprecationWarning)
        raw = pd.read_csv(table.file, **reading(table))
    if list(raw.columns) != table.column_names:
        raise ValueError("The columns are not those of datapackage.json.")
    for column in table.columns:
        if column.type in ("integer", "number"):
            _check_figures(raw[column.name], column)
            _check_shares(raw, column)
        elif column.required and raw[column.name].array.isna().any():
            raise ValueError(f"The column {column.name} has empty cells or unknown values.")
        if column.type == "list":
            raw[column.name] = _lists(raw[column.name], column)
        elif column.enum and not column.required and column.type != "boolean":
            raw[column.name] = _optional_choice(raw[column.name], column)
    if {"date_start", "date_end"} <= set(raw.columns):
        for name, days in spans(raw["date_start"], raw["date_end"]).items():
            raw[name] = days
    return raw


def reading(table: Table) -> dict[str, Any]:
    """Return the options with which ``pandas.read_csv`` reads a table's file."""
    return {
        "encoding": "utf-8",
        "dtype": {column.name: _dtype(column) for column in table.columns},
        "keep_default_na": False,  # "NA" is Namibia
        "na_values": [""],
        "true_values": ["yes"],
        "false_values": ["no"],
        "index_col": False,
    }


def _dtype(column: Column) -> Any:
    match column.type:
        case "integer":
            return "int64" if column.required else "Int64"
        case "number":
            return "float64"
        case "boolean":
            return "boolean"
        case _ if column.enum and column.required:
            # A value outside the list is read as missing, and a required cell may not be.
            return pd.CategoricalDtype(list(column.enum), ordered=True)
        case _:
            return "str"


def _check_figures(series: pd.Series, column: Column) -> None:
    low = column.constraints.get("minimum", -np.inf)
    high = column.constraints.get("maximum", np.inf)
    figures = series.to_numpy(dtype="float64", na_value=np.nan)
    if (figures < low).any() or (figures > high).any():
        raise ValueError(f"The column {column.name} has a figure outside its bounds.")
    if column.required and np.isnan(figures).any():
        raise ValueError(f"The column {column.name} has empty cells.")


def _check_shares(raw: pd.DataFrame, column: Column) -> None:
    """Refuse shares above 100 per cent where the unit stands in the row."""
    if column.unit_column:
        shares = raw[column.unit_column].str.startswith(validate.SHARE)
        if (raw.loc[shares, column.name] > validate.WHOLE).any():
            raise ValueError(f"The column {column.name} has a share above 100 per cent.")


def _lists(series: pd.Series, column: Column) -> pd.Series:
    # Tuples, because a list inside a shared table could be changed by one of its readers.
    cells = [
        tuple(cell.split(column.delimiter)) if isinstance(cell, str) else ()
        for cell in series.tolist()
    ]
    return pd.Series(cells, index=series.index, dtype="object")


def _optional_choice(series: pd.Series, column: Column) -> pd.Series:
    places = {choice: place for place, choice in enumerate(column.enum or ())}
    cells = series.tolist()
    if any(isinstance(cell, str) and cell not in places for cell in cells):
        raise ValueError(f"The column {column.name} holds a value outside its list.")
    codes = [places.get(cell, -1) for cell in cells]
    dtype = pd.CategoricalDtype(list(places), ordered=True)
    return pd.Series(pd.Categorical.from_codes(codes, dtype=dtype), index=series.index)
