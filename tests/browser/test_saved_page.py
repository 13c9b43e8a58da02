"""A picture saved as a page works without a network, and nothing in a reader's texts acts."""

import csv

import infosoc

HOSTILE = "</script><script>window.hit = 1</script><img src=x onerror='window.hit = 2'>"
COUNT = 10_000


def test_own_events_are_shown_and_do_nothing(visit_page, tmp_path):
    path = tmp_path / "own.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["title", "date_start", "source"])
        rows.writerow([HOSTILE, "2003-12-10", "javascript:window.hit=3"])
        rows.writerow(["=1+1", "2004", "https://example.org/"])
    own = infosoc.read_events(path)
    file = infosoc.plot.timeline(own, title=HOSTILE).save(tmp_path / "own.html")
    open_file, outside, complaints = visit_page
    page = open_file(file)
    page.wait_for_selector(".trace .point")
    assert page.locator(".trace .point").count() == len(own)
    cells = page.locator("tbody td:nth-child(2), tbody th:nth-child(2)").all_inner_texts()
    assert sorted(cells) == sorted(own["title"])
    for link in page.locator("a").all():
        assert link.get_attribute("href").startswith("https://")
    page.locator(".trace .point").first.hover(force=True)
    assert page.evaluate("window.hit") is None
    with page.expect_download() as download:
        page.locator("#picture").press("Enter")
    assert download.value.path().read_bytes().startswith(b"\x89PNG")
    assert (outside, complaints) == ([], [])


def test_ten_thousand_events_are_drawn_and_can_be_moved(visit_page, tmp_path):
    path = tmp_path / "many.csv"
    lines = [f"Event {n},{1990 + n % 36}-{n % 12 + 1:02d}-{n % 28 + 1:02d}" for n in range(COUNT)]
    path.write_text("\n".join(["title,date_start", *lines]), "utf-8")
    exhibit = infosoc.plot.timeline(infosoc.read_events(path), title="Many")
    open_file, outside, complaints = visit_page
    page = open_file(exhibit.save(tmp_path / "many.html"))
    page.wait_for_selector(".bars .point")
    assert page.locator("tbody tr").count() == COUNT
    before = page.evaluate("document.getElementById('figure').layout.xaxis.range")
    box = page.locator("#figure .nsewdrag").first.bounding_box()
    page.mouse.move(box["x"] + 600, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 300, box["y"] + 40, steps=5)
    page.mouse.up()
    after = page.evaluate("document.getElementById('figure').layout.xaxis.range")
    assert after[0] > before[0]
    assert (outside, complaints) == ([], [])


def test_every_year_of_the_axis_is_shown(visit_page, tmp_path):
    events = infosoc.load("events").query("topic == 'unesco-in-igf'")
    open_file, outside, complaints = visit_page
    page = open_file(infosoc.plot.timeline(events, title="IGF").save(tmp_path / "igf.html"))
    page.wait_for_selector(".trace .point")
    # The names of the lanes stand inside the picture: plotly would hide the years below them.
    years = page.locator(".xtick text")
    shown = [year.text_content() for year in years.all() if year.is_visible()]
    assert shown == years.all_text_contents()
    assert len(shown) > 5
    assert int(shown[1]) - int(shown[0]) == int(shown[-1]) - int(shown[-2])
    assert (outside, complaints) == ([], [])
