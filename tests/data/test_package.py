"""The tables are good by the rules of a validator that is not ours."""

import json

import pytest
from frictionless import Package, system

from infosoc.data.registry import data_folder

NAMES = [
    entry["name"]
    for entry in json.loads((data_folder() / "datapackage.json").read_text("utf-8"))["resources"]
]


@pytest.fixture(scope="module")
def report():
    with system.use_context(trusted=True):
        return Package(str(data_folder() / "datapackage.json")).validate()


def test_every_table_is_read(report):
    assert [task.name for task in report.tasks] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_frictionless_finds_no_fault(report, name):
    task = next(task for task in report.tasks if task.name == name)
    rows = task.flatten(["rowNumber", "fieldName", "message"])
    assert rows == [], "\n".join(f"{name}.csv, line {row[0]}, {row[1]}: {row[2]}" for row in rows)
    assert task.stats["rows"] > 0
