"""Each way to damage a table is caught, in every table to which it applies.

A script damages one file of a copy of ``data/``; the check has to name file, line and column.
"""

import csv
import io
import re
import shutil

import pandas as pd
import pytest

import infosoc
from infosoc.data import loader, registry, validate
from infosoc.errors import DataFileError

TABLES = registry.registry()
NAMES = list(TABLES)


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """One copy for all tests of this file; each puts its table back."""
    folder = tmp_path_factory.mktemp("damaged") / "data"
    shutil.copytree(registry.data_folder(), folder)
    return folder


class Table:
    """A table's file in the copy, with what is needed to damage it."""

    def __init__(self, name, folder):
        self.name = name
        self.described = TABLES[name]
        self.columns = self.described.columns
        self.file = folder / self.described.path
        self.raw = self.file.read_bytes()
        self.rows = list(csv.reader(io.StringIO(self.raw.decode("utf-8"))))

    def write(self, rows):
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(rows)
        self.file.write_text(text.getvalue(), "utf-8")

    def put(self, line, column, value):
        """Write a value into one cell; lines count from 1 with the header as line 1."""
        rows = [list(row) for row in self.rows]
        rows[line - 1][rows[0].index(column)] = value
        self.write(rows)

    def middle(self):
        return len(self.rows) // 2 + 1

    def problems(self):
        """Read the file without the tables it refers to, which is quicker."""
        return validate.problems(registry.find(self.name))

    def caught(self, line, column, found=None):
        """Find a problem at this place, of this file, and say what it says."""
        found = infosoc.check(self.name) if found is None else found
        places = [str(problem) for problem in found]
        expected = f"{self.described.path}, line {line}, column {column}: "
        assert any(place.startswith(expected) for place in places), (expected, places[:5])
        return " ".join(place for place in places if place.startswith(expected))

    def refused(self):
        """See that the quick reader does not hand out the table either."""
        loader._typed.cache_clear()
        with pytest.raises(DataFileError, match=re.escape(self.described.path)):
            infosoc.load(self.name)


@pytest.fixture
def table(request, copy, monkeypatch):
    monkeypatch.setattr(registry, "data_folder", lambda: copy)
    for cached in (registry.descriptor, registry.registry, loader._typed):
        cached.cache_clear()
    table = Table(request.param, copy)
    yield table
    table.file.write_bytes(table.raw)
    for cached in (registry.descriptor, registry.registry, loader._typed):
        cached.cache_clear()


def tables_with(choose):
    """Return the tables that have a column of this sort."""
    chosen = [name for name in NAMES if any(map(choose, TABLES[name].columns))]
    assert chosen
    return pytest.mark.parametrize("table", chosen, indirect=True)


def columns_of(table, choose):
    return [column for column in table.columns if choose(column)]


every_table = pytest.mark.parametrize("table", NAMES, indirect=True)


@every_table
def test_a_deleted_column(table):
    for index, column in enumerate(table.rows[0]):
        table.write([row[:index] + row[index + 1 :] for row in table.rows])
        assert "missing" in table.caught(1, column, table.problems())
    table.refused()


@every_table
def test_a_swapped_order(table):
    for index, (first, second) in enumerate(zip(table.rows[0], table.rows[0][1:], strict=False)):
        table.write(
            [[*row[:index], row[index + 1], row[index], *row[index + 2 :]] for row in table.rows]
        )
        says = table.caught(1, second, table.problems())
        assert "order" in says, (first, second)
    table.refused()


@every_table
def test_a_byte_that_is_not_utf8(table):
    last = len(table.rows)
    for line, column in ((2, 0), (last, len(table.columns) - 1)):
        row = list(table.rows[line - 1])
        row[column] += "\udce9"
        rows = [*table.rows[: line - 1], row, *table.rows[line:]]
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(rows)
        table.file.write_bytes(text.getvalue().encode("utf-8", "surrogateescape"))
        assert "0xe9 is not UTF-8" in table.caught(line, table.columns[column].name)
        table.refused()


@every_table
def test_a_truncated_last_line(table):
    last = table.raw.rstrip(b"\n").rsplit(b"\n", 1)[1]
    for cut in range(1, len(last) + 1):
        table.file.write_bytes(table.raw[:-cut])
        found = table.problems()
        assert found, cut
        for problem in found:
            assert (problem.file, problem.line) == (table.described.path, len(table.rows)), problem
            assert problem.column, problem


@every_table
def test_a_duplicated_key(table):
    table.write([*table.rows, table.rows[1]])
    says = table.caught(len(table.rows) + 1, table.described.primary_key[0])
    assert "stands already in line 2" in says


