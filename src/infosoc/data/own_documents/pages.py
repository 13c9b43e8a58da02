"""The text of a web page, as a reader sees it; scripts are left out and never run."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

from infosoc.data.own_documents.numbering import letters, roman

#: Parts of a page that hold no text of the document.
LEFT_OUT = (
    "script",
    "style",
    "template",
    "noscript",
    "iframe",
    "object",
    "svg",
    "nav",
    "title",
    "sup",
)
#: A mark of a note that nobody closed ends with its block.
NOTE_MARK = "sup"
BREAK = "\n"
BLANK_LINE = re.compile(r"\n[ \t]*\n")
#: Numbers of list items with more digits than this are left alone.
MOST_DIGITS = 4
#: Those of them that hide code; they are counted and told.
CODE = ("script", "style")
BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption dd div dl dt fieldset figcaption figure "
        "footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td tfoot th "
        "thead tr ul",
    )
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
#: How items of a list are numbered that have no figures.
WRITERS = {
    "a": letters,
    "A": lambda number: letters(number).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
}


class Page(HTMLParser):
    """Collects the blocks of text of a page.

    Attributes
    ----------
    blocks
        Line in the file, whether it is a heading, and the text of each block.
    left_out
        How many scripts and style sheets were left out.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[int, bool, str]] = []
        self.left_out: Counter[str] = Counter()
        self._hidden: list[str] = []
        self._parts: list[str] = []
        self._line = 1
        self._has_text = False
        self._is_heading = False
        self._written = 0
        self._lists: list[tuple[str, int]] = []

    @property
    def waiting(self) -> int:
        """Return how many letters wait for the end of a tag or a comment."""
        return len(self.rawdata)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, or a part that is left out."""
        if self._hidden[-1:] == [NOTE_MARK] and tag in BLOCKS:
            self._hidden.pop()
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.append(tag)
            return
        if tag in LEFT_OUT:
            self._hidden.append(tag)
            self.left_out.update([tag] if tag in CODE else [])
        elif tag == "br":
            self._break()
        elif tag in BLOCKS:
            self._begin(tag, {name: value or "" for name, value in attrs})

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take ``<script/>`` for the beginning of a script, as browsers do."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """End a block, or a part that is left out."""
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.pop()
            elif tag in ("body", "html"):
                self._hidden.clear()
        elif tag in BLOCKS:
            self.end_block()
            self._written -= tag == "pre"
            if tag in ("ol", "ul") and self._lists:
                self._lists.pop()

    def handle_data(self, data: str) -> None:
        """Take up a piece of text."""
        if self._hidden:
            return
        if not self._has_text and data.strip():
            space = data[: len(data) - len(data.lstrip())]
            self._line = self.getpos()[0] + space.count("\n")
            self._has_text = True
        self._parts.append(data if self._written else re.sub(r"\s+", " ", data))

    def end_block(self) -> None:
        """Keep what was collected as a block; in a part written as it stands, as several."""
        text, line = "".join(self._parts), self._line
        for piece in BLANK_LINE.split(text):
            whole = " ".join(piece.split())
            if whole:
                self.blocks.append((line, self._is_heading, whole))
            line += piece.count("\n") + 2
        self._parts = []
        self._is_heading = self._has_text = False

    def _break(self) -> None:
        """Two line breaks in a row divide paragraphs."""
        if self._parts[-1:] == [BREAK]:
            self.end_block()
        else:
            self._parts.append(BREAK)

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        self.end_block()
        self._is_heading = tag in HEADINGS
        self._written += tag == "pre"
        if tag in ("ol", "ul"):
            kind = given.get("type", "1") if tag == "ol" else ""
            self._lists.append((kind, _number(given.get("start", ""), 1)))
        elif tag == "li" and self._lists:
            self._write_number(given.get("value", ""))

    def _write_number(self, value: str) -> None:
        """Write the number of an item, which a browser shows and the file does not hold."""
        kind, following = self._lists[-1]
        if not kind:
            return
        number = _number(value, following)
        self._lists[-1] = (kind, number + 1)
        write = WRITERS.get(kind)
        self._parts.append(f"({write(number)}) " if write else f"{number}. ")


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else otherwise
