"""The project's own files agree with one another."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
ADDRESS = PROJECT["urls"]["Repository"]
LOCKS = {
    name: (ROOT / name).read_text("utf-8")
    for name in ("requirements.lock", "tests/requirements.lock")
}
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.M)


def pins(name):
    return dict(PIN.findall(LOCKS[name]))


def test_the_address_stands_in_one_place():
    owner = ADDRESS.removeprefix("https://github.com/")
    readme = (ROOT / "README.md").read_text("utf-8")
    assert f"git clone {ADDRESS}\n" in readme
    assert (
        f"https://mybinder.org/v2/gh/{owner}/HEAD?urlpath=lab/tree/notebooks/00-start-here.ipynb"
        in readme
    )
    assert f'repository-code: "{ADDRESS}"' in (ROOT / "CITATION.cff").read_text("utf-8")


def test_the_badge_opens_a_lesson_that_exists():
    readme = (ROOT / "README.md").read_text("utf-8")
    path = re.search(r"urlpath=lab/tree/([^)]+)\)", readme)[1]
    assert (ROOT / path).exists()


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_everything_with_hashes_and_names_no_host(name):
    blocks = re.split(r"\n(?=[a-z])", LOCKS[name].strip())
    loose = [block.split()[0] for block in blocks if "--hash=sha256:" not in block]
    assert not loose
    assert "://" not in LOCKS[name]


def test_the_two_locks_agree():
    lab, test = pins("requirements.lock"), pins("tests/requirements.lock")
    assert lab.items() <= test.items()


def test_the_environment_file_has_the_pins_of_the_lock():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
    python, pip, through_pip = environment["dependencies"]
    assert (python, pip) == ("python=3.12", "pip")
    listed = dict(PIN.findall("\n".join(through_pip["pip"])))
    assert listed == pins("requirements.lock")


def test_binder_reads_python_from_a_single_equals_sign():
    text = (ROOT / "environment.yml").read_text("utf-8")
    # The pattern that repo2docker uses to find the version.
    assert re.search(r"^\s*-\s*python=3\.12$", text, re.M)


def test_the_wheel_loads_its_tables_from_anywhere(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    wheel = next(tmp_path.glob("infosoc-*.whl"))
    unpacked = tmp_path / "unpacked"
    subprocess.run([sys.executable, "-m", "zipfile", "-e", str(wheel), str(unpacked)], check=True)
    probe = (
        "import sys; sys.path.insert(0, sys.argv[1]); import infosoc; "
        "print(infosoc.__file__); print(len(infosoc.load('events')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, str(unpacked)],
        cwd="/" if Path("/").exists() else tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    where, count = done.stdout.split()
    assert where.startswith(str(unpacked))
    assert int(count) > 300
    assert (unpacked / "infosoc" / "py.typed").exists()
    assert (unpacked / "infosoc" / "_data" / "quizzes" / "world-summit.toml").exists()
    for name in ("quiz.js", "quiz.css"):
        assert (unpacked / "infosoc" / "learn" / name).exists()


def test_top_level_folders_have_a_reason():
    contributing = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    folders = {line.split("/")[0] for line in tracked if "/" in line}
    missing = [folder for folder in sorted(folders) if f"{folder}/" not in contributing]
    assert not missing, f"CONTRIBUTING.md does not explain: {missing}"


def test_the_skeleton_of_a_lesson_is_made(tmp_path):
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        import new_lesson  # noqa: PLC0415
    finally:
        sys.path.pop(0)
    notebook = new_lesson.skeleton("16-my-topic", "My topic")
    text = "\n".join(cell.source for cell in notebook.cells)
    assert text.startswith("# My topic\n")
    assert 'infosoc.learn.quiz("my-topic")' in text
    assert "{title}" not in text
    with pytest.raises(SystemExit, match="not a lesson name"):
        new_lesson.main(["My topic", "x"])
