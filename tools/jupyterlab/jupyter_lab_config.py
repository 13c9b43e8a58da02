"""JupyterLab for the course: no question about news, no call to the outside, live figures.

Used by ``make lab``, by the README's commands for Windows and by Binder (see postBuild).
"""

from pathlib import Path
from typing import Any

from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager

c = get_config()  # noqa: F821


class LiveFigures(AsyncLargeFileManager):
    """Hand a lesson out without the still pictures beside its figures.

    The pictures are for viewers that cannot draw. plotly's own extension would show them in the
    place of a figure until a mouse comes near it; by keyboard nobody would ever see the figure.
    """

    async def get(self, *args: Any, **options: Any) -> dict[str, Any]:
        """Return a file as JupyterLab asks for it."""
        model = await super().get(*args, **options)
        if model["type"] == "notebook" and model["content"]:
            for cell in model["content"]["cells"]:
                for output in cell.get("outputs", []):
                    data = output.get("data", {})
                    if "application/vnd.plotly.v1+json" in data:
                        data.pop("image/png", None)
        return model


c.ServerApp.contents_manager_class = LiveFigures

# A value of None cannot be written in a JSON file: JupyterLab drops it there.
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
# overrides.json beside this file answers the question about news with no, before it is asked.
c.LabApp.app_settings_dir = str(Path(__file__).resolve().parent)
# A lesson exported as HTML from the menu draws its figures without a network.
load_subconfig("export_config.py", str(Path(__file__).resolve().parents[1] / "nbconvert"))  # noqa: F821
