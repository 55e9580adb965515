// What one can do with a message: its buttons and menus, replying, editing, deleting, and the bot's message commands.

import { at, attempt, el, get, localized, post, state } from "./api.js";
import { openForm, openMenu, pick } from "./popups.js";
import { composer } from "./composer.js";

const log = at("log");

export function listen() {
	log.addEventListener("click", (e) => {
		const target = e.target.closest("[data-press], [data-menu], [data-dismiss], [data-jump], .more");
		const message = target?.closest(".message");
		if (!message) return;
		if (target.matches("[data-press]")) press(target, message.dataset.id, target.dataset.press);
		else if (target.matches("[data-menu]")) choose(target, message.dataset.id);
		else if (target.matches("[data-dismiss]")) attempt(() => post("dismiss", { message: message.dataset.id }));
		else if (target.matches("[data-jump]")) jump(target.dataset.jump);
		else menu(message, target);
	});
	log.addEventListener("contextmenu", (e) => {
		const message = e.target.closest(".message");
		if (!message || e.target.closest("a, textarea") || String(getSelection())) return;
		e.preventDefault();
		menu(message, { x: e.clientX, y: e.clientY });
	});
	longPress();
}

// longPress opens a message's menu on a phone, where browsers give no contextmenu.
function longPress() {
	let timer = 0;
	const end = () => clearTimeout(timer);
	log.addEventListener("touchstart", (e) => {
		const message = e.target.closest(".message");
		if (!message || e.target.closest("button, a, textarea")) return;
		const { clientX: x, clientY: y } = e.touches[0];
		end();
		timer = setTimeout(() => menu(message, { x, y }), 550);
	}, { passive: true });
	for (const event of ["touchend", "touchmove", "touchcancel"]) log.addEventListener(event, end, { passive: true });
}

// act posts something that the bot answers, and shows the form if that is the answer.
export async function act(path, body) {
	const out = await post(path, body);
	if (out.form) openForm(out.form, (typed, chosen) => act("submit", { form: out.id, typed, chosen }));
	return out;
}

async function press(button, id, custom, values = []) {
	button.classList.add("waiting");
	button.setAttribute("aria-busy", "true");
	await attempt(() => act("press", { message: id, custom_id: custom, values }));
	button.classList.remove("waiting");
	button.removeAttribute("aria-busy");
}

async function choose(button, id) {
	const menu = JSON.parse(button.dataset.menu);
	const values = await pick(button, menu);
	if (values) press(button, id, menu.custom_id, values);
}

function jump(id) {
	const message = at(id);
	message?.scrollIntoView({ block: "center" });
	message?.focus({ preventScroll: true });
	message?.classList.add("found");
	setTimeout(() => message?.classList.remove("found"), 1600);
}

// menu shows what can be done with a message.
async function menu(message, anchor) {
	const id = message.dataset.id, own = message.dataset.author === state.user, secret = message.classList.contains("ephemeral");
	const commands = ((await attempt(() => get("commands"))) ?? []).filter((c) => c.type === 3);
	const entries = [];
	if (!secret) entries.push({ label: "Reply", act: () => composer.replyTo(id, message.dataset.name) });
	if (own) entries.push({ label: "Edit message", act: () => edit(message) });
	entries.push({ label: "Copy text", act: () => navigator.clipboard?.writeText(words(message)) });
	if (own) entries.push({ label: "Delete message", grave: true, act: () => attempt(() => post("delete", { message: id })) });
	if (secret) entries.push({ label: "Dismiss message", act: () => attempt(() => post("dismiss", { message: id })) });
	if (commands.length && !secret) {
		entries.push({ title: "Apps" }, ...commands.map((c) => ({ label: localized(c, "name"), act: () => attempt(() => act("run", { name: c.name, type: 3, message: id })) })));
	}
	openMenu(anchor, entries);
}

const words = (message) => [...message.querySelectorAll(".content, .title, .description, .display")].map((n) => n.innerText).join("\n");

// edit puts the text of one's own message into a box in its place.
export function edit(message) {
	const content = message.querySelector(".content") ?? message.querySelector(".head");
	const box = el("textarea", { "aria-label": "Edit message", rows: 2 });
	const end = () => { frame.remove(); content.hidden = false; at("box").focus(); };
	const frame = el("div.editing", {}, box, el("p.note", {}, "Escape to ", el("button.plain", { type: "button", onclick: end }, "cancel"),
		" · Enter to ", el("button.plain", { type: "button", onclick: () => save() }, "save")));
	const save = async () => {
		const text = composer.marked(box.value.trim());
		end();
		if (text) await attempt(() => post("edit", { message: message.dataset.id, text }));
	};
	box.value = composer.unmarked(message.dataset.text);
	box.onkeydown = (e) => {
		if (e.key === "Escape") end();
		if (e.key === "Enter" && !e.shiftKey && !e.isComposing) { e.preventDefault(); save(); }
	};
	content.hidden = content.matches(".content");
	content.after(frame);
	box.focus();
}

// editLast edits what one wrote last.
export function editLast() {
	const last = [...log.querySelectorAll(".message[data-text]")].at(-1);
	if (last) edit(last);
}
