"""JupyterHub for one class on one server, as the test runs it.

For a real class use The Littlest JupyterHub (see README.md beside this file); this file is for a
trial, and for those who run JupyterHub themselves. Start it as root, so that every reader is a
user of the system with a folder that nobody else can read::

    jupyterhub --config tools/hub/jupyterhub_config.py

``COURSE_PASSWORD`` switches the TRIAL login on: everybody who knows that one password gets in,
under a name of their own. It is for a trial on a closed network only. Without it, readers log in
as users of the system (PAM).
"""

import os
import pwd
import shutil
import sys
from pathlib import Path

from jupyterhub.auth import DummyAuthenticator, LocalAuthenticator, PAMAuthenticator

c = get_config()  # noqa: F821

ROOT = Path(__file__).resolve().parents[2]
COURSE = Path(os.environ.get("COURSE_FOLDER", ROOT))
MEGABYTE = 2**20
#: What one process of a reader may take; a kernel that runs lesson 01 needs about 200.
MOST_MEMORY = 1500 * MEGABYTE
IDLE_SECONDS = 20 * 60
READER = r"^[a-z][a-z0-9-]{1,30}$"


class TrialAuthenticator(LocalAuthenticator, DummyAuthenticator):
    """One password for all, and a system user for each new name."""


def lay_out_lessons(spawner):
    """Give a reader a copy of the lessons, the first time; what they have changed stays theirs."""
    reader = pwd.getpwnam(spawner.user.name)
    home = Path(reader.pw_dir)
    home.chmod(0o700)
    target = home / "course" / "notebooks"
    if target.exists():
        return
    shutil.copytree(COURSE / "notebooks", target, ignore=shutil.ignore_patterns(".*"))
    for path in (target.parent, target, *target.rglob("*")):
        os.chown(path, reader.pw_uid, reader.pw_gid)


trial = os.environ.get("COURSE_PASSWORD")
if trial:
    c.JupyterHub.authenticator_class = TrialAuthenticator
    c.DummyAuthenticator.password = trial
    c.LocalAuthenticator.create_system_users = True
    c.LocalAuthenticator.add_user_cmd = ["useradd", "--create-home", "--shell", "/bin/bash"]
else:
    c.JupyterHub.authenticator_class = PAMAuthenticator
c.Authenticator.allow_all = True
c.Authenticator.username_pattern = READER

c.JupyterHub.spawner_class = "jupyterhub.spawner.LocalProcessSpawner"
# Every process of a reader has its limit. Where systemd is at hand, a limit for all processes of
# a reader together is better: The Littlest JupyterHub sets it.
c.Spawner.cmd = ["prlimit", f"--data={MOST_MEMORY}", "jupyterhub-singleuser"]
c.Spawner.args = [f"--config={ROOT / 'tools' / 'jupyterlab' / 'jupyter_lab_config.py'}"]
c.Spawner.default_url = "/lab/tree/notebooks/00-start-here.ipynb"
c.Spawner.notebook_dir = "~/course"
c.Spawner.pre_spawn_hook = lay_out_lessons
c.Spawner.environment = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
# Thirty readers press the button at once; on a small server the last ones wait a little.
c.Spawner.start_timeout = 180
c.Spawner.http_timeout = 120
c.JupyterHub.concurrent_spawn_limit = 6
c.JupyterHub.active_server_limit = 60

# An idle reader's server ends; the files stay.
c.JupyterHub.load_roles = [
    {
        "name": "idle-culler",
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        "services": ["idle-culler"],
    }
]
c.JupyterHub.services = [
    {
        "name": "idle-culler",
        "command": [sys.executable, "-m", "jupyterhub_idle_culler", f"--timeout={IDLE_SECONDS}"],
    }
]
