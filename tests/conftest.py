"""Shared: a copy of the data that a test may damage."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from xdist.scheduler import LoadFileScheduling

from infosoc.data import loader, registry
from infosoc.learn import progress_file, quiz_file
from infosoc.plot import maps, style

# Readers do not wait until plotly has checked every property; the tests do.
style.CHECKED = True

# What lessons under test finish is not the reader's progress. Kernels inherit this.
os.environ["INFOSOC_PROGRESS"] = str(Path(tempfile.mkdtemp()) / "progress.json")


class OneBrowser(LoadFileScheduling):
    """Keep each file in one worker, and all browser tests in one.

    Two browsers would slow each other; the other worker has everything else to do meanwhile.
    """

    def _split_scope(self, nodeid):
        return "browser" if nodeid.startswith("tests/browser/") else super()._split_scope(nodeid)


def pytest_xdist_make_scheduler(config, log):
    return OneBrowser(config, log)


def forget():
    for cached in (
        registry.descriptor,
        registry.registry,
        loader._typed,
        quiz_file.read,
        maps._outlines,
    ):
        cached.cache_clear()


@pytest.fixture
def data_copy(tmp_path, monkeypatch):
    """Point the package at a copy of data/ for one test."""
    copy = tmp_path / "data"
    shutil.copytree(registry.data_folder(), copy)
    monkeypatch.setattr(registry, "data_folder", lambda: copy)
    monkeypatch.setattr(quiz_file, "data_folder", lambda: copy)
    forget()
    yield copy
    forget()


@pytest.fixture(autouse=True)
def progress_of_its_own(tmp_path, monkeypatch):
    """Let no test see or change what another one has finished."""
    monkeypatch.setenv("INFOSOC_PROGRESS", str(tmp_path / "progress.json"))
    progress_file._unwritten = progress_file.Kept()
