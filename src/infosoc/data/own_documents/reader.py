"""Read a text or a web page of a reader's own: paragraphs, numbers, counted words."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from infosoc import html
from infosoc.data.counted_words import count_terms, words_of
from infosoc.data.own_documents.formats import text_of
from infosoc.data.own_documents.lines import Blocks, divide, tidy
from infosoc.data.own_documents.numbering import Series, mark_of, roman
from infosoc.data.own_documents.pages import Page
from infosoc.data.own_files import raw_bytes, refuse
from infosoc.messages import say

LARGEST_FILE = 5_000_000
MOST_PP = 40
#: A page is read in slices of so many letters, and no tag or comment is longer than that.
SLICE, MOST_WAITING = 20_000, 100_000
MOST_PARAGRAPHS = 5_000
#: Words with which preambles go on; most others end in -ing: Recalling, Noting.
PREAMBLE = re.compile(
    r"(?:further|also|deeply|gravely|fully|strongly)?\s*(?:\w+ing|aware|mindful|conscious|convinced|"
    r"concerned|alarmed|determined|guided|deeply|encouraged|inspired)\b",
    re.IGNORECASE,
)
ENDS_A_SENTENCE = re.compile(r"[.,;:!?…。][\"'\u201d\u2019)\]]*(?:\s*(?:and|or))?$")
#: A line with more words than this is no heading, even without a full stop.
LONGEST_HEADING = 14
#: Scripts that are written without spaces between words.
WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff]")
TOO_MANY_OF_THEM = 0.2
#: Doubts about numbers that are told one by one.
MOST_DOUBTS = 5
FIRST_WORDS, MOST_SHOWN = 10, 20


@dataclass(frozen=True)
class Document:
    """A document of a reader's own.

    Attributes
    ----------
    name
        Name of the file.
    paragraphs
        One row for each paragraph, in the order of the text: ``paragraph`` (its number, with
        those of the lists it stands in), ``section`` (the heading above it), ``words`` (how many),
        ``line`` (where it begins in the file) and ``text``.
    terms
        Counted words: ``paragraph``, ``term``, ``count``.
    reading
        How the file was read, in plain sentences.
    """

    name: str
    paragraphs: pd.DataFrame
    terms: pd.DataFrame
    reading: list[str] = field(default_factory=list)

    def __repr__(self) -> str:
        return "\n".join([self._title(), *self.reading, html.plain_table(self._shown())])

    def _title(self) -> str:
        told = {"count": len(self.paragraphs), "words": int(self.paragraphs["words"].sum())}
        return say("document.title", name=self.name, **told)

    def _shown(self) -> pd.DataFrame:
        first = [" ".join(text.split()[:FIRST_WORDS]) + " ..." for text in self.paragraphs["text"]]
        return self.paragraphs[["paragraph", "section", "words"]].assign(begins=first)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        how = html.bullets(map(html.escape, self.reading))
        caption = say("document.paragraphs", name=self.name)
        body = html.table(self._shown(), caption, MOST_SHOWN, say("document.all"))
        parts = [f"<p>{html.escape(self._title())}</p>", how, body]
        return {"text/html": html.as_written("".join(parts)), "text/plain": repr(self)}


def read_document(path: str | os.PathLike[str], *, encoding: str | None = None) -> Document:
    r"""Read a text or a web page of your own: its paragraphs, their numbers, its words.

    The file is read on this computer; nothing is sent anywhere, and no script in it is run.
    Numbers are recognized in many forms: 12., 12), (12), 1.2, OP12, § 12; letters (a) and Roman
    numbers (i) as lists within a paragraph; paragraphs of a preamble, which mostly have no number,
    are called pp i, pp ii. A paragraph without a number that follows a numbered one is shown as
    its continuation.

    Parameters
    ----------
    path
        A text file (any ending), or a web page (.html, .htm).
    encoding
        Encoding of the file, if it is none of UTF-8, UTF-16 or Windows-1252 and does not say so
        itself.

    Returns
    -------
    Document
        Shown in a notebook as a list of how it was read and a table of its paragraphs.

    Raises
    ------
    DataFileError
        If the file is missing, empty, too large, a PDF, a Word file or another binary file, or
        holds no text; with what to do about it.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "mine.txt"
    >>> _ = path.write_text("Recalling the past,\n\n1. Decides:\n(a) To read;\n(b) To count.")
    >>> read_document(path).paragraphs["paragraph"].tolist()
    ['pp i', '1', '1 (a)', '1 (b)']
    """
    file = Path(path)
    mend = "Save the text into it, and read it again."
    raw = raw_bytes(file, LARGEST_FILE, mend)
    text, how, is_page = text_of(file.name, raw, encoding)
    blocks = _blocks_of_page(file.name, text) if is_page else divide(tidy(text))
    if not blocks.blocks:
        raise refuse(file.name, *_nothing(is_page))
    kind = "a web page" if is_page else "a plain text"
    reading = [f"The file is read as {kind} in {how}.", *blocks.reading]
    paragraphs, doubts = _numbered(blocks.blocks)
    if not paragraphs:
        raise refuse(file.name, *_nothing(is_page))
    if len(paragraphs) > MOST_PARAGRAPHS:
        message = (
            f"The text has {len(paragraphs):,} paragraphs; at most {MOST_PARAGRAPHS:,} are read."
        )
        raise refuse(file.name, message, "Divide it.")
    frame = pd.DataFrame(paragraphs, columns=["paragraph", "section", "line", "text"])
    frame.insert(2, "words", [len(words_of(one)) for one in frame["text"]])
    reading += _told(frame, doubts, len(blocks.blocks) - len(frame))
    terms = count_terms(zip(frame["paragraph"], frame["text"], strict=True))
    return Document(file.name, frame, terms, reading)


def _nothing(is_page: bool) -> tuple[str, str]:
    if not is_page:
        return "The file holds no text.", "Save the text into it, and read it again."
    mend = (
        "Perhaps a script writes it in the browser. Open the page there, mark and copy the text, "
        "and save it as .txt."
    )
    return "The page holds no text.", mend


def _blocks_of_page(file: str, text: str) -> Blocks:
    page = Page()
    for start in range(0, len(text), SLICE):
        page.feed(text[start : start + SLICE])
        if page.waiting > MOST_WAITING:
            # The parser would look for the end again and again, for minutes.
            message = "A tag or a comment is not closed."
            mend = "Close it with > or -->, or save the text of the page as .txt."
            raise refuse(file, message, mend, page.getpos()[0])
    page.close()
    page.end_block()
    blocks = [(line, is_heading, tidy(one)) for line, is_heading, one in page.blocks]
    found = Blocks([block for block in blocks if block[2].strip()])
    for tag, count in sorted(page.left_out.items()):
        what = {"script": "script", "style": "style sheet"}[tag]
        plural = "s" if count > 1 else ""
        found.reading.append(f"{count} {what}{plural} left out; nothing was run.")
    return found


def _numbered(
    blocks: list[tuple[int, bool, str]],
) -> tuple[list[tuple[str, str, int, str]], list[str]]:
    """Give each block its number; blocks that are headings name the sections."""
    series, names = Series(), _Names()
    first_number = next((n for n, (*_, one) in enumerate(blocks) if _is_operative(one)), None)
    # What stands before the first number is a preamble if it speaks like one.
    has_preamble = any(PREAMBLE.match(text) for *_, text in blocks[: first_number or 0])
    section = ""
    found: list[tuple[str, str, int, str]] = []
    for place, (line, is_heading, text) in enumerate(blocks):
        mark = mark_of(text)
        if is_heading or _is_heading(text, mark):
            section = mark.rest if mark and mark.rest else text
            series.end_inner()
            continue
        is_before = has_preamble and first_number is not None and place < first_number
        label = series.place(mark) if mark else None
        body = mark.rest if mark and label else text
        if label is None:
            label = names.unnumbered(text, is_before, found)
        told = say("document.preamble") if is_before else section
        found.append((names.once(label), told, line, body))
    return found, series.doubts


class _Names:
    """Labels of paragraphs, each given once."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}
        self._preamble = 0
        self._bare = 0

    def unnumbered(
        self, text: str, in_preamble: bool, before: list[tuple[str, str, int, str]]
    ) -> str:
        if in_preamble and PREAMBLE.match(text):
            self._preamble += 1
            return f"pp {roman(self._preamble) if self._preamble < MOST_PP else self._preamble}"
        numbered = next((label for label, *_ in reversed(before)), None)
        if numbered is not None and not numbered.startswith(("¶", "pp ")):
            return f"{numbered.split(' +')[0]} +"
        self._bare += 1
        return f"¶{self._bare}"

    def once(self, label: str) -> str:
        self._given[label] = self._given.get(label, 0) + 1
        count = self._given[label]
        return label if count == 1 else f"{label} [{count}]"


