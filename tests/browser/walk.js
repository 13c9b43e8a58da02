// What a reader meets who goes through a page with Tab alone: asked for by Keys.walk of conftest.py.
(() => {
  const STOPS = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]";
  const OURS = ".jp-OutputArea-output";
  const seen = new Map();
  let last = null;

  const name = (node) => (node.getAttribute("aria-label")
    || [...(node.labels ?? [])].map((label) => label.textContent).join(" ").trim()
    || node.textContent.trim() || node.placeholder || node.outerHTML).slice(0, 80);
  // A box is drawn around the focused part, around what holds it, or within it.
  const look = (node) => [node, node.parentElement, node.firstElementChild].map((one) => {
    if (!one) return "";
    const style = getComputedStyle(one);
    // In forced colours a browser draws no shadows, and the grounds are its own.
    const kept = matchMedia("(forced-colors: active)").matches
      ? [] : [style.boxShadow, style.backgroundColor];
    return [style.outlineStyle === "none" ? "" : style.outline, style.border, ...kept].join("|");
  }).join("#");
  const ours = (node) => node.closest(OURS) && !node.closest(".js-plotly-plot");
  // Of radio buttons only one of each group is a stop; arrow keys lead to the others.
  const group = (node) => node.type === "radio" && node.name;

  // Colours that fade in would be looked at too early.
  const still = document.createElement("style");
  still.textContent = "* { transition: none !important }";
  document.head.append(still);

  window.walk = {
    /** Look at what has the focus and tell what there is to do: open, go on, or end. */
    step() {
      const node = document.activeElement;
      if (node === last) return { what: "stays", name: name(node) };
      last = node;
      if (!node.closest(".jp-Notebook")) return { what: seen.size ? "left" : "before" };
      if (seen.has(node)) return { what: "again", name: name(node) };
      seen.set(node, look(node));
      const folded = ours(node) && node.matches("summary") && !node.parentElement.open;
      return { what: folded ? "folded" : "goes", name: name(node) };
    },
    opened: () => document.activeElement.parentElement.open,
    /** Tell what was reached, what was not, and where the focus cannot be seen. */
    end() {
      document.activeElement.blur();
      const groups = new Set([...seen.keys()].map(group));
      const missed = [...document.querySelectorAll(STOPS)].filter((node) => ours(node)
        && node.tabIndex >= 0 && !node.disabled && node.checkVisibility()
        && !seen.has(node) && !(group(node) && groups.has(group(node))));
      const reached = [...seen.keys()].filter(ours);
      const unseen = reached.filter((node) => node.isConnected && look(node) === seen.get(node));
      still.remove();
      return { reached: reached.map(name), missed: missed.map(name), unseen: unseen.map(name) };
    },
  };
})();
