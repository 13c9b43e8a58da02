"""The registry of tables: everything known about them stands in ``datapackage.json``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from infosoc.errors import DataFileError, Problem, UnknownNameError


@dataclass(frozen=True)
class Column:
    """One column of a table, as the registry describes it.

    ``unit`` is the unit of all its figures; ``unit_column`` names the column that gives the unit
    row by row.
    """

    name: str
    type: str
    description: str
    required: bool
    enum: tuple[str, ...] | None
    partial_date: bool
    delimiter: str
    references: str | None
    unit: str | None
    unit_column: str | None
    constraints: dict[str, Any]


@dataclass(frozen=True)
class Table:
    """One table, as the registry describes it.

    ``path`` is the file's place within the data folder, as messages name it. ``publisher``,
    ``code`` and ``vintage`` (the date of the publisher's own update) stand only with figures
    taken over from a publisher; ``source_ids`` are the sources of the table as a whole. ``hash`` is
    the fingerprint of the file as it was last checked.
    """

    name: str
    path: str
    file: Path
    title: str
    description: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    licence: str
    licence_title: str
    licence_url: str
    group: str
    gaps: str
    publisher: str | None
    code: str | None
    vintage: str | None
    source_ids: tuple[str, ...]
    hash: str | None = None

    @property
    def column_names(self) -> list[str]:
        """Names of the columns in the order of the file."""
        return [column.name for column in self.columns]


def data_folder() -> Path:
    """Return the folder that holds the tables.

    A wheel carries it inside the package; a checkout keeps it at its top level.
    """
    packaged = Path(__file__).resolve().parents[1] / "_data"
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[3] / "data"


def descriptor_file() -> Path:
    """Return the file that describes the tables."""
    return data_folder() / "datapackage.json"


@cache
def descriptor() -> dict[str, Any]:
    """Read the course's ``datapackage.json`` once."""
    return read_descriptor(data_folder())


def read_descriptor(folder: Path) -> dict[str, Any]:
    """Read the ``datapackage.json`` of a folder.

    Raises
    ------
    DataFileError
        If the file is missing or is not JSON.
    """
    path = folder / "datapackage.json"
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        problem = Problem(path.name, 0, "", "The file is missing.", "Install infosoc again.")
        raise DataFileError([problem]) from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        line = getattr(error, "lineno", 0)
        raise DataFileError([Problem(path.name, line, "", f"Not valid JSON: {error}.")]) from error


@cache
def registry() -> dict[str, Table]:
    """Return every table of the registry by name, in reading order."""
    return tables_in(data_folder(), descriptor())


def tables_in(folder: Path, described: dict[str, Any]) -> dict[str, Table]:
    """Return the tables of a folder by name, as its descriptor describes them."""
    return {entry["name"]: _table(entry, folder) for entry in described["resources"]}


def find(name: str) -> Table:
    """Return one table's description.

    Raises
    ------
    UnknownNameError
        If no table has that name; the message names the nearest one.
    """
    try:
        return registry()[name]
    except (KeyError, TypeError) as error:
        raise UnknownNameError("table", name, registry()) from error


def _table(entry: dict[str, Any], folder: Path) -> Table:
    schema = entry["schema"]
    foreign = {
        tuple(key["fields"]): key["reference"]["resource"] for key in schema.get("foreignKeys", [])
    }
    licence = entry["licenses"][0]
    return Table(
        name=entry["name"],
        path=entry["path"],
        file=folder / entry["path"],
        title=entry["title"],
        description=entry["description"],
        columns=tuple(_column(field, foreign, entry["name"]) for field in schema["fields"]),
        primary_key=tuple(schema.get("primaryKey", ())),
        licence=licence["name"],
        licence_title=licence.get("title", licence["name"]),
        licence_url=licence["path"],
        group=entry["group"],
        gaps=entry["gaps"],
        publisher=entry.get("publisher"),
        code=entry.get("code"),
        vintage=entry.get("vintage"),
        source_ids=tuple(entry.get("sourceIds", ())),
        hash=entry.get("hash"),
    )


def _column(field: dict[str, Any], foreign: dict[tuple[str, ...], str], table: str) -> Column:
    constraints = field.get("constraints", {})
    enum = ("yes", "no") if field["type"] == "boolean" else constraints.get("enum")
    # In a Data Package an empty resource name points a table at itself.
    reference = field.get("listReferences", foreign.get((field["name"],)))
    return Column(
        name=field["name"],
        type=field["type"],
        description=field["description"],
        required=constraints.get("required", False),
        enum=tuple(enum) if enum else None,
        partial_date=field.get("partialDate", False),
        delimiter=field.get("delimiter", ","),
        references=table if reference == "" else reference,
        unit=field.get("unit"),
        unit_column=field.get("unitColumn"),
        constraints=constraints,
    )
