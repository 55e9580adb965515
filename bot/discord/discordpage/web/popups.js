// What opens over the page: lists to choose from, menus of what can be done, and forms.

import { el, state } from "./api.js";

// popup shows a node next to an anchor (an element, or a point) until it is closed; the focus then goes back.
function popup(anchor, node, closed) {
	const back = document.activeElement;
	const home = anchor.closest?.("dialog") ?? document.body;
	home.append(node);
	place(anchor, node);
	const outside = (e) => { if (!node.contains(e.target)) close(); };
	const leave = () => close();
	setTimeout(() => document.addEventListener("pointerdown", outside, true));
	window.addEventListener("resize", leave);
	function close(...result) {
		if (!node.isConnected) return;
		node.remove();
		document.removeEventListener("pointerdown", outside, true);
		window.removeEventListener("resize", leave);
		(back?.isConnected ? back : anchor).focus?.({ preventScroll: true });
		closed(...result);
	}
	return close;
}

// place puts a node below its anchor, or above where there is more room.
function place(anchor, node) {
	const box = anchor.getBoundingClientRect?.() ?? { left: anchor.x, right: anchor.x, top: anchor.y, bottom: anchor.y, width: 0 };
	if (box.width > 120) node.style.width = `${Math.min(Math.max(box.width, 200), innerWidth - 16)}px`;
	const below = innerHeight - box.bottom, room = Math.max(below, box.top) - 12;
	node.style.maxHeight = `${Math.min(room, 420)}px`;
	node.style.left = `${Math.max(8, Math.min(box.left, innerWidth - node.offsetWidth - 8))}px`;
	const fits = below >= node.offsetHeight + 8 || below > box.top;
	node.style.top = `${fits ? box.bottom + 4 : Math.max(8, box.top - node.offsetHeight - 4)}px`;
}

// arrows moves the focus among the items with the arrow keys, Home and End.
function arrows(event, items) {
	const now = items.indexOf(document.activeElement), last = items.length - 1;
	const to = { ArrowDown: now < last ? now + 1 : 0, ArrowUp: now > 0 ? now - 1 : last, Home: 0, End: last }[event.key];
	if (to === undefined) return false;
	event.preventDefault();
	items[to]?.focus();
	return true;
}

// openList lets one choose least to most of the items {value, label, note, chosen}. It gives the values; undefined if one leaves it.
export function openList(anchor, { title, items, least = 1, most = 1 }) {
	return new Promise((resolve) => {
		const chosen = new Set(items.filter((i) => i.chosen).map((i) => i.value));
		anchor.setAttribute("aria-expanded", "true");
		const options = items.map((item) => el("li.option", { role: "option", tabindex: "-1", "aria-selected": chosen.has(item.value), "data-value": item.value },
			el("span", {}, el("b", {}, item.label), item.note ? el("small", {}, item.note) : null)));
		const ok = el("button.button.s1", { type: "button" }, "Done");
		const node = el("div.popup", {}, el("ul", { role: "listbox", "aria-label": title, "aria-multiselectable": most > 1 }, ...options),
			most > 1 || least === 0 ? el("div.done", {}, ok) : null);
		const close = popup(anchor, node, (values) => {
			anchor.setAttribute("aria-expanded", "false");
			resolve(values);
		});
		const toggle = (option) => {
			const value = option.dataset.value;
			if (most === 1 && least === 1) return close([value]);
			if (most === 1 && !chosen.has(value)) chosen.clear();
			if (!chosen.delete(value) && chosen.size < most) chosen.add(value);
			for (const o of options) o.setAttribute("aria-selected", chosen.has(o.dataset.value));
			ok.disabled = chosen.size < least;
		};
		ok.disabled = chosen.size < least;
		ok.onclick = () => close([...chosen]);
		for (const option of options) option.onclick = () => toggle(option);
		node.onkeydown = (e) => {
			if (e.key === "Escape") { e.preventDefault(); e.stopPropagation(); close(); }
			else if (e.key === "Tab" && !node.querySelector(".done")) close();
			else if ((e.key === " " || e.key === "Enter") && e.target.matches(".option")) { e.preventDefault(); toggle(e.target); }
			else if (!arrows(e, options)) letter(e, options);
		};
		(options.find((o) => o.ariaSelected === "true") ?? options[0])?.focus();
	});
}

