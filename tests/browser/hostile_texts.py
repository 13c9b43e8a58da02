"""Imported by a notebook: every free text of the tables and quizzes ends with one that would act.

Tables and quizzes with HTML are refused when they are read. Here that door is open, to see that
nothing behind it trusts a text.
"""

from infosoc.data import loader, registry
from infosoc.learn import question_checks, quiz_file

#: Each would leave its mark on the window of a careless page.
TEXTS = (
    "<script>window.hit = 1</script>",
    "<img src=x onerror='window.hit = 2'>",
    "</script></textarea></title><svg onload='window.hit = 3'>",
    '" onmouseover="window.hit = 4" autofocus onfocus="window.hit = 5',
    "<a href='javascript:window.hit=6'>six</a>",
    "[seven](javascript:window.hit=7)",
    "$\\href{javascript:window.hit=8}{eight}$",
    "<iframe srcdoc='<script>parent.window.hit=9</script>'></iframe>",
    "<img src=https://hostile.example/ten>",
    "\\u003cscript\\u003ewindow.hit=11\\u003c/script\\u003e",
    "{{constructor.constructor('window.hit=12')()}}",
)
#: Fields of a question that people read.
READ = {"ask", "hint", "text", "feedback", "feedback_true", "feedback_false", "unit"}


def is_free(column, table):
    """Say whether a column holds texts that no other table and no code knows."""
    known = (
        column.enum or column.references or column.partial_date or column.constraints.get("pattern")
    )
    return column.type == "string" and not known and column.name not in table.primary_key


def spoil(text, number):
    return f"{text} {TEXTS[number % len(TEXTS)]}" if isinstance(text, str) else text


def spoiled(read):
    def read_and_spoil(table):
        frame = read(table)
        for column in table.columns:
            if is_free(column, table) and column.name not in SPARED:
                texts = frame[column.name].tolist()
                frame[column.name] = [spoil(text, n) for n, text in enumerate(texts)]
                frame[column.name] = frame[column.name].astype("str")
            elif column.name == "address":
                frame[column.name] = "javascript:window.hit=20"
        return frame

    return read_and_spoil


def worse(value, name=""):
    """Spoil every text that people read in what a file of questions holds."""
    worse.count += 1
    if isinstance(value, dict):
        return {key: worse(one, key) for key, one in value.items()}
    if isinstance(value, list):
        return [worse(one, name) for one in value]
    return spoil(value, worse.count) if name in READ else value


worse.count = 0
#: Texts that code takes apart, or by which it finds its rows.
SPARED = {"term", "time", "unit", "un_region", "wb_income_group"}


class Never:
    """A pattern that finds nothing."""

    def search(self, _text):
        return None


def open_the_door():
    """Spoil what is read from now on in this process: called in a kernel, never in a test."""
    loader._read = spoiled(loader._read)
    quiz_file._toml = lambda path, read=quiz_file._toml: worse(read(path))
    question_checks.HTML_TAG = Never()
    for cached in (registry.descriptor, registry.registry, loader._typed, quiz_file.read):
        cached.cache_clear()
