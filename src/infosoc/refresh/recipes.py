"""Which tables can be brought up to date, and how each is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infosoc.data import validate
from infosoc.data.registry import Table, tables_in
from infosoc.errors import DataFileError, UnknownNameError
from infosoc.refresh.errors import RecipeError

SERVICE = "world-bank"
#: What the rows of a table stand for: the table of their codes, and the column that holds a code.
ROWS = {
    "countries": ("countries", "country_iso3"),
    "groups": ("country_groups", "group_code"),
}
#: The service's own figures rarely carry more; what lies beyond is noise of their division.
DECIMALS = 4


@dataclass(frozen=True)
class Recipe:
    """How one table is made from the service's figures.

    Parameters
    ----------
    table
        The table, as the registry describes it.
    code
        The service's code of the indicator.
    keys
        The ids of every table that this one refers to, by table name.
    codes
        The codes of countries or groups that may stand in a row.
    decimals
        How many decimals a value keeps.
    vintage
        The vintage that ``datapackage.json`` names, or empty.
    """

    table: Table
    code: str
    keys: dict[str, set[str]]
    codes: set[str]
    decimals: int
    vintage: str

    @property
    def name(self) -> str:
        """Name of the table."""
        return self.table.name

    def covers(self, year: int) -> bool:
        """Say whether the table has room for a year."""
        constraints = next(c for c in self.table.columns if c.name == "year").constraints
        return constraints.get("minimum", year) <= year <= constraints.get("maximum", year)


def recipes(
    folder: Path, described: dict[str, Any], names: Sequence[str] | None = None
) -> list[Recipe]:
    """Return the recipes of a folder's tables, in the order of the registry.

    Parameters
    ----------
    folder
        The folder of the tables.
    described
        Its ``datapackage.json``.
    names
        Which tables; by default all that have a recipe.

    Raises
    ------
    UnknownNameError
        If a name is not that of a table with a recipe.
    RecipeError
        If a recipe cannot be followed.
    DataFileError
        If a table of codes is damaged.
    """
    entries = {e["name"]: e for e in described["resources"] if "refresh" in e}
    for name in names or ():
        if name not in entries:
            raise UnknownNameError("table with the property 'refresh'", name, entries)
    tables = tables_in(folder, described)
    return [_recipe(tables, entry) for name, entry in entries.items() if not names or name in names]


def _recipe(tables: dict[str, Table], entry: dict[str, Any]) -> Recipe:
    table, how = tables[entry["name"]], entry["refresh"]
    fault = _recipe_fault(tables, table, how)
    if fault:
        mend = "Correct its property 'refresh' or its columns in datapackage.json."
        raise RecipeError(table.name, fault, mend)
    home = ROWS[how["rows"]][0]
    keys = {other: _ids(tables[other]) for other in {home, *_references(table)}}
    return Recipe(
        table=table,
        code=how["code"],
        keys=keys,
        codes=keys[home],
        decimals=how.get("decimals", DECIMALS),
        vintage=entry.get("vintage", ""),
    )


def _recipe_fault(tables: dict[str, Table], table: Table, how: dict[str, Any]) -> str | None:
    if how.get("service") != SERVICE:
        return f"The service {how.get('service')!r} is not known; only {SERVICE!r} is."
    if not how.get("code"):
        return "The code of the indicator is missing."
    if how.get("rows") not in ROWS:
        return f"'rows' is {how.get('rows')!r}; it has to be one of: {', '.join(ROWS)}."
    home, column = ROWS[how["rows"]]
    if home not in tables:
        return f"The table {home}, which holds the codes, is missing."
    expected = [column, "year", "value"]
    if table.column_names != expected:
        return f"Its columns are not {', '.join(expected)}."
    return None


def _references(table: Table) -> set[str]:
    return {column.references for column in table.columns if column.references}


def _ids(table: Table) -> set[str]:
    found = validate.problems(table)
    if found:
        raise DataFileError(found)
    return validate.ids(table)
