"""Imports run downward: each room uses only the rooms below it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import infosoc

PACKAGE = Path(infosoc.__file__).parent
#: From the ground up. A module may import its own floor and those below.
FLOORS = (
    "rooms",
    "errors",
    "messages",
    "html",
    "data",
    "negotiate",
    "refresh",
    "drawing",
    "stand_alone",
    "exhibit",
    "plot",
    "live",
    "explore",
    "learn",
)
MODULES = sorted(
    path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE or path.stem in FLOORS
)


def floor(path):
    name = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return FLOORS.index(name)


def imported_rooms(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("infosoc"):
            parts = node.module.split(".")
            yield from [parts[1]] if len(parts) > 1 else [alias.name for alias in node.names]
        elif isinstance(node, ast.Import):
            yield from [a.name.split(".")[1] for a in node.names if a.name.startswith("infosoc.")]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_downward(path):
    above = {room for room in imported_rooms(path) if FLOORS.index(room) > floor(path)}
    assert not above, f"{path.name} imports from above: {sorted(above)}"


def test_every_module_has_a_floor():
    names = {
        path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in PACKAGE.rglob("*.py")
    }
    assert names == {*FLOORS, "__init__"}


PROBE = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
import infosoc
heavy = {"plotly", "ipywidgets", "pandas", "anywidget"} & set(sys.modules)
read = [path for path in opened if path.endswith((".csv", ".json", ".toml"))]
print(sorted(heavy), read)
"""


def test_importing_the_package_reads_no_table_and_loads_nothing_heavy():
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] []"


@pytest.mark.parametrize("name", infosoc.__all__)
def test_every_public_name_is_there(name):
    assert getattr(infosoc, name) is not None
    assert name in dir(infosoc)


@pytest.mark.parametrize("room", [infosoc.data, infosoc.explore, infosoc.learn, infosoc.plot])
def test_every_name_of_a_room_is_there(room):
    assert room.__all__ == dir(room)
    assert all(callable(getattr(room, name)) for name in room.__all__)
    with pytest.raises(AttributeError, match=f"{room.__name__}' has no attribute 'plots'"):
        _ = room.plots


FIRST_PICTURE = """
import sys
import infosoc
infosoc.plot.timeline(infosoc.load("events"))
rooms = ("infosoc.plot.", "infosoc.explore", "infosoc.learn", "infosoc.data.own", "ipywidgets")
print(sorted(name for name in sys.modules if name.startswith(rooms)))
"""
NEEDED = ["dense_timelines", "lanes", "rows", "style", "timelines"]


def test_the_first_picture_does_not_load_the_others():
    words = [sys.executable, "-c", FIRST_PICTURE]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str([f"infosoc.plot.{name}" for name in NEEDED])


NAMESAKE = """
import infosoc.learn.cockpit
print(callable(infosoc.learn.cockpit), callable(infosoc.learn.navigator))
"""


def test_a_function_named_like_its_module_stays_a_function():
    words = [sys.executable, "-c", NAMESAKE]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True True"


def test_a_name_that_does_not_exist_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'plots'"):
        _ = infosoc.plots
