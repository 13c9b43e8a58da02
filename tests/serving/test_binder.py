"""What Binder makes of this project, as far as that can be seen without Docker."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
import yaml
from conftest import ROOT, free_port
from playwright.sync_api import sync_playwright
from repo2docker.app import Repo2Docker
from repo2docker.buildpacks import CondaBuildPack

pytestmark = pytest.mark.serving

TOKEN = "binder"
START_SECONDS = 120
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """Copy what git tracks, as Binder fetches it."""
    folder = tmp_path_factory.mktemp("binder") / "infosoc"
    names = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture
def pack(checkout, monkeypatch):
    monkeypatch.chdir(checkout)
    found = CondaBuildPack(Repo2Docker().base_image)
    found.platform = "linux/amd64"
    return found


def test_binder_chooses_the_right_recipe_and_python(pack):
    first = next(one for one in Repo2Docker().buildpacks if one(pack.base_image).detect())
    assert first is CondaBuildPack
    assert pack.python_version == "3.12"


def test_a_changed_lesson_leaves_the_environment_as_it_is(pack):
    lines = pack.render({"NB_UID": "1000", "NB_USER": "jovyan"}).splitlines()
    environment = next(i for i, line in enumerate(lines) if "env update" in line)
    everything = next(i for i, line in enumerate(lines) if re.match(r"COPY .* src/ ", line))
    after = next(i for i, line in enumerate(lines) if line == "RUN ./postBuild")
    copied = [line.split()[-2] for line in lines[:environment] if re.match(r"COPY .* src/", line)]
    # Docker builds a step again when a file that it copied before has changed.
    assert copied == ["src/environment.yml"]
    assert environment < everything < after


@pytest.fixture(scope="module")
def binder(checkout, tmp_path_factory):
    """Build the environment with its own pip section and postBuild, and start the server."""
    home = tmp_path_factory.mktemp("visitor")
    packages = yaml.safe_load((checkout / "environment.yml").read_text("utf-8"))["dependencies"][-1]
    (home / "packages.txt").write_text("\n".join(packages["pip"]), "utf-8")
    subprocess.run([sys.executable, "-m", "venv", str(home / "env")], check=True)
    tools = home / "env" / "bin"
    install = [str(tools / "pip"), "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, "-r", str(home / "packages.txt")], check=True, timeout=900)
    environment = {**os.environ, "HOME": str(home), "PATH": f"{tools}:{os.environ['PATH']}"}
    subprocess.run(["bash", "postBuild"], cwd=checkout, env=environment, check=True, timeout=300)
    port = free_port()
    # Binder starts "jupyter notebook" out of its own environment, in the checkout, with nothing
    # but an address and a token: a Jupyter server that finds JupyterLab as an extension.
    command = [str(tools / "jupyter"), "server", "--ip=127.0.0.1", f"--port={port}"]
    command += ["--no-browser", "--allow-root", f"--IdentityProvider.token={TOKEN}"]
    with (home / "server.log").open("w") as log:
        server = subprocess.Popen(
            command, cwd=checkout, env=environment, stdout=log, stderr=log, start_new_session=True
        )
    try:
        yield wait_until_up(f"http://127.0.0.1:{port}", home / "server.log")
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=30)


def wait_until_up(address, log):
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{address}/api?token={TOKEN}", timeout=5)
            return address
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.3)
    pytest.fail(f"The server did not start:\n{log.read_text('utf-8')[-2000:]}")


def test_the_badge_opens_the_start_page(binder):
    readme = (ROOT / "README.md").read_text("utf-8")
    path = re.search(r"mybinder\.org/v2/[^)]*urlpath=([^)]+)\)", readme)[1]
    program = os.environ.get("INFOSOC_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)))
    outside = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        page = browser.new_page()

        def guard(route):
            if route.request.url.startswith((binder, "data:", "blob:")):
                route.continue_()
            else:
                outside.append(route.request.url)
                route.abort()

        page.route("**/*", guard)
        page.goto(f"{binder}/{path}?token={TOKEN}")
        page.wait_for_selector(".jp-Notebook h1:has-text('Start here')", timeout=90_000)
        page.wait_for_selector(".jp-OutputArea a:has-text('Open the lesson')", timeout=90_000)
        asked = page.locator(".jp-Dialog, .Toastify__toast").all_inner_texts()
        browser.close()
    assert (outside, asked) == ([], [])