// letter moves the focus to the next item that begins with the letter typed.
function letter(event, options) {
	if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
	const from = options.indexOf(document.activeElement) + 1;
	[...options.slice(from), ...options.slice(0, from)].find((o) => o.textContent.toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
}

// openMenu shows what can be done, as {label, act} or as {title} of those that follow.
export function openMenu(anchor, entries) {
	const node = el("div.popup.actions", { role: "menu" });
	let act = null;
	const close = popup(anchor, node, () => act?.());
	for (const entry of entries) {
		node.append(entry.title ? el("h3", { role: "presentation" }, entry.title)
			: el(`button${entry.grave ? ".grave" : ""}`, { type: "button", role: "menuitem", tabindex: "-1", onclick: () => { act = entry.act; close(); } }, entry.label));
	}
	const items = [...node.querySelectorAll("button")];
	node.onkeydown = (e) => {
		if (e.key === "Escape" || e.key === "Tab") { e.preventDefault(); e.stopPropagation(); close(); }
		else if (!arrows(e, items)) letter(e, items);
	};
	place(anchor, node);
	items[0]?.focus();
}

// choices are what a menu of Discord's offers, as the items of a list.
export function choices(menu) {
	const users = [state.directory.bot, ...state.directory.users].map((u) => ({ value: u.id, label: u.name, note: u.role }));
	const roles = state.directory.roles.map((r) => ({ value: r.ID, label: `@${r.Name}`, note: "Role" }));
	switch (menu.type) {
	case 5: return users;
	case 6: return roles;
	case 7: return [...users, ...roles];
	case 8: return state.directory.channels.filter((c) => !c.with).filter((c) => !menu.channel_types?.length || menu.channel_types.includes(c.parent ? 11 : 0))
		.map((c) => ({ value: c.id, label: `#${c.name}` }));
	default: return menu.options.map((o) => ({ value: o.value, label: `${o.emoji?.name ? `${o.emoji.name} ` : ""}${o.label}`, note: o.description, chosen: o.default }));
	}
}

// pick opens a menu of Discord's.
export function pick(anchor, menu) {
	const least = menu.required === false ? 0 : (menu.min_values ?? 1);
	return openList(anchor, { title: menu.placeholder ?? "Make a selection", items: choices(menu), least, most: menu.max_values ?? 1 });
}

// openForm shows a form of Discord's and gives what was filled in to send, which throws if it fails.
export function openForm(form, send) {
	const typed = {}, chosen = {};
	const problem = el("p.problem", { role: "alert" });
	const button = el("button.button.s1", { type: "submit" }, "Submit");
	const dialog = el("dialog.form", { "aria-labelledby": "form-title" }, el("form", { method: "dialog", novalidate: true },
		el("header", {}, el("h2", { id: "form-title" }, form.title), el("button.close", { type: "button", "aria-label": "Close", onclick: () => dialog.close() }, "✕")),
		el("div.fields-of-form", {}, ...form.components.map((c) => field(c, typed, chosen))), problem,
		el("footer", {}, el("button.plain", { type: "button", onclick: () => dialog.close() }, "Cancel"), button)));
	dialog.querySelector("form").onsubmit = async (e) => {
		e.preventDefault();
		const bad = [...dialog.querySelectorAll("input, textarea, [data-missing]")].find((i) => i.matches("[data-missing]") || !i.checkValidity());
		if (bad) {
			problem.textContent = bad.validationMessage || "Choose one of these.";
			return bad.focus();
		}
		button.disabled = true;
		try {
			await send(typed, chosen);
			dialog.close();
		} catch (error) {
			problem.textContent = error.message;
			button.disabled = false;
		}
	};
	dialog.addEventListener("close", () => dialog.remove());
	document.body.append(dialog);
	dialog.showModal();
	dialog.querySelector(".fields-of-form :is(input, textarea, button)")?.focus();
}

let fields = 0;

// field is one part of a form: text, or something to fill in with its label.
function field(component, typed, chosen) {
	if (component.type === 10) return el("p", {}, component.content);
	const inner = component.component ?? component.components[0];
	const id = `field-${++fields}`;
	const label = component.label ?? inner.label;
	const required = inner.required !== false;
	const control = inner.type === 4 ? input(inner, id, required, typed) : select(inner, id, required, chosen);
	return el("div.field-of-form", {}, el("label", { for: id, id: `${id}-label` }, label, required ? el("span.required", { "aria-hidden": "true" }, " *") : null),
		component.description ? el("small", {}, component.description) : null, control);
}

function input(inner, id, required, typed) {
	const node = el(inner.style === 2 ? "textarea" : "input", {
		id, required, minlength: inner.min_length, maxlength: inner.max_length ?? 4000, placeholder: inner.placeholder, rows: inner.style === 2 && 4,
	});
	node.value = typed[inner.custom_id] = inner.value ?? "";
	node.oninput = () => { typed[inner.custom_id] = node.value; };
	return node;
}

function select(inner, id, required, chosen) {
	const items = choices(inner);
	const text = el("span", {});
	const node = el("button.menu", { id, type: "button", "aria-haspopup": "listbox", "aria-expanded": "false", "aria-labelledby": `${id}-label ${id}` }, text);
	const show = () => {
		const values = chosen[inner.custom_id];
		text.textContent = items.filter((i) => values.includes(i.value)).map((i) => i.label).join(", ") || inner.placeholder || "Make a selection";
		node.toggleAttribute("data-missing", required && values.length === 0);
	};
	chosen[inner.custom_id] = items.filter((i) => i.chosen).map((i) => i.value);
	node.onclick = async () => {
		const now = { ...inner, options: inner.options?.map((o) => ({ ...o, default: chosen[inner.custom_id].includes(o.value) })) };
		chosen[inner.custom_id] = (await pick(node, now)) ?? chosen[inner.custom_id];
		show();
	};
	show();
	return node;
}
