"""Which files are texts or web pages, and what to do about all others."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from infosoc.data.own_files import MARKS, decode, refuse

AS_TEXT = "Open it in its program and save it as plain text (.txt) or as a web page (.html)."
MEND = "Save the file as plain text in UTF-8, or name its encoding: encoding='...'."
#: How files begin that are no texts: what they are, and what to do.
OTHERS = (
    (
        b"%PDF",
        "This is a PDF file.",
        "Open it, mark and copy the text, and paste it into a text editor. Save that as .txt, "
        "and look at the paragraphs: a PDF often forgets where they end.",
    ),
    (bytes.fromhex("d0cf11e0a1b11ae1"), "This is an old Word or Excel file.", AS_TEXT),
    (b"{\\rtf", "This is an RTF file.", AS_TEXT),
    (
        b"\x89PNG",
        "This is a picture.",
        "A picture of a text has to be typed, or read by a scanner.",
    ),
    (b"\xff\xd8\xff", "This is a picture.", "A picture of a text has to be typed, or scanned."),
)
#: Parts by which packed documents are told apart.
PACKED = (
    ("word/", "This is a Word file (.docx)."),
    ("xl/", "This is an Excel file (.xlsx)."),
    ("ppt/", "This is a PowerPoint file (.pptx)."),
    ("content.xml", "This is a LibreOffice file."),
    ("META-INF/container.xml", "This is an e-book (.epub)."),
)
ENDINGS = (".html", ".htm", ".xhtml")
#: How a web page begins, whatever its name is; only the start of the file is looked at.
PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I
)
HEAD = 4096
#: What pages say, and what browsers make of it.
READ_AS = dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii"), "windows-1252")


def text_of(file: str, raw: bytes, encoding: str | None) -> tuple[str, str, bool]:
    """Return the text of a file, how it was decoded, and whether it is a web page.

    Raises
    ------
    DataFileError
        If it is no text: a PDF, a Word file, a picture, another binary file.
    """
    is_marked = any(raw.startswith(mark) for mark, *_ in MARKS)
    if not is_marked:
        _refuse_others(file, raw, encoding)
    found = CHARSET.search(raw[:HEAD])
    declared = found.group(1).decode("ascii").casefold() if found else None
    text, how = decode(file, raw, encoding, MEND, READ_AS.get(declared or "", declared))
    is_page = file.casefold().endswith(ENDINGS) or bool(PAGE.match(text[:HEAD]))
    return text, how, is_page


def _refuse_others(file: str, raw: bytes, encoding: str | None) -> None:
    for start, what, mend in OTHERS:
        if raw.startswith(start):
            raise refuse(file, what, mend)
    if raw.startswith(b"PK\x03\x04"):
        raise refuse(file, _packed(raw), AS_TEXT)
    if b"\x00" in raw and encoding is None:
        mend = f"{AS_TEXT} If it is a text in UTF-16, name it: encoding='utf-16-le'."
        raise refuse(file, "This is not a text file: it holds the byte zero.", mend)


def _packed(raw: bytes) -> str:
    try:
        names = zipfile.ZipFile(BytesIO(raw)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return "This is a packed file (ZIP), and it is damaged."
    for start, what in PACKED:
        if any(name.startswith(start) for name in names):
            return what
    return "This is a packed file (ZIP)."
