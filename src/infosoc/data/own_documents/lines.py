"""From the lines of a plain text to its blocks: where one paragraph ends and the next begins."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from infosoc.data.own_documents.numbering import mark_of

#: Longer lines are whole paragraphs; shorter ones may be cut to the width of a page.
WIDEST_CUT = 120
#: A short line that comes back so often is a running head.
OFTEN, SHORT = 3, 80
PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-\u2013]?\s*\d{1,4}\s*(?:(?:/|of)\s*\d{1,4})?\s*[-\u2013]?", re.IGNORECASE
)
#: Signs that take no room: marks for the direction of writing, joiners, soft hyphens.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
ENDS_OF_LINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


@dataclass
class Blocks:
    """Blocks of text with what was found out on the way.

    Attributes
    ----------
    blocks
        Line in the file, whether it is surely a heading, and the text.
    reading
        Sentences on how the text was divided.
    """

    blocks: list[tuple[int, bool, str]] = field(default_factory=list)
    reading: list[str] = field(default_factory=list)


def tidy(text: str) -> str:
    """Make the ends of lines alike and take out signs that nobody sees."""
    text = ENDS_OF_LINES.sub("\n", text)
    return CONTROL.sub(" ", INVISIBLE.sub("", text)).replace("\xa0", " ")


def divide(text: str) -> Blocks:
    """Divide a plain text into blocks.

    A blank line ends a block. So does a line that begins with a number which carries on a list
    or begins one. Where lines are longer than a page is wide, each line is a block.
    """
    lines = list(enumerate(text.split("\n"), start=1))
    kept, left_out = _without_page_marks(lines)
    found = Blocks()
    is_cut = max((len(line) for _, line in kept), default=0) <= WIDEST_CUT
    for number, line in kept:
        _take(found.blocks, number, line, joins=is_cut)
    found.blocks = [(number, sure, whole) for number, sure, whole in found.blocks if whole]
    how = "a blank line or a number begins a paragraph" if is_cut else "each line is a paragraph"
    found.reading.append(f"Lines: {how}.")
    if left_out:
        plural = "s" if left_out > 1 else ""
        found.reading.append(
            f"{left_out} line{plural} with page numbers or running heads left out."
        )
    return found


def _without_page_marks(lines: list[tuple[int, str]]) -> tuple[list[tuple[int, str]], int]:
    bare = [line.strip() for _, line in lines]
    often = {
        line
        for line, count in Counter(bare).items()
        if line and count >= OFTEN and len(line) <= SHORT and mark_of(line) is None
    }
    kept = [
        (number, line)
        for (number, line), text in zip(lines, bare, strict=True)
        if text not in often and not (text and PAGE_NUMBER.fullmatch(text))
    ]
    return kept, len(lines) - len(kept)


def _take(blocks: list[tuple[int, bool, str]], number: int, line: str, *, joins: bool) -> None:
    text = line.strip()
    if not text:
        # An empty block keeps the next line apart.
        blocks.append((number, False, ""))
        return
    before = blocks[-1][2] if blocks else ""
    if not joins or not before or mark_of(text) is not None:
        blocks.append((number, False, text))
        return
    first, sure, _ = blocks[-1]
    # A word that is divided at the end of a line keeps its hyphen: nobody knows which ones had one.
    joint = "" if re.search(r"\w[-\u2010]$", before) and text[0].islower() else " "
    blocks[-1] = (first, sure, before + joint + text)
