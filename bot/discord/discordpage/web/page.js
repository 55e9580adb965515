// The page: who one is, the channels, and the messages as they come.

import { at, attempt, el, get, state, tone } from "./api.js";
import { openList } from "./popups.js";
import { listen } from "./messages.js";
import { composer, prefill } from "./composer.js";

let stream = null;
const unread = new Set();
const log = at("log"), scroll = at("scroll");

async function begin() {
	state.directory = await get("directory");
	document.title = state.directory.title;
	at("guild").textContent = state.directory.guilds.map((g) => g.Name)[0] ?? state.directory.title;
	const language = { de: "de", fr: "fr", es: "es-ES" }[navigator.language.slice(0, 2)];
	state.locale = at("language").value = language ?? "en-US";
	be(state.directory.people[0].id);
}

// be makes one a person, in a channel that the person sees.
function be(id) {
	state.user = id;
	const me = state.directory.people.find((p) => p.id === id);
	at("name").textContent = me.name;
	at("role").textContent = me.role;
	at("face").textContent = me.name[0];
	at("face").className = `avatar small ${tone(id)}`;
	const seen = channels();
	const other = state.directory.channels.find((c) => c.id === state.channel);
	unread.clear();
	enter(seen.some((c) => c.id === state.channel) ? state.channel : (other?.with ? seen.find((c) => c.with) : seen[0]).id);
}

const channels = () => state.directory.channels.filter((c) => !c.with || c.with === state.user);

function enter(id) {
	state.channel = id;
	unread.delete(id);
	drawChannels();
	const channel = channels().find((c) => c.id === id);
	at("where").textContent = channel.name;
	at("where").className = kind(channel);
	log.replaceChildren();
	drawIntro(channel);
	composer.reset(`Message ${kind(channel) === "direct" ? "@" : kind(channel) === "thread" ? "" : "#"}${channel.name}`);
	drawer(false);
	watch();
}

const kind = (channel) => (channel.with ? "direct" : channel.parent ? "thread" : "text");

function drawChannels() {
	const groups = state.directory.guilds.map((g) => [state.directory.guilds.length > 1 ? g.Name : "Text channels", channels().filter((c) => c.guild === g.ID)]);
	groups.push(["Direct messages", channels().filter((c) => c.with)]);
	at("channels").replaceChildren(...groups.filter(([, list]) => list.length).map(([name, list]) =>
		el("section", {}, el("h2", {}, name), el("ul", {}, ...list.map((c) => el("li", {}, el(`button.channel.${kind(c)}`, {
			type: "button", "aria-current": c.id === state.channel && "page", "data-channel": c.id, onclick: () => enter(c.id),
		}, el("span", {}, c.name), unread.has(c.id) ? el("i.unread", { title: "unread", role: "img", "aria-label": "unread" }) : null)))))));
}

function drawIntro(channel) {
	const intro = state.directory.intros?.[channel.id];
	const title = kind(channel) === "direct" ? channel.name : `Welcome to ${kind(channel) === "text" ? "#" : ""}${channel.name}`;
	at("intro").replaceChildren(
		el(`div.sign.${kind(channel)}`, { "aria-hidden": "true" }), el("h2", {}, title), el("p", {}, intro?.text ?? "This is where it begins."),
		el("div.tries", {}, ...(intro?.tries ?? []).map((text) => el("button.try", { type: "button", onclick: () => prefill(text) }, text))));
}

// watch follows the channel's messages.
function watch() {
	stream?.close();
	const mine = stream = new EventSource(`/api/stream?user=${state.user}&channel=${state.channel}`);
	mine.onmessage = (event) => mine === stream && change(JSON.parse(event.data));
}

function change(update) {
	const bottom = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120;
	if (update.reset) log.replaceChildren();
	const own = (update.messages ?? []).map(put).includes(state.user);
	regroup();
	at("typing").replaceChildren(...(update.typing ? [el("span.dots", { "aria-hidden": "true" }, el("i"), el("i"), el("i")),
		el("b", {}, state.directory.bot.name), " is typing…"] : []));
	for (const id of update.elsewhere ?? []) unread.add(id);
	if (update.elsewhere) drawChannels();
	if (bottom || own || update.reset) follow();
}

// follow scrolls to the last message: to its beginning, if it is longer than the window.
function follow() {
	const last = log.lastElementChild;
	scroll.scrollTop = scroll.scrollHeight;
	if (last && last.offsetHeight > scroll.clientHeight) last.scrollIntoView({ block: "start" });
}

// put shows a message in its place, which its number says, and gives whose doing a new one is: its author, or whom the bot
// answers. Its HTML is what the program made, with all text escaped.
function put({ id, html }) {
	const old = at(`m${id}`);
	if (!html || old?.querySelector(".editing")) {
		if (!html && old?.contains(document.activeElement)) at("box").focus();
		if (!html) old?.remove();
		return null;
	}
	const frame = document.createElement("template");
	frame.innerHTML = html;
	const fresh = frame.content.firstElementChild;
	for (const a of fresh.querySelectorAll("a[href^=http]")) Object.assign(a, { target: "_blank", rel: "noopener noreferrer" });
	for (const t of fresh.querySelectorAll("time")) t.textContent = when(new Date(t.dateTime));
	fresh.append(el("button.more", { type: "button", "aria-label": `More about the message of ${fresh.dataset.name}`, "aria-haspopup": "menu" }, "⋯"));
	if (!old) {
		const after = [...log.children].find((m) => newer(m.dataset.id, id));
		log.insertBefore(fresh, after ?? null);
		return fresh.dataset.for ?? fresh.dataset.author;
	}
	const focused = old.contains(document.activeElement) && focusable(old).indexOf(document.activeElement);
	old.replaceWith(fresh);
	if (focused !== false) (focusable(fresh)[focused] ?? fresh).focus({ preventScroll: true });
	return null;
}

const focusable = (node) => [...node.querySelectorAll("button, a")];
const newer = (id, than) => id.length > than.length || (id.length === than.length && id > than);

function when(date) {
	const time = date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
	return date.toDateString() === new Date().toDateString() ? `Today at ${time}` : `${date.toLocaleDateString()} ${time}`;
}

// regroup puts messages that one person wrote in a row under one name.
function regroup() {
	let before = null;
	for (const m of log.children) {
		const near = before && new Date(m.querySelector("time").dateTime) - new Date(before.querySelector("time").dateTime) < 420000;
		m.classList.toggle("grouped", Boolean(near && before.dataset.author === m.dataset.author && !m.querySelector(":scope > .above") &&
			before.classList.contains("ephemeral") === m.classList.contains("ephemeral")));
		before = m;
	}
}

function drawer(open) {
	document.body.classList.toggle("drawn", open);
	at("drawer").setAttribute("aria-expanded", open);
	at("shade").hidden = !open;
	if (open) at("channels").querySelector("[aria-current]")?.focus();
}

at("drawer").addEventListener("click", () => drawer(!document.body.classList.contains("drawn")));
at("shade").addEventListener("click", () => drawer(false));
at("side").addEventListener("keydown", (e) => {
	if (e.key === "Escape" && document.body.classList.contains("drawn")) {
		drawer(false);
		at("drawer").focus();
	}
});
at("language").addEventListener("change", (e) => { state.locale = e.target.value; });
at("who").addEventListener("click", async () => {
	const items = state.directory.people.map((p) => ({ value: p.id, label: p.name, note: p.role, chosen: p.id === state.user }));
	const picked = await openList(at("who"), { title: "Be", items });
	if (picked?.[0]) be(picked[0]);
});
listen();
attempt(begin);
