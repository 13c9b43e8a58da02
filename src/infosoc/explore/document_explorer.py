"""Choose a document of one's own, see how it was read, and explore its words."""

from __future__ import annotations

import os
from pathlib import Path

import ipywidgets as widgets
import pandas as pd

from infosoc import html
from infosoc.data.own_documents import Document, read_document
from infosoc.errors import DataFileError
from infosoc.explore.own_files import FOLDER, FileChoice
from infosoc.explore.word_explorer import words
from infosoc.live import Live
from infosoc.messages import say

ENDINGS = (".txt", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".doc", ".odt", ".rtf")


class DocumentExplorer(Live):
    """A button for each document of a folder; below it how it was read, and its words.

    Attributes
    ----------
    choice
        The buttons for the files.
    document
        The document that was read last, or nothing.
    page
        How it was read, or what has to be mended.
    """

    def __init__(self, folder: Path):
        self.document: Document | None = None
        self.page = widgets.HTML()
        self._words = widgets.VBox([])
        self.choice = FileChoice(folder, ENDINGS, self._read)
        box = widgets.VBox([self.choice.widget, self.page, self._words])
        text = say("documents.plain", folder=folder.name)
        plain = html.Page(f"<p>{html.escape(text)}</p>", text, pd.DataFrame())
        super().__init__(box, plain)
        self.choice.look()

    def _read(self, path: Path) -> None:
        try:
            self.document = read_document(path)
        except DataFileError as error:
            self.document = None
            problems = html.bullets(html.escape(problem) for problem in error.problems)
            self.page.value = html.as_written(f'<div role="status">{problems}</div>')
            self._words.children = []
            return
        self.page.value = self.document._repr_mimebundle_()["text/html"]
        if self.document.terms.empty:
            self._words.children = []
            return
        self._words.children = [words(self.document).widget]


def own_document(folder: str | os.PathLike[str] = FOLDER) -> DocumentExplorer:
    r"""Read a document of your own out of a folder beside the lesson.

    Parameters
    ----------
    folder
        Where to look for files. They are read on this computer; nothing is sent anywhere.

    Returns
    -------
    DocumentExplorer
        Shown in a notebook as buttons for the files above the chosen document.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "mine.txt").write_text("1. Decides to read.\n2. Decides to count.")
    >>> own_document(folder).document.paragraphs["paragraph"].tolist()
    ['1', '2']
    """
    return DocumentExplorer(Path(folder))
