// Draws the figures of a page where their pictures stand, and unfolds everything for print.
(() => {
  // Narrower, the words of a figure lie over one another: on a phone it scrolls in its place.
  const LEAST = 600;
  const places = [...document.querySelectorAll(".infosoc-figure")];
  for (const place of places) {
    const figure = JSON.parse(place.nextElementSibling.textContent);
    const wide = () => Math.max(place.clientWidth, LEAST);
    const draw = () => {
      if (place.clientWidth < LEAST) place.tabIndex = 0;
      else place.removeAttribute("tabindex");
      Plotly.react(place, figure.data, { ...figure.layout, width: wide() }, figure.config);
    };
    place.replaceChildren();
    draw();
    new ResizeObserver(() => {
      if (wide() !== place._fullLayout.width) draw();
    }).observe(place);
  }
  // What is wider than its place is scrolled by keyboard too; folded parts get their width later.
  const scrolled = new ResizeObserver((seen) => {
    for (const { target } of seen) {
      if (target.scrollWidth > target.clientWidth + 1) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const part of document.querySelectorAll(".cell_output, pre, .table-wrapper"))
    scrolled.observe(part);
  const found = document.getElementById("search-results");
  if (found) {
    const head = document.createElement("h1");
    head.textContent = "Search";
    found.before(head);
  }
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("article details:not([open])")];
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of folded) part.open = false;
  });
})();
