// The quiz on the screen. Every text comes from Python and is set as text, never as HTML.
// No control is taken away, put elsewhere or disabled while it can have the focus.

// JupyterLab looks for this attribute before it takes a key as one of its commands.
const NO_SHORTCUTS = "data-lm-suppress-shortcuts";
const PATIENCE = 3000;

function make(tag, text, attributes = {}, children = []) {
  const node = document.createElement(tag);
  if (text) node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function button(text, act, attributes = {}) {
  const node = make("button", text, { type: "button", ...attributes });
  node.addEventListener("click", act);
  return node;
}

// A region must stand on the page before its text changes; otherwise the change is not announced.
function liveRegion(name) {
  return make("div", "", {
    class: `infosoc-quiz-${name}`, role: "status", "aria-live": "polite", "aria-atomic": "true",
  });
}

function sectionLink({ section, to }) {
  const link = make("a", section, { href: `#${to}` });
  link.addEventListener("click", (event) => {
    const lesson = link.closest(".jp-Notebook") ?? document;
    const heading = [...lesson.querySelectorAll("h1, h2, h3")]
      .find((one) => (one.getAttribute("data-jupyter-id") ?? one.id) === to);
    if (!heading) return;
    event.preventDefault();
    heading.tabIndex = -1;
    heading.scrollIntoView({ block: "start" });
    heading.focus({ preventScroll: true });
  });
  return link;
}

function sourceLink({ text, address }) {
  if (!address) return make("span", text);
  return make("a", text, { href: address, target: "_blank", rel: "noopener" });
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// Each of the following makes the controls of one kind of question:
// node, mark (show the judged answer), adopt (take over an answer), clear.

function choiceControls(form, send) {
  const choices = form.buttons.map(({ value, text }) => {
    const sign = make("span", "", { class: "infosoc-quiz-mark" });
    const node = button("", () => send(value), { class: "infosoc-quiz-option" });
    node.append(sign, make("span", text));
    return { value, sign, node };
  });
  const mark = (told) => {
    for (const { value, sign, node } of choices) {
      const chosen = told.right !== null && same(value, told.answer);
      node.setAttribute("aria-pressed", String(chosen));
      sign.textContent = chosen ? `${told.mark} ` : "";
    }
  };
  const node = make("div", "", {}, choices.map((one) => one.node));
  return { node, mark, adopt() {}, clear() {} };
}

function boxControls(form, send) {
  const boxes = form.boxes.map((text) => {
    const input = make("input", "", { type: "checkbox" });
    return { input, node: make("label", "", {}, [input, make("span", text)]) };
  });
  const read = () => boxes.flatMap(({ input }, place) => (input.checked ? [place] : []));
  const write = (places) => boxes.forEach(({ input }, place) => {
    input.checked = places.includes(place);
  });
  const node = make("div", "", {}, [
    ...boxes.map((one) => one.node),
    button(form.check, () => send(read())),
  ]);
  return { node, mark() {}, adopt: write, clear: () => write([]) };
}

function orderControls(form, send) {
  const list = make("ol");
  const moved = liveRegion("moved");
  const items = form.items.map((item) => {
    const node = make("li", "", {}, [
      make("span", item.text),
      button(form.earlier, () => move(item, node, -1), { "aria-label": item.earlier }),
      button(form.later, () => move(item, node, 1), { "aria-label": item.later }),
    ]);
    return node;
  });
  const order = () => [...list.children].map((node) => items.indexOf(node));
  // The neighbour is moved, not the item: what is taken out of the page loses the focus.
  function move(item, node, step) {
    const neighbour = step < 0 ? node.previousElementSibling : node.nextElementSibling;
    if (!neighbour) {
      moved.textContent = step < 0 ? item.first : item.last;
      return;
    }
    if (step < 0) node.after(neighbour);
    else node.before(neighbour);
    moved.textContent = item.places[[...list.children].indexOf(node)];
  }
  const adopt = (places) => {
    if (same(places, order())) return;
    const focused = document.activeElement;
    list.replaceChildren(...places.map((place) => items[place]));
    if (list.contains(focused)) focused.focus();
    moved.textContent = "";
  };
  const clear = () => {
    adopt(items.map((_, place) => place));
    moved.textContent = "";
  };
  list.append(...items);
  const node = make("div", "", {}, [list, moved, button(form.check, () => send(order()))]);
  return { node, mark() {}, adopt, clear };
}

function numberControls(form, send) {
  const attributes = { type: "text", inputmode: "decimal", autocomplete: "off", maxlength: 20 };
  const input = make("input", "", attributes);
  const check = () => send(input.value);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") check();
  });
  const node = make("div", "", {}, [
    make("label", "", {}, [make("span", form.label), input]),
    button(form.check, check),
  ]);
  const mark = (told) => {
    const refused = told.right === null && told.said.length > 0;
    input.setAttribute("aria-invalid", String(refused));
  };
  return {
    node,
    mark,
    adopt: (answer) => { input.value = String(answer ?? ""); },
    clear: () => { input.value = ""; },
  };
}