def _is_operative(text: str) -> bool:
    mark = mark_of(text)
    return mark is not None and mark.readings[0][0] == "figure" and not _is_heading(text, mark)


def _is_heading(text: str, mark: Any) -> bool:
    """Tell a heading: short, no end of a sentence, and no figure in front of it."""
    if ENDS_A_SENTENCE.search(text) or len(text.split()) > LONGEST_HEADING:
        return False
    if mark is None:
        return True
    return bool(mark.is_upper and mark.rest)


def _told(frame: pd.DataFrame, doubts: list[str], headings: int) -> list[str]:
    """Say which numbers were found, and what is doubtful."""
    labels = frame["paragraph"]
    tops = labels[labels.str.fullmatch(r"\d[\d.]*(?: \w+)?")]
    told = []
    if len(tops):
        told.append(f"Numbered paragraphs: {len(tops)}, from {tops.iloc[0]} to {tops.iloc[-1]}.")
    inner = int(labels.str.contains(r"\((?:[a-z]+)\)", regex=True).sum())
    if inner:
        told.append(f"Items with letters or Roman numbers: {inner}.")
    preamble = int(labels.str.startswith("pp").sum())
    if preamble:
        told.append(f"Paragraphs of the preamble: {preamble}, shown as pp.")
    bare = int(labels.str.startswith("¶").sum())
    if bare:
        told.append(f"Paragraphs without a number: {bare}, shown with ¶.")
    more = int(labels.str.contains(r"\+", regex=True).sum())
    if more:
        told.append(f"Paragraphs that go on after a numbered one: {more}, shown with +.")
    if headings:
        told.append(f"Headings: {headings}. They name the sections and are not counted as words.")
    told += [f"Look here: {doubt}." for doubt in doubts[:MOST_DOUBTS]]
    if len(doubts) > MOST_DOUBTS:
        told.append(f"{len(doubts) - MOST_DOUBTS} more numbers are out of order.")
    letters = "".join(frame["text"])
    if len(WITHOUT_SPACES.findall(letters)) > TOO_MANY_OF_THEM * max(1, len(letters)):
        told.append(
            "The text seems to be written without spaces between words, so its words cannot be "
            "told apart here. Paragraphs and their numbers are right, counted words are not."
        )
    return told
