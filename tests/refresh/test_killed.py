"""A run that is killed at any moment leaves whole files, and the next one finishes the work."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import infosoc
from infosoc.refresh.command import refresh
from infosoc.refresh.errors import BusyError
from infosoc.refresh.files import WAITING
from infosoc.refresh.lock import only_one

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

SOURCES = Path(infosoc.__file__).parents[1]
#: Makes a run kill itself just before or just after it puts a file in place.
SELF_KILL = """
import os, signal

when, number = os.environ["DIE"].split()
replace, seen = os.replace, []

def deadly(source, target, **more):
    seen.append(source)
    last = len(seen) == int(number)
    if last and when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    replace(source, target, **more)
    if last and when == "after":
        os.kill(os.getpid(), signal.SIGKILL)

os.replace = deadly
"""
DESCRIPTOR = "datapackage.json"
#: Makes a run kill itself when half of a waiting file is written.
KILL_IN_MID_WRITE = """
import os, pathlib, signal

usual, seen = pathlib.Path.open, []

class Half:
    def __init__(self, stream):
        self.stream = stream
    def __enter__(self):
        return self
    def __exit__(self, *problem):
        self.stream.close()
    def write(self, data):
        self.stream.write(data[: len(data) // 2])
        self.stream.flush()
        os.kill(os.getpid(), signal.SIGKILL)

def deadly(path, mode="r", *more, **named):
    stream = usual(path, mode, *more, **named)
    if mode == "wb" and path.name.endswith(".refresh-new"):
        seen.append(path)
        if len(seen) == int(os.environ["DIE"]):
            return Half(stream)
    return stream

pathlib.Path.open = deadly
"""
#: Three tables, then the descriptor.
MOMENTS = [(when, number) for number in (1, 2, 3, 4) for when in ("before", "after")]


def news(fake):
    fake.figures["PEOPLE.TOTAL"]["NAM", 2005] = 900
    fake.figures["USERS.SHARE"]["ALB", 2010] = 50
    fake.figures["USERS.SHARE"]["HIC", 2010] = 90
    return fake


@pytest.fixture
def start():
    """Start runs of their own; none outlives the test."""
    runs = []

    def start(folder, fake, *paths, **environment):
        command = [sys.executable, "-m", "infosoc.refresh", "--folder", str(folder.path)]
        found = os.pathsep.join(map(str, (*paths, SOURCES)))
        run = subprocess.Popen(
            [*command, "--service-address", fake.address],
            env=os.environ | {"PYTHONPATH": found} | environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        runs.append(run)
        return run

    yield start
    for run in runs:
        run.kill()
        run.wait()


@pytest.fixture
def states(make_folder, fake, hurried):
    """The old and the new contents of a folder."""
    folder = make_folder("whole")
    old = folder.contents()
    refresh(folder.path, service=hurried(news(fake).address))
    new = folder.contents()
    assert all(old[name] != new[name] for name in new if "countr" not in name)
    return old, new


def replaced(folder, old, new):
    """Names of the files that are new; all others have to be old, and all have to be valid."""
    now = {name: data for name, data in folder.contents().items() if name in old}
    assert now.keys() == old.keys()
    assert all(data in (old[name], new[name]) for name, data in now.items())
    assert folder.faults() == []
    found = {name for name, data in now.items() if data != old[name]}
    if DESCRIPTOR in found:
        assert len(found) == 4, "the vintage promises more than the tables hold"
    return found


def finish(folder, service, new):
    """Run again and find everything done and nothing left behind."""
    refresh(folder.path, service=service)
    assert folder.contents() == new


def test_killed_around_each_replacement(make_folder, fake, hurried, states, start, tmp_path):
    hook = tmp_path / "hook"
    hook.mkdir()
    hook.joinpath("sitecustomize.py").write_text(SELF_KILL, "utf-8")
    folders = [make_folder(f"{when}-{number}") for when, number in MOMENTS]
    runs = [
        start(folder, fake, hook, DIE=f"{when} {number}")
        for folder, (when, number) in zip(folders, MOMENTS, strict=True)
    ]
    assert [run.wait() for run in runs] == [-signal.SIGKILL] * len(MOMENTS)
    counts = [len(replaced(folder, *states)) for folder in folders]
    assert counts == [number - (when == "before") for when, number in MOMENTS]
    for folder in folders:
        finish(folder, hurried(fake.address), states[1])


def test_killed_in_mid_write(make_folder, fake, hurried, states, start, tmp_path):
    hook = tmp_path / "hook"
    hook.mkdir()
    hook.joinpath("sitecustomize.py").write_text(KILL_IN_MID_WRITE, "utf-8")
    folders = [make_folder(f"half-{number}") for number in (1, 2, 3, 4)]
    runs = [start(folder, fake, hook, DIE=str(n)) for n, folder in enumerate(folders, 1)]
    assert [run.wait() for run in runs] == [-signal.SIGKILL] * len(runs)
    for folder in folders:
        halves = [path for path in folder.path.rglob(f".*{WAITING}") if path.stat().st_size]
        assert halves
        assert replaced(folder, *states) == set()
        finish(folder, hurried(fake.address), states[1])


def test_killed_between_a_table_and_its_vintage(make_folder, fake, hurried, states, capsys):
    """The state that the kill above leaves: new tables with their old vintage."""
    folder, (old, new) = make_folder("between"), states
    for name in new:
        if name != DESCRIPTOR:
            folder.path.joinpath(name).write_bytes(new[name])
    assert replaced(folder, old, new) == set(new) - {DESCRIPTOR, "countries.csv"} - {
        "country_groups.csv"
    }
    capsys.readouterr()
    finish(folder, hurried(fake.address), new)
    assert "Written: datapackage.json." in capsys.readouterr().out


def test_killed_while_it_reads(make_folder, make_service, hurried, states, start):
    """The second table's answer never comes; meanwhile another run is refused."""
    folder, fake, arrived = make_folder("reading"), news(make_service()), threading.Event()

    def hang(handler, body):
        arrived.set()
        fake.slow(handler, body)

    fake.accidents.extend([fake.send, hang])
    run = start(folder, fake)
    try:
        assert arrived.wait(60)
        with pytest.raises(BusyError), only_one(folder.path):
            pass
    finally:
        run.kill()
        run.wait()
    assert replaced(folder, *states) == set()
    finish(folder, hurried(fake.address), states[1])


def test_killed_at_random_moments(make_folder, make_service, hurried, states, start):
    """From the last answer on, when files are written."""
    pauses = [random.Random(seed).uniform(0, 0.03) for seed in range(8)]
    runs = [waiting_run(make_folder(f"random-{n}"), make_service(), start) for n in range(8)]
    for pause, (folder, fake, turn, answered, run) in zip(pauses, runs, strict=True):
        turn.set()
        assert answered.wait(60)
        time.sleep(pause)
        run.kill()
        run.wait()
        replaced(folder, *states)
        finish(folder, hurried(fake.address), states[1])


def waiting_run(folder, fake, start):
    """Start a run whose last answer waits until its turn has come."""
    turn, answered = threading.Event(), threading.Event()

    def last(handler, body):
        turn.wait(60)
        fake.send(handler, body)
        answered.set()

    fake.accidents.extend([fake.send, fake.send, last])
    return folder, fake, turn, answered, start(folder, news(fake))