const CONTROLS = {
  single: choiceControls,
  "true-false": choiceControls,
  several: boxControls,
  order: orderControls,
  number: numberControls,
};

function questionPart(form, waiting, send) {
  const said = liveRegion("said");
  const hints = liveRegion("hints");
  let timer;
  const ask = (message) => {
    clearTimeout(timer);
    timer = setTimeout(() => said.replaceChildren(make("p", waiting)), PATIENCE);
    send(message);
  };
  const controls = CONTROLS[form.kind](form, (answer) => ask({ do: "answer", answer }));
  const node = make("fieldset", "", {}, [
    make("legend", form.legend),
    make("p", form.how, { class: "infosoc-quiz-how" }),
    controls.node,
    said,
    button(form.hint, () => ask({ do: "hint" }), { class: "infosoc-quiz-hint" }),
    hints,
  ]);

  function show(told, ours) {
    clearTimeout(timer);
    // What the reader is preparing stays as it is; an answer from elsewhere is taken over.
    if (!ours && told.answer !== null) controls.adopt(told.answer);
    controls.mark(told);
    const lines = told.said.map((text) => make("p", text));
    if (told.sources) {
      const links = told.sources.links.flatMap((link) => [" ", sourceLink(link)]);
      lines.push(make("p", told.sources.label, {}, links));
    }
    said.replaceChildren(...lines);
    said.dataset.right = String(told.right);
    hints.replaceChildren(...told.hints.map((hint) => make(
      "p", hint.text, {}, hint.section ? [" ", sectionLink(hint)] : [])));
  }

  return { node, show, clear: controls.clear, stop: () => clearTimeout(timer) };
}

function render({ model, el }) {
  const page = model.get("page");
  const me = crypto.getRandomValues(new Uint32Array(2)).join("-");
  const parts = page.questions.map((form, question) => questionPart(
    form, page.waiting, (message) => model.send({ ...message, question, by: me })));
  const score = liveRegion("score");
  const root = make("div", "", { class: "infosoc-quiz", role: "group", "aria-label": page.name }, [
    ...parts.map((part) => part.node),
    score,
    button(page.again, () => model.send({ do: "again" })),
  ]);
  // A letter on a button would be a command of JupyterLab, for example to cut the cell. With Ctrl,
  // Alt or the command key the reader means JupyterLab, for example to save. It is the focused
  // control that has to carry the attribute.
  const guard = ({ target, ctrlKey, metaKey, altKey }) =>
    target.toggleAttribute(NO_SHORTCUTS, !(ctrlKey || metaKey || altKey));
  for (const event of ["focusin", "keydown", "keyup"]) root.addEventListener(event, guard);

  let before = null;
  function show() {
    const state = model.get("state");
    if (!state.questions) return;
    if (before && before.round !== state.round) parts.forEach((part) => part.clear());
    state.questions.forEach((told, question) => {
      if (before && same(before.questions[question], told)) return;
      parts[question].show(told, told.by === me);
    });
    if (!before || before.score !== state.score || !same(before.again, state.again)) {
      const links = state.again.map((one) => make("li", "", {}, [sectionLink(one)]));
      score.replaceChildren(make("p", state.score), ...(links.length ? [make("ul", "", {}, links)] : []));
    }
    before = state;
  }
  show();
  model.on("change:state", show);
  el.append(root);
  return () => {
    model.off("change:state", show);
    parts.forEach((part) => part.stop());
  };
}
