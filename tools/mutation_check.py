"""Break things on purpose, one at a time, and see whether the tests notice: ``make mutations``.

Fifty cells of the tables, twenty lines of the package and twenty saved outputs of lessons are
changed on a copy of the project, chosen by chance but the same with the same seed. For each the
tests run that can notice it, the quickest first. It takes about twenty minutes, so it is no part
of ``make test``. Tests that use a browser are left out.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import mutants
from mutants import Mutant

ROOT = Path(__file__).resolve().parents[1]
KINDS = {"cell": (mutants.cells, 50), "line": (mutants.lines, 20), "output": (mutants.outputs, 20)}
ON_RECORD = "tests/data/test_contract.py::test_the_tables_are_those_on_record"
CONTENT = "tests/data/test_contract.py"
REST = ("src", "tests/unit", "tests/data/test_contract.py", "tests/refresh", "tests/properties")
FAILED = re.compile(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", re.M)
#: A mutant that makes a test run longer than this runs for ever, and that is noticed.
PATIENCE = 420
#: How pytest says that it was asked for a test that does not exist.
MISUSED = 4
#: What is to be noticed, in per cent.
BAR = 95


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant: the test that failed, or none."""

    mutant: Mutant
    caught_by: str


class Copy:
    """A copy of the project in which files are changed and tests run."""

    def __init__(self, folder: Path):
        self.root = folder / "project"
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
        )
        for name in filter(None, listed.stdout.split("\0")):
            target = self.root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target)
        self._env = {
            **os.environ,
            # Before the checkout that is installed.
            "PYTHONPATH": str(self.root / "src"),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self._broken_before: list[str] = []

    def run(self, *what: str, first: bool = True) -> list[str]:
        """Run tests and return the names of those that fail; the first one only, or all."""
        spared = [part for name in self._broken_before for part in ("--deselect", name)]
        command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider"]
        command += ["--tb=no", "-rfE", *(["-x"] if first else []), *spared, *what]
        command += ["-m", "not browser"]
        try:
            done = subprocess.run(
                command,
                cwd=self.root,
                env=self._env,
                check=False,
                capture_output=True,
                text=True,
                timeout=PATIENCE,
            )
        except subprocess.TimeoutExpired:
            return [f"{what[0]} (runs for ever)"]
        found = FAILED.findall(done.stdout)
        if done.returncode == MISUSED:
            raise SystemExit(done.stdout + done.stderr)
        # 5: no test was chosen. Anything else without a name is a crash, and that is noticed.
        return found or ([f"{what[0]} (breaks off)"] if done.returncode not in (0, 5) else [])

    def note_what_is_broken(self, what: Sequence[str]) -> None:
        """Leave out tests that fail before anything is changed: they would notice everything."""
        self._broken_before = self.run(*what, first=False)
        for name in self._broken_before:
            print(f"fails before anything is changed, left out: {name}", flush=True)

    def caught(self, mutant: Mutant) -> Outcome:
        """Change the file, run the tests that can notice it, and put the file back."""
        path = self.root / mutant.path
        good = path.read_bytes()
        path.write_text(mutant.content, "utf-8")
        try:
            for what in self._stages(mutant):
                if failed := self.run(*what):
                    return Outcome(mutant, failed[0])
        finally:
            path.write_bytes(good)
        return Outcome(mutant, "")

    def _stages(self, mutant: Mutant) -> list[tuple[str, ...]]:
        """Return which tests can notice a mutant, the quickest first."""
        if mutant.kind == "cell":
            # What the table's own rules tell, before its fingerprint tells all.
            table = Path(mutant.path).stem
            return [(CONTENT, "--deselect", ON_RECORD, "-k", table), (ON_RECORD,)]
        if mutant.kind == "output":
            name = Path(mutant.path).stem
            return [("tests/lessons/test_pictures.py", "-k", name), (mutant.path,)]
        return [
            (mutant.path, *self._tests_of(mutant.path)),
            REST,
            # All lessons in one process, their pages and figures compared.
            ("tests/lessons/test_hard_places.py",),
            ("tests/lessons", "tests/project"),
        ]

    def _tests_of(self, path: str) -> list[str]:
        """Return the tests that name a module or something public of it."""
        code = (self.root / path).read_text("utf-8")
        names = {Path(path).stem, *re.findall(r"^(?:def|class) ([A-Za-z]\w+)", code, re.M)}
        word = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b")
        tests = [*(self.root / "tests" / "unit").glob("*.py")]
        tests += (self.root / "tests" / "refresh").glob("test_*.py") if "refresh" in path else []
        found = [one for one in tests if word.search(one.read_text("utf-8"))]
        return [one.relative_to(self.root).as_posix() for one in sorted(found)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the mutants, run the tests on each and tell what was noticed."""
    options = _options(arguments)
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory() as folder:
        project = Copy(Path(folder))
        project.note_what_is_broken([*REST, "tests/lessons", "tests/project", "notebooks"])
        for kind in options.kinds:
            make, count = KINDS[kind]
            chance = random.Random(f"{kind} {options.seed}")
            for mutant in make(project.root, chance, options.count or count):
                begun = time.monotonic()
                outcome = project.caught(mutant)
                outcomes.append(outcome)
                seconds = time.monotonic() - begun
                print(_told(outcome), f"[{seconds:.0f} s]", flush=True)
    print("\n".join(["", *_summary(outcomes)]))
    missed = sum(not outcome.caught_by for outcome in outcomes)
    return int(100 * (len(outcomes) - missed) < BAR * len(outcomes))


def _told(outcome: Outcome) -> str:
    mutant = outcome.mutant
    end = f"caught by {outcome.caught_by}" if outcome.caught_by else "SURVIVED"
    return f"{mutant.kind:6} {mutant.path}, {mutant.told}: {end}"


def _summary(outcomes: Sequence[Outcome]) -> list[str]:
    told = []
    for kind in KINDS:
        those = [one for one in outcomes if one.mutant.kind == kind]
        caught = [one for one in those if one.caught_by]
        if those:
            told.append(f"{kind}: {len(caught)} of {len(those)} caught")
    record = sum(one.caught_by == ON_RECORD for one in outcomes)
    told.append(f"cells that only the fingerprint of their table tells: {record}")
    survivors = [_told(one) for one in outcomes if not one.caught_by]
    return told + (["Survivors:", *survivors] if survivors else [])


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("kinds", nargs="*", choices=[*KINDS, []], help="which; all by default")
    parser.add_argument("--seed", default="2003", help="another seed, other mutants")
    parser.add_argument("--count", type=int, help="how many of each kind")
    options = parser.parse_args(arguments)
    options.kinds = options.kinds or list(KINDS)
    return options


if __name__ == "__main__":
    sys.exit(main())
