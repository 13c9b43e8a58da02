"""How long does it take to score all packages, and to redraw the table after one toggle?

All 4,096 packages have to be scored in at most 0.2 seconds. Then it opens
JupyterLab in Chromium, switches one paragraph between two options, and waits each time until both
figures are drawn: at most 100 ms in the median. An empty round trip to Python and back is measured
beside it.
"""

from __future__ import annotations

import sys

import common
import redraw

from infosoc import negotiate

ROUNDS = 25
MOST_SECONDS = 0.2
CELLS = ["import infosoc\n\ninfosoc.learn.negotiation()", redraw.PING]
#: Press the option of the forum that begins so, and return the milliseconds until both figures
#: are drawn.
TOGGLE = """(start) => new Promise((done) => {
  const button = [...document.querySelectorAll('.widget-toggle-buttons button')].find(
    (one) => one.textContent.trim().startsWith(start));
  const figures = [...button.closest('.jp-OutputArea-output').querySelectorAll('.js-plotly-plot')];
  const began = performance.now();
  let waiting = figures.length;
  for (const figure of figures) {
    const drawn = () => {
      figure.removeListener('plotly_afterplot', drawn);
      waiting -= 1;
      if (waiting === 0) done(performance.now() - began);
    };
    figure.on('plotly_afterplot', drawn);
  }
  button.click();
})"""
OPTIONS = ("A: A permanent UN forum", "B: No new body")


def rows() -> list[common.Row]:
    """Measure scoring all packages, and one toggle."""
    negotiate.game()
    work = {"scoring": lambda: common.seconds(negotiate.packages)}
    scored = common.in_turns(work, ROUNDS)["scoring"]
    with common.in_jupyterlab(CELLS) as page:
        turn = 0

        def toggle() -> float:
            nonlocal turn
            turn += 1
            taken: float = page.evaluate(TOGGLE, OPTIONS[turn % 2])
            page.wait_for_timeout(250)
            return taken

        def trip() -> float:
            taken: float = page.evaluate(redraw.CHANGE, [1, None])
            page.wait_for_timeout(250)
            return taken

        found = common.in_turns({"toggle": toggle, "trip": trip}, redraw.CHANGES)
    bar = redraw.MOST_MILLISECONDS
    return [
        common.at_most(f"Score all {4**6:,} packages", scored, "s", most=MOST_SECONDS),
        common.at_most(
            "One toggle of the negotiation", found["toggle"], "ms", floor=found["trip"], most=bar
        ),
    ]


if __name__ == "__main__":
    sys.exit(common.main(rows))
