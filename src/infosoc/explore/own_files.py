"""Choose one of the reader's own files in a folder beside the lesson."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import ipywidgets as widgets

from infosoc.explore.status_line import StatusLine
from infosoc.messages import say

#: Where the lessons look for files; it stands beside them.
FOLDER = "my-files"
#: More buttons than these would fill the screen.
MOST_FILES = 24


class FileChoice:
    """A button for each file of a folder, and one to look again.

    Attributes
    ----------
    files
        The buttons; their value is the name of the chosen file.
    again
        The button that looks into the folder again.
    buttons
        The row with that button, to which others can be added.
    said
        Says how many files there are, or how to put one there.
    widget
        All of it.
    """

    def __init__(self, folder: Path, endings: Sequence[str], changed: Callable[[Path], None]):
        self._folder = folder
        self._endings = tuple(endings)
        self._changed = changed
        self.files = widgets.ToggleButtons(
            options=[],
            description=say("files.choose"),
            style={"button_width": "auto", "description_width": "initial"},
            layout={"width": "auto"},
        )
        self.again = widgets.Button(description=say("files.again"), layout={"width": "auto"})
        self.said = StatusLine()
        self.buttons = widgets.HBox([self.again], layout={"flex_flow": "row wrap"})
        self.widget = widgets.VBox([self.files, self.buttons, self.said])
        self.files.observe(self._chosen, names="value")
        self.again.on_click(lambda _button: self.look())

    def look(self) -> None:
        """Look into the folder, keep the file that is chosen, and read it again."""
        names = self._names()
        kept = self.files.value if self.files.value in names else next(iter(names), None)
        self.files.unobserve(self._chosen, names="value")
        self.files.options = names
        self.files.value = kept
        self.files.observe(self._chosen, names="value")
        told = {"folder": self._folder.name, "kinds": ", ".join(self._endings)}
        text = say("files.none", **told)
        if names:
            text = say("files.found", count=len(names), **told)
        self.said.value = text
        if kept:
            self._changed(self._folder / kept)

    def _names(self) -> list[str]:
        if not self._folder.is_dir():
            return []
        found = (one.name for one in self._folder.iterdir() if one.is_file())
        wanted = [name for name in found if name.casefold().endswith(self._endings)]
        return sorted(name for name in wanted if not name.startswith((".", "~")))[:MOST_FILES]

    def _chosen(self, _change: object) -> None:
        if self.files.value:
            self._changed(self._folder / self.files.value)