@tables_with(lambda column: column.references is not None)
def test_an_id_that_does_not_exist(table):
    """Sources, countries, organizations, action lines, documents and all others."""
    for column in columns_of(table, lambda column: column.references):
        line = table.middle()
        whole = column.type == "list" and table.rows[line - 1][table.rows[0].index(column.name)]
        # Among good ids, too: in a list the last one is wrong.
        value = "ZZZ" if "[A-Z]" in column.constraints.get("pattern", "") else "no-such-id"
        value = "99999" if column.type == "integer" else value
        table.put(line, column.name, f"{whole}{column.delimiter}{value}" if whole else value)
        says = table.caught(line, column.name)
        assert f"is not in the table {column.references}" in says or "above" in says


@pytest.mark.parametrize(
    "table", [name for name in NAMES if TABLES[name].source_ids], indirect=True
)
def test_a_source_of_a_whole_table_that_does_not_exist(table, copy):
    descriptor = copy / "datapackage.json"
    good = descriptor.read_text("utf-8")
    source = table.described.source_ids[-1]
    start = good.index(f'"path": "{table.described.path}"')
    place = good.index(f'"{source}"', start)
    try:
        descriptor.write_text(f"{good[:place]}{good[place:].replace(source, 'none', 1)}", "utf-8")
        registry.descriptor.cache_clear()
        registry.registry.cache_clear()
        line = good.count("\n", 0, place) + 1
        found = [str(problem) for problem in infosoc.check(table.name)]
        assert found[0].startswith(f"datapackage.json, line {line}, column sourceIds: 'none'")
    finally:
        descriptor.write_text(good, "utf-8")


@tables_with(lambda column: column.name == "confidence")
def test_a_row_that_rests_on_memory(table):
    table.put(table.middle(), "confidence", "memory")
    assert "not a valid choice" in table.caught(table.middle(), "confidence")
    table.refused()


def is_year(column):
    return column.name == "year" or column.partial_date


@tables_with(is_year)
def test_the_year_20005(table):
    for column in columns_of(table, is_year):
        table.put(table.middle(), column.name, "20005")
        table.caught(table.middle(), column.name)
        if column.name in ("year", "date_start"):
            table.refused()


def is_percentage(column):
    return (column.unit or "").startswith("percent") or column.unit_column is not None


@tables_with(is_percentage)
def test_a_percentage_of_130(table):
    for column in columns_of(table, is_percentage):
        units = (
            [row[table.rows[0].index(column.unit_column)] for row in table.rows]
            if (column.unit_column)
            else []
        )
        line = next((n for n, u in enumerate(units, 1) if u.startswith("percent of")), 2)
        table.put(line, column.name, "130")
        assert "above 100" in table.caught(line, column.name)
        table.refused()


@every_table
@pytest.mark.parametrize("content", [b"", b"\n", b"header"], ids=["nothing", "line end", "header"])
def test_an_empty_file(table, content):
    header = table.raw.split(b"\n", 1)[0] + b"\n"
    table.file.write_bytes(header if content == b"header" else content)
    line = "" if content != b"header" else ", line 1"
    found = str(infosoc.check(table.name)[0])
    assert found.startswith(f"{table.described.path}{line}: ")
    assert "empty" in found or "no rows" in found
    if content != b"header":
        table.refused()


@every_table
def test_a_missing_file(table):
    table.file.unlink()
    assert str(infosoc.check(table.name)[0]).startswith(f"{table.described.path}: The file is mis")
    table.refused()


def cells_read_as_missing(name):
    """Find cells that other programs take for missing: NA is Namibia, nan may be a language."""
    table = TABLES[name]
    read = {"dtype": str, "encoding": "utf-8"}
    usual = pd.read_csv(table.file, **read)
    true = pd.read_csv(table.file, **read, keep_default_na=False)
    lost = usual.isna() & (true != "")
    return [(line + 2, column) for line, column in zip(*lost.to_numpy().nonzero(), strict=True)]


LOST = [name for name in NAMES if cells_read_as_missing(name)]


def test_some_tables_have_cells_that_look_missing():
    assert "countries" in LOST


@pytest.mark.parametrize("table", LOST, indirect=True)
def test_a_code_read_as_missing(table):
    """Read and save the file as a program would that takes NA for missing."""
    places = cells_read_as_missing(table.name)
    pd.read_csv(table.file, dtype=str).to_csv(table.file, index=False, lineterminator="\n")
    for line, number in places:
        table.caught(line, table.columns[number].name)
    table.refused()
