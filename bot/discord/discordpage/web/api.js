// What the page asks of the program that serves it, and small help with the DOM. Text only ever becomes text.

export const state = { user: "", channel: "", locale: "en-US", directory: null };

export async function get(path) {
	const answer = await fetch(`/api/${path}?user=${state.user}&channel=${state.channel}`);
	if (!answer.ok) throw new Error(await answer.text());
	return answer.json();
}

// post does something as the person that one is, in the channel that one sees.
export async function post(path, body = {}) {
	const whole = { user: state.user, channel: state.channel, locale: state.locale, ...body };
	const answer = await fetch(`/api/${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(whole) });
	if (!answer.ok) throw new Error(await answer.text());
	const out = await answer.json();
	if (out.failed) throw new Error(out.failed);
	return out;
}

// el makes an element: el("button.plain", { type: "button" }, "Reply").
export function el(kind, attributes = {}, ...children) {
	const [tag, ...classes] = kind.split(".");
	const node = document.createElement(tag);
	if (classes.length) node.className = classes.join(" ");
	for (const [key, value] of Object.entries(attributes)) {
		if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
		else if (value === true) node.setAttribute(key, "");
		else if (value !== false && value != null) node.setAttribute(key, value);
	}
	node.append(...children.filter((child) => child != null));
	return node;
}

export const at = (id) => document.getElementById(id);

// localized is a name or description in the person's language.
export const localized = (thing, key) => thing[`${key}_localizations`]?.[state.locale] ?? thing[key] ?? "";

// tone is the colour of a person's picture, as the program reckons it (FNV-1a).
export function tone(id) {
	let hash = 0x811c9dc5;
	for (const c of id) hash = Math.imul(hash ^ c.charCodeAt(0), 0x01000193) >>> 0;
	return `tone${hash % 6}`;
}

// packed is a file as it is posted.
export function packed(file) {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve({ name: file.name, data: reader.result.slice(reader.result.indexOf(",") + 1) });
		reader.onerror = () => reject(new Error(`${file.name} cannot be read.`));
		reader.readAsDataURL(file);
	});
}

export const largest = 10 << 20; // bytes of a file, as for people without Nitro

// toast tells a person what went wrong.
export function toast(text) {
	const note = el("div.toast", {}, el("span", {}, text), el("button.plain", { type: "button", onclick: () => note.remove() }, "Dismiss"));
	at("toasts").append(note);
	setTimeout(() => note.remove(), 9000);
}

// attempt does something and tells of its failure; what it returns is undefined then.
export async function attempt(deed) {
	try {
		return await deed();
	} catch (error) {
		toast(error.message.trim() || "This did not work.");
	}
}
