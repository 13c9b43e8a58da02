"""JupyterLab for the course: no question about news, no call to the outside.

Used by ``make lab``, by the README's commands for Windows and by Binder (see postBuild).
"""

from pathlib import Path

c = get_config()  # noqa: F821

# A value of None cannot be written in a JSON file: JupyterLab drops it there.
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
# overrides.json beside this file answers the question about news with no, before it is asked.
c.LabApp.app_settings_dir = str(Path(__file__).resolve().parent)
# A lesson exported as HTML from the menu draws its figures without a network.
load_subconfig("export_config.py", str(Path(__file__).resolve().parents[1] / "nbconvert"))  # noqa: F821
