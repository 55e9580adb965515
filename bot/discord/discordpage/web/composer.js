// The message box: text, mentions, replies and files; "/" leads to commands.

import { at, attempt, el, get, largest, localized, packed, post, state, toast } from "./api.js";
import { command } from "./command.js";
import { editLast } from "./messages.js";
import * as offers from "./offers.js";

const box = at("box"), bar = at("reply");
let files = [], reply = null, commands = [];

const everybody = () => [state.directory.bot, ...state.directory.users];

export const composer = {
	reset(placeholder) {
		command.cancel();
		clear();
		box.placeholder = placeholder;
		box.setAttribute("aria-label", placeholder);
	},
	replyTo(id, name) {
		command.cancel();
		reply = { id, ping: true };
		const ping = el("button.plain", { type: "button", "aria-pressed": "true", title: "Mention the author" }, "@ on");
		ping.onclick = () => {
			reply.ping = !reply.ping;
			ping.textContent = reply.ping ? "@ on" : "@ off";
			ping.setAttribute("aria-pressed", reply.ping);
		};
		bar.replaceChildren(el("span", {}, "Replying to ", el("b", {}, name)), ping, el("button.plain", { type: "button", "aria-label": "Do not reply", onclick: unreply }, "✕"));
		bar.hidden = false;
		box.focus();
	},
	// marked is text with mentions as Discord writes them, unmarked as people do.
	marked(text) {
		for (const u of everybody().toSorted((a, b) => b.name.length - a.name.length)) text = text.replaceAll(`@${u.name}`, `<@${u.id}>`);
		return text;
	},
	unmarked(text) {
		for (const u of everybody()) text = text.replaceAll(`<@${u.id}>`, `@${u.name}`);
		return text;
	},
};

// prefill puts text into the box, for one to send.
export async function prefill(text) {
	composer.reset(box.placeholder);
	box.value = text;
	box.focus();
	await suggest();
	const only = text.startsWith("/") && all().filter((c) => c.title === text.trim());
	if (only?.length === 1) command.begin(only[0]);
}

function clear() {
	box.value = "";
	files = [];
	drawFiles();
	unreply();
	offers.hide();
	fit();
}

function unreply() {
	reply = null;
	bar.hidden = true;
}

function fit() {
	box.style.height = "auto";
	box.style.height = `${Math.min(box.scrollHeight, innerHeight / 2)}px`;
}

// all are the slash commands, each subcommand as one.
const all = () => commands.filter((c) => (c.type ?? 1) === 1).flatMap((c) => flatten(c, [c]));

function flatten(c, path) {
	const under = (c.options ?? []).filter((o) => o.type < 3);
	if (under.length) return under.flatMap((o) => flatten(o, [...path, o]));
	return [{ title: `/${path.map((p) => localized(p, "name")).join(" ")}`, name: path.map((p) => p.name).join(" "), about: localized(c, "description"), options: c.options ?? [] }];
}

// suggest offers what completes the text before the caret.
async function suggest() {
	const text = box.value, before = text.slice(0, box.selectionStart);
	if (text.startsWith("/") && !text.includes("\n")) {
		if (text === "/" || !commands.length) commands = (await attempt(() => get("commands"))) ?? [];
		if (box.value !== text) return;
		return offerCommands(text.slice(1).trimEnd().toLowerCase());
	}
	const at = before.match(/(^|\s)@([^@\n]{0,20})$/);
	const found = at && everybody().filter((u) => u.id !== state.user && u.name.toLowerCase().includes(at[2].toLowerCase()));
	if (!found?.length || found.some((u) => `${u.name} ` === at[2])) return offers.hide();
	offers.show(box, null, [{ label: "Members" }, ...found.map((u) => ({ label: u.name, note: u.role, take: () => mention(u, at[2].length) }))], true);
}

function offerCommands(typed) {
	const found = all().filter((c) => c.title.slice(1).toLowerCase().includes(typed)).sort((a, b) => a.title.indexOf(typed) - b.title.indexOf(typed));
	if (!found.length) return offers.hide();
	offers.show(box, null, [{ label: state.directory.bot.name }, ...found.map((c) => ({
		label: c.title, note: c.about, aside: c.options.map((o) => localized(o, "name")).join("  "), take: () => command.begin(c),
	}))], true);
}

function mention(user, typed) {
	const from = box.selectionStart - typed - 1, rest = box.value.slice(box.selectionStart);
	box.value = `${box.value.slice(0, from)}@${user.name} ${rest}`;
	box.selectionStart = box.selectionEnd = from + user.name.length + 2;
	offers.hide();
}

async function send() {
	const text = composer.marked(box.value.trim());
	if (text.startsWith("/") && !commands.length) commands = (await attempt(() => get("commands"))) ?? [];
	const known = text.startsWith("/") && all().find((c) => text === c.title || text.startsWith(`${c.title} `));
	if (known) return command.begin(known);
	if (!text && !files.length) return;
	if (text.length > 2000) return toast(`Your message is too long: ${text.length} characters, and 2000 can be sent.`);
	await attempt(async () => {
		const body = { text, replyTo: reply?.id, ping: reply?.ping, files: await Promise.all(files.map(packed)) };
		clear();
		await post("say", body);
	});
}

function add(list) {
	if (command.active()) return command.attach(list[0]);
	for (const file of list) {
		if (file.size > largest) toast(`${file.name} is too large: 10 MB at most.`);
		else if (files.length === 10) return toast("10 files at most.");
		else files.push(file);
	}
	drawFiles();
}

function drawFiles() {
	at("attached").replaceChildren(...files.map((f) => el("span.chip", {}, f.name,
		el("button.plain", { type: "button", "aria-label": `Remove ${f.name}`, onclick: () => { files = files.filter((o) => o !== f); drawFiles(); } }, "✕"))));
}

at("attach").onclick = () => at("files").click();
at("files").onchange = (e) => { add(e.target.files); e.target.value = ""; box.focus(); };
box.oninput = () => { fit(); suggest(); };
at("composer").onpaste = (e) => { if (e.clipboardData.files.length) { e.preventDefault(); add(e.clipboardData.files); } };
box.onkeydown = (e) => {
	if (offers.key(e) || e.isComposing) return;
	if (e.key === "Escape") { if (at("offers").hidden) unreply(); offers.hide(); }
	if (e.key === "ArrowUp" && !box.value) { e.preventDefault(); editLast(); }
	if (e.key === "Enter" && !e.shiftKey) { e.preventDefault(); send(); }
};
at("composer").onsubmit = (e) => {
	e.preventDefault();
	if (command.active()) command.send();
	else send();
};
for (const event of ["dragover", "drop"]) {
	document.addEventListener(event, (e) => {
		if (!e.dataTransfer?.types.includes("Files")) return;
		e.preventDefault();
		if (event === "drop") add(e.dataTransfer.files);
	});
}
