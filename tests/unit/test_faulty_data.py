"""A damaged table is refused with file, line and column, and nothing else is."""

import csv

import pytest

import infosoc
from infosoc.errors import DataFileError, UnknownNameError


def rows(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def write(path, table):
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(table)


def change(path, line, column, value):
    """Put a value into one cell; lines are counted from 1 with the header as line 1."""
    table = rows(path)
    table[line - 1][table[0].index(column)] = value
    write(path, table)


CELLS = [
    ("date_start", "2003-13", "is not in the calendar"),
    ("date_start", "2003-02-30", "is not in the calendar"),
    ("date_start", "20005", "is not a date"),
    ("date_start", "10.12.2003", "is not a date"),
    ("date_end", "1901-01-01", "is not after"),
    ("topic", "wsiss", "not in the table topics"),
    ("kind", "party", "not a valid choice"),
    ("status", "maybe", "not a valid choice"),
    ("confidence", "memory", "not a valid choice"),
    ("country_iso3", "XYZ", "not in the table countries"),
    ("part_of", "no-such-event", "not in the table events"),
    ("source_ids", "no-such-source", "not in the table sources"),
    ("source_ids", "", "is empty"),
    ("organization_ids", "no-such-body", "not in the table organizations"),
    ("title", "", "is empty"),
    ("title", "<script>alert(1)</script>", "holds HTML"),
    ("title", " Space", "begins or ends with a space"),
    ("description", "x" * 451, "451 characters"),
    ("id", "Not A Slug", "wrong form"),
]


@pytest.mark.parametrize(("column", "value", "says"), CELLS)
def test_a_bad_cell_is_named(data_copy, column, value, says):
    path = data_copy / "events.csv"
    line = next(n for n, row in enumerate(rows(path), 1) if row[0] == "geneva-summit-2003")
    change(path, line, column, value)
    found = [str(p) for p in infosoc.check("events") if p.line == line and p.column == column]
    assert found, [str(problem) for problem in infosoc.check("events")]
    assert found[0].startswith(f"events.csv, line {line}, column {column}: ")
    assert says in found[0]


FIGURES = [
    ("value", "130", "is above 100"),
    ("value", "-1", "is below 0"),
    ("value", "many", "is not a number"),
    ("value", "", "is empty"),
    ("year", "20005", "is above 2030"),
    ("year", "2005.5", "is not a number"),
    ("country_iso3", "NA", "wrong form"),
    ("country_iso3", "WLD", "not in the table countries"),
    ("country_iso3", "", "is empty"),
]


@pytest.mark.parametrize(("column", "value", "says"), FIGURES)
def test_a_bad_figure_is_named(data_copy, column, value, says):
    change(data_copy / "figures" / "internet_users.csv", 1000, column, value)
    problem = infosoc.check("internet_users")[0]
    assert str(problem).startswith(f"figures/internet_users.csv, line 1000, column {column}: ")
    assert says in problem.message


@pytest.mark.parametrize(("column", "value"), [("value", "130"), ("year", "20005")])
def test_a_figure_out_of_bounds_is_not_loaded(data_copy, column, value):
    change(data_copy / "figures" / "internet_users.csv", 1000, column, value)
    with pytest.raises(DataFileError, match=rf"line 1000, column {column}"):
        infosoc.load("internet_users")


def test_a_country_and_year_that_stand_twice_are_named(data_copy):
    path = data_copy / "figures" / "internet_users.csv"
    table = rows(path)
    write(path, [*table, [*table[5][:2], "50"]])
    problem = infosoc.check("internet_users")[0]
    assert (problem.line, problem.column) == (len(table) + 1, "country_iso3")
    assert "stands already in line 6" in problem.message


def test_namibias_code_read_as_missing_is_named(data_copy):
    path = data_copy / "countries.csv"
    line = next(n for n, row in enumerate(rows(path), 1) if row[0] == "NAM")
    assert rows(path)[line - 1][1] == "NA"
    change(path, line, "iso2", "")
    problem = infosoc.check("countries")[0]
    assert (problem.line, problem.column) == (line, "iso2")


def test_a_good_table_has_no_problem(data_copy):
    assert infosoc.check("events") == []


def test_a_key_that_stands_twice_is_named(data_copy):
    path = data_copy / "sources.csv"
    table = rows(path)
    write(path, [*table, table[1]])
    problem = infosoc.check("sources")[0]
    assert (problem.line, problem.column) == (len(table) + 1, "id")
    assert "stands already in line 2" in problem.message


def test_a_deleted_column_is_named(data_copy):
    path = data_copy / "events.csv"
    write(path, [row[:2] + row[3:] for row in rows(path)])
    assert str(infosoc.check("events")[0]).startswith("events.csv, line 1, column date_end:")


def test_swapped_columns_are_named(data_copy):
    path = data_copy / "events.csv"
    write(path, [[row[0], row[2], row[1], *row[3:]] for row in rows(path)])
    problem = infosoc.check("events")[0]
    assert (problem.line, problem.column) == (1, "date_end")
    assert "order" in problem.message


def test_an_extra_cell_is_named(data_copy):
    path = data_copy / "events.csv"
    table = rows(path)
    table[4].append("more")
    write(path, table)
    assert infosoc.check("events")[0].line == 5


def test_a_byte_that_is_not_utf8_is_named(data_copy):
    path = data_copy / "events.csv"
    lines = path.read_bytes().split(b"\n")
    lines[2] = lines[2].replace(b",", b",\xe9", 1)
    path.write_bytes(b"\n".join(lines))
    problem = infosoc.check("events")[0]
    assert (problem.line, problem.column) == (3, "date_start")
    assert "0xe9 is not UTF-8" in problem.message


def test_a_cut_last_line_is_named(data_copy):
    path = data_copy / "topics.csv"
    text = path.read_text("utf-8")
    path.write_text(text[:-4], "utf-8")
    problem = infosoc.check("topics")[0]
    assert problem.line == text.count("\n")
    assert "cut off" in problem.message


@pytest.mark.parametrize("content", ["", "\n"])
def test_an_empty_file_is_named(data_copy, content):
    (data_copy / "topics.csv").write_text(content, "utf-8")
    assert "The file is empty" in str(infosoc.check("topics")[0])


def test_a_missing_file_is_named(data_copy):
    (data_copy / "topics.csv").unlink()
    assert str(infosoc.check("topics")[0]).startswith("topics.csv: The file is missing.")
    with pytest.raises(DataFileError, match=r"topics\.csv: The file is missing"):
        infosoc.load("topics")


@pytest.mark.parametrize(
    ("column", "value"),
    [("date_start", "2003-13"), ("kind", "party"), ("title", ""), ("confidence", "memory")],
)
def test_loading_a_damaged_table_names_the_place(data_copy, column, value):
    change(data_copy / "events.csv", 3, column, value)
    with pytest.raises(DataFileError, match=rf"events\.csv, line 3, column {column}"):
        infosoc.load("events")


def test_a_damaged_registry_is_named(data_copy):
    (data_copy / "datapackage.json").write_text("{", "utf-8")
    with pytest.raises(DataFileError, match=r"datapackage\.json"):
        infosoc.load("events")


@pytest.mark.parametrize("given", ["event", "Events", "evnets"])
def test_a_wrong_name_brings_the_nearest_one(given):
    with pytest.raises(UnknownNameError, match="Did you mean 'events'") as caught:
        infosoc.load(given)
    assert caught.value.nearest == "events"
    assert "sources" in caught.value.valid


def test_a_name_of_the_wrong_kind_is_refused_too():
    with pytest.raises(UnknownNameError):
        infosoc.load(["events"])


def test_a_changed_copy_never_reaches_the_next_reader():
    first = infosoc.load("events")
    title = first.loc[0, "title"]
    first.loc[0, "title"] = "changed"
    first["kind"] = "changed"
    del first["city"]
    again = infosoc.load("events")
    assert again.loc[0, "title"] == title
    assert "city" in again
    assert again["kind"].dtype == "category"


def test_a_year_is_not_the_first_of_january():
    events = infosoc.load("events")
    years = events[events.date_start.str.len() == 4]
    assert not years.empty
    assert (years.precision == "year").all()
    assert (years.start.dt.strftime("%m-%d") == "01-01").all()
    assert (years.end.dt.strftime("%m-%d") == "12-31").all()
    months = events[events.precision == "month"]
    assert (months.end.dt.day >= 28).all()
