"""Thirty readers on one server: all can work, nobody sees another one's files."""

from __future__ import annotations

import os
import pwd
import statistics
import time
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest
from conftest import names
from reader import Reader

pytestmark = pytest.mark.serving

#: All come within three minutes of one another.
READERS = int(os.environ.get("INFOSOC_READERS", "30"))
APART = 6.0
LESSON = "notebooks/01-world-summit.ipynb"
#: A course that needs more than this per reader would not fit a class of thirty on 16 GB.
MOST_MEGABYTES = 500


@pytest.fixture(scope="module")
def readers(hub):
    """Let the readers come, one every six seconds, and do the same."""
    found = [Reader(hub.url, name, hub.password) for name in names(READERS)]
    faults = {}

    def take_part(place, reader):
        time.sleep(place * APART)
        try:
            reader.log_in()
            reader.start()
            errors = reader.run_lesson(LESSON)
            if errors:
                faults[reader.name] = errors
        except Exception as error:
            faults[reader.name] = [repr(error)]

    with ThreadPoolExecutor(READERS) as pool:
        list(pool.map(take_part, range(READERS), found))
    return found, faults


def megabytes(name):
    """Return the memory of all processes of a user; shared pages count in equal parts."""
    uid = pwd.getpwnam(name).pw_uid
    total = 0
    for process in psutil.process_iter():
        try:
            if process.uids().real == uid:
                total += process.memory_full_info().pss
        except psutil.NoSuchProcess:
            continue
    return total / 2**20


def test_all_open_the_start_page_and_run_a_lesson(readers, capsys):
    found, faults = readers
    memory = [megabytes(reader.name) for reader in found]
    starts = [reader.seconds.get("start", float("nan")) for reader in found]
    lessons = [reader.seconds.get("lesson", float("nan")) for reader in found]
    with capsys.disabled():
        print(
            f"\n{len(found)} readers within {len(found) * APART:.0f} s, {len(faults)} faults; "
            f"memory each: median {statistics.median(memory):.0f} MB, most {max(memory):.0f} MB; "
            f"start: median {statistics.median(starts):.1f} s, slowest {max(starts):.1f} s; "
            f"lesson 01: median {statistics.median(lessons):.1f} s, slowest {max(lessons):.1f} s."
        )
    assert faults == {}
    assert max(memory) <= MOST_MEGABYTES


def test_no_reader_can_read_files_of_another_one(readers):
    found, _ = readers
    one, other = found[0].name, found[1]
    home = pwd.getpwnam(one).pw_dir
    for attempt in (
        f"open({home + '/course/' + LESSON!r}).read()",
        f"import os; os.listdir({home!r})",
        f"open({home + '/course/written'!r}, 'w')",
    ):
        errors = other.execute(attempt)
        assert len(errors) == 1, attempt
        assert errors[0].startswith("PermissionError"), errors


def test_the_course_itself_cannot_be_changed_by_a_reader(readers):
    found, _ = readers
    attempt = "import infosoc.data.registry as r; open(r.data_folder() / 'events.csv', 'a')"
    assert found[0].execute(attempt)[0].startswith("PermissionError")


def test_a_reader_who_takes_too_much_memory_stops_only_themselves(readers):
    found, _ = readers
    assert found[0].execute("too_much = bytearray(3 * 2**30)")[0].startswith("MemoryError")
    assert found[0].execute("import infosoc; infosoc.load('topics')") == []
