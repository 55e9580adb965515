// The list above the message box: what completes what one types.

import { at, el } from "./api.js";

const panel = at("offers");
let items = [], active = -1, input = null;

// show lists items {label, note, aside, take}; those without take are headings. The first is active if first says so.
export function show(field, heading, list, first) {
	input = field;
	items = list.filter((i) => i.take);
	active = first && items.length ? 0 : -1;
	let n = 0;
	panel.replaceChildren(...[heading].flat().filter(Boolean), el("ul", { role: "listbox", "aria-label": "Suggestions" }, ...list.map((item) =>
		item.take ? option(item, n++) : el("li.heading", { role: "presentation" }, item.label))));
	panel.hidden = !heading && !list.length;
	mark();
}

function option(item, n) {
	const node = el("li.option", { role: "option", id: `offer-${n}` },
		el("span", {}, el("b", {}, item.label), item.note ? el("small", {}, item.note) : null), item.aside ? el("i", {}, item.aside) : null);
	node.onpointerdown = (e) => e.preventDefault(); // the box keeps the focus
	node.onclick = () => item.take();
	return node;
}

export function hide() {
	panel.hidden = true;
	panel.replaceChildren();
	items = [];
	active = -1;
	mark();
}

function mark() {
	const nodes = panel.querySelectorAll(".option");
	nodes.forEach((node, n) => node.setAttribute("aria-selected", n === active));
	nodes[active]?.scrollIntoView({ block: "nearest" });
	if (!input) return;
	input.setAttribute("aria-expanded", !panel.hidden && items.length > 0);
	if (active >= 0) input.setAttribute("aria-activedescendant", `offer-${active}`);
	else input.removeAttribute("aria-activedescendant");
}

// key does what a key means for the list, and reports whether it meant something. Tab takes the first if none is active.
export function key(event) {
	if (panel.hidden || !items.length || event.isComposing) return false;
	const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	const chosen = event.key === "Tab" && !event.shiftKey ? items[Math.max(active, 0)] : event.key === "Enter" && !event.shiftKey ? items[active] : null;
	if (!step && !chosen) return false;
	event.preventDefault();
	if (chosen) chosen.take();
	else {
		active = active < 0 && step < 0 ? items.length - 1 : (active + step + items.length) % items.length;
		mark();
	}
	return true;
}
