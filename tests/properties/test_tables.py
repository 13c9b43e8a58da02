"""However a table's file is damaged: a clear error, or every cell of the file and nothing else."""

import csv
import io
import shutil

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import infosoc
from infosoc.data import loader, registry
from infosoc.errors import DataFileError

#: A table of every kind that is small enough to be read hundreds of times.
NAMES = [name for name, table in registry.registry().items() if table.file.stat().st_size < 30_000]
SPECIAL = [b'"', b",", b"\n", b"\r\n", b"\r", b"\x00", b"\xff", b"\xef\xbb\xbf", b";", b" ", b"=1"]
PIECES = st.one_of(st.sampled_from(SPECIAL), st.binary(max_size=4), st.just(b""))
CUTS = st.tuples(
    st.floats(0, 1), st.integers(0, 40), PIECES, st.sampled_from(["put", "twice", "line", "end"])
)


@pytest.fixture(scope="module")
def damaged(tmp_path_factory):
    """Point the package at a copy of data/ for all tests of this file."""
    copy = tmp_path_factory.mktemp("wild") / "data"
    shutil.copytree(registry.data_folder(), copy)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(registry, "data_folder", lambda: copy)
        forget()
        yield copy
    forget()


def forget():
    for cached in (registry.descriptor, registry.registry, loader._typed):
        cached.cache_clear()


def broken(raw, cuts):
    """Apply each cut: bytes replaced, a part written twice, a line taken out, the rest cut off."""
    for share, length, piece, how in cuts:
        start = int(share * len(raw))
        part = raw[start : start + length]
        if how == "put":
            raw = raw[:start] + piece + raw[start + length :]
        elif how == "twice":
            raw = raw[:start] + part + raw[start:]
        elif how == "line":
            lines = raw.splitlines(keepends=True)
            raw = b"".join(line for n, line in enumerate(lines) if n != int(share * len(lines)))
        else:
            raw = raw[:start] + piece
    return raw


def cells_of(raw):
    return list(csv.reader(io.StringIO(raw.decode("utf-8"), newline=""), strict=True))


def as_text(value):
    """Write a loaded cell as a file does."""
    if isinstance(value, tuple):
        return value
    return "" if pd.isna(value) else {True: "yes", False: "no"}.get(value, str(value))


def same(cell, value, column):
    if column.type in ("integer", "number") and cell:
        return float(cell) == pytest.approx(float(value), rel=1e-12)
    if column.type == "list":
        return value == (tuple(cell.split(column.delimiter)) if cell else ())
    return cell == as_text(value)


@settings(max_examples=250)
@given(name=st.sampled_from(NAMES), cuts=st.lists(CUTS, min_size=1, max_size=3))
def test_a_damaged_table_is_refused_or_read_whole(damaged, name, cuts):
    table = registry.find(name)
    good = table.file.read_bytes()
    raw = broken(good, cuts)
    table.file.write_bytes(raw)
    loader._typed.cache_clear()
    refused = frame = None
    try:
        found = infosoc.check(name)
        frame = infosoc.load(name)
    except DataFileError as error:
        refused = error
    finally:
        table.file.write_bytes(good)
        loader._typed.cache_clear()
    if frame is None:
        assert found, f"loading refuses what the check finds good: {refused}"
        assert all(problem.file.startswith(table.path) for problem in refused.problems)
        assert all(problem.message for problem in refused.problems)
        return
    header, *rows = cells_of(raw)
    assert header == table.column_names
    assert len(frame) == len(rows)
    for number, column in enumerate(table.columns):
        for row, value in zip(rows, frame[column.name].tolist(), strict=True):
            assert same(row[number], value, column), (name, column.name, row[number], value)
