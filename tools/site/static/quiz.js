// Quizzes without a kernel. Texts are set as text; nothing is stored or sent. Without this script
// the questions stay on the page with their answers folded.
(() => {
  const HAIR = 1e-9;
  let made = 0;
  const fill = (text, fields) => text.replace(/\{(\w+)\}/g, (all, name) => fields[name] ?? all);
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
  // A region must stand on the page before its text changes, or the change is not announced.
  const region = () => make("div", "", { role: "status", "aria-atomic": "true" });
  const link = ({ text, to }) => make("a", text, { href: `#${to}` });
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  function choices(question, texts) {
    const type = question.kind === "several" ? "checkbox" : "radio";
    const name = `quiz-${made++}`;
    const inputs = question.choices.map(() => make("input", "", { type, name }));
    const node = make("div", "", {}, question.choices.map((text, place) =>
      make("label", "", {}, [inputs[place], make("span", text)])));
    const judge = () => {
      const chosen = inputs.flatMap((input, place) => (input.checked ? [place] : []));
      if (!chosen.length) return { right: null, lines: [texts.none] };
      const lines = chosen.map((place) => question.said[place]);
      const missing = question.right.filter((place) => !chosen.includes(place)).length;
      if (type === "checkbox" && missing) {
        lines.push(missing === 1 ? texts.one_missing : fill(texts.more_missing, { count: missing }));
      }
      return { right: same(chosen, question.right), lines };
    };
    return { node, judge, clear: () => { for (const input of inputs) input.checked = false; } };
  }

  function order({ form, right, solution }, texts) {
    const list = make("ol");
    const moved = region();
    const items = form.items.map((item) => {
      const node = make("li", "", {}, [
        make("span", item.text),
        button(form.earlier, () => move(item, node, -1), { "aria-label": item.earlier }),
        button(form.later, () => move(item, node, 1), { "aria-label": item.later }),
      ]);
      return node;
    });
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
    list.append(...items);
    const judge = () => {
      const given = [...list.children].map((node) => items.indexOf(node));
      const count = items.length;
      const there = given.filter((place, at) => place === right[at]).length;
      if (there === count) return { right: true, lines: solution };
      return { right: false, lines: [
        fill(there === 1 ? texts.one_in_place : texts.in_place, { right: there, count })] };
    };
    const clear = () => { list.replaceChildren(...items); moved.textContent = ""; };
    return { node: make("div", "", {}, [list, moved]), judge, clear };
  }

  // As infosoc.learn.questions.parse reads a number: 15.6, 15,6 and 11,000.
  function parse(text) {
    const plain = text.replace("\u2212", "-");
    if (/^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(plain)) return Number(plain.replaceAll(",", ""));
    return /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(plain) ? Number(plain.replace(",", ".")) : null;
  }

  function number(question, texts, check) {
    const input = make("input", "", { type: "text", inputmode: "decimal", autocomplete: "off" });
    input.addEventListener("keydown", (event) => { if (event.key === "Enter") check(); });
    const judge = () => {
      const given = input.value.trim();
      const value = parse(given);
      if (!given) return { right: null, lines: [texts.empty] };
      if (value === null) return { right: null, lines: [fill(texts.words, { given })] };
      if (value < question.lowest || value > question.highest) {
        return { right: null, lines: [fill(question.outside, { given })] };
      }
      const off = value - question.right;
      if (Math.abs(off) <= question.tolerance + HAIR) return { right: true, lines: question.solution };
      return { right: false, lines: [fill(off > 0 ? texts.too_high : texts.too_low, { given })] };
    };
    const node = make("label", "", {}, [make("span", question.form.label), input]);
    return { node, judge, clear: () => { input.value = ""; } };
  }

  const CONTROLS = { single: choices, several: choices, "true-false": choices, order, number };

  function ask(question, texts, changed) {
    const state = { tries: 0, done: false, first: false, section: question.section };
    const said = region();
    const hints = region();
    let shown = 0;
    const check = () => {
      const { right, lines } = controls.judge();
      const told = [...lines];
      if (right !== null) {
        if (!state.done) state.tries += 1;
        const later = state.tries > 1 ? "_later" : "";
        told.unshift(fill(texts[(right ? "right" : "wrong") + later], { number: state.tries }));
        if (right && !state.done) {
          state.done = true;
          state.first = state.tries === 1;
        }
      }
      said.replaceChildren(...told.map((line) => make("p", line)));
      if (right) {
        const links = question.links.flatMap(({ text, address }) =>
          [" ", make("a", text, { href: address, target: "_blank", rel: "noopener" })]);
        said.append(make("p", texts.sources, {}, links));
      }
      changed();
    };
    const controls = CONTROLS[question.kind](question, texts, check);
    const hint = () => {
      if (shown < question.hints.length) hints.append(make("p", question.hints[shown++]));
      else if (shown++ === question.hints.length) {
        hints.append(make("p", `${texts.read_again} `, {}, [link(question.section)]));
      }
    };
    const node = make("fieldset", "", {}, [
      make("legend", question.legend), make("p", question.how), controls.node,
      button(texts.check, check), button(texts.hint, hint), said, hints,
    ]);
    const clear = () => {
      controls.clear();
      said.replaceChildren();
      hints.replaceChildren();
      shown = 0;
      Object.assign(state, { tries: 0, done: false, first: false });
    };
    return { node, state, clear };
  }

  for (const place of document.querySelectorAll(".infosoc-quiz")) {
    const { name, texts, questions } = JSON.parse(place.nextElementSibling.textContent);
    const score = region();
    const changed = () => {
      const states = asked.map((one) => one.state);
      const done = states.filter((one) => one.done);
      const right = done.filter((one) => one.first).length;
      score.replaceChildren(
        make("p", fill(texts.score, { done: done.length, count: states.length, right })));
      if (done.length < states.length) return;
      const sections = new Map(
        states.filter((one) => !one.first).map(({ section }) => [section.to, section]));
      if (!sections.size) score.append(make("p", texts.well_done));
      else {
        score.append(make("p", texts.read_again),
          make("ul", "", {}, [...sections.values()].map((one) => make("li", "", {}, [link(one)]))));
      }
    };
    const asked = questions.map((question) => ask(question, texts, changed));
    const again = button(texts.again, () => {
      for (const one of asked) one.clear();
      changed();
    });
    place.setAttribute("role", "group");
    place.setAttribute("aria-label", name);
    place.replaceChildren(...asked.map((one) => one.node), score, again);
    changed();
  }
})();
