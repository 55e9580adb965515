// A slash command being filled in: an option a field, with its description and what completes it.

import { at, attempt, el, largest, localized, packed, post, toast } from "./api.js";
import { act } from "./messages.js";
import { choices } from "./popups.js";
import * as offers from "./offers.js";

const pills = at("pills"), box = at("box");
let chosen = null; // the command; null while there is none
let fields = []; // {option, input, value, label, file}

export const command = {
	active: () => chosen !== null,
	begin(c) {
		chosen = c;
		fields = [];
		pills.replaceChildren(el("span.command", {}, c.title));
		show(true);
		for (const option of c.options.filter((o) => o.required)) add(option);
		if (fields.length) fields[0].input.focus();
		else rest();
	},
	// attach puts a file that was dropped or pasted where the command takes one.
	attach(file) {
		const option = chosen.options.find((o) => o.type === 11);
		const f = fields.find((o) => o.option.type === 11) ?? (option && add(option));
		f?.attach(file);
	},
	cancel() {
		if (!chosen) return;
		chosen = null;
		show(false);
		box.value = "";
		offers.hide();
	},
	async send() {
		const missing = fields.find((f) => f.option.required && !filled(f));
		for (const f of fields) f.input.setAttribute("aria-invalid", f === missing);
		if (missing) {
			missing.missing = true;
			missing.input.focus();
			return suggest(missing);
		}
		const name = chosen.name;
		await attempt(async () => {
			const options = await values();
			command.cancel();
			box.focus();
			await act("run", { name, type: 1, options });
		});
	},
};

function show(on) {
	pills.hidden = !on;
	box.hidden = on;
	at("attach").hidden = on;
	at("composer").classList.toggle("commanding", on);
}

const filled = (f) => f.file || (f.input.value ?? "").trim() !== "";
const left = () => chosen.options.filter((o) => !fields.some((f) => f.option === o));

// values are the options as they are posted; files are left out while one types.
async function values(typing = false) {
	const out = {};
	for (const f of fields.filter(filled)) {
		if (f.file && typing) continue;
		if (f.file) out[f.option.name] = { type: 11, file: await packed(f.file) };
		else out[f.option.name] = { type: f.option.type, value: f.label === f.input.value ? String(f.value) : f.input.value };
	}
	return out;
}

// add gives an option its field.
function add(option) {
	const id = `option-${option.name}`;
	const f = { option };
	f.input = option.type === 11 ? attachment(f, id) : el("input", {
		id, type: "text", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "offers", maxlength: option.max_length ?? 6000,
		autocapitalize: "off", inputmode: option.type === 4 || option.type === 10 ? "decimal" : "text", size: 1,
	});
	f.pill = el("span.pill", {}, el("label", { for: id }, localized(option, "name")), f.input, f.picker ?? null);
	pills.append(f.pill);
	fields.push(f);
	f.input.onfocus = () => suggest(f);
	f.input.oninput = () => { f.input.removeAttribute("aria-invalid"); widen(f); suggest(f); };
	f.input.onkeydown = (e) => keys(e, f);
	widen(f);
	return f;
}

const widen = (f) => { if (f.option.type !== 11) f.input.style.width = `${Math.min(Math.max(f.input.value.length + 2, 6), 44)}ch`; };

function attachment(f, id) {
	const picker = el("input", { type: "file", hidden: true });
	const node = el("button.choose", { id, type: "button" }, "Choose a file");
	node.onclick = () => picker.click();
	f.attach = (file) => {
		if (file?.size > largest) return toast(`${file.name} is too large: 10 MB at most.`);
		f.file = file;
		node.textContent = file?.name ?? "Choose a file";
		node.removeAttribute("aria-invalid");
		node.focus();
	};
	picker.onchange = () => f.attach(picker.files[0]);
	f.picker = picker;
	return node;
}

function keys(e, f) {
	if (offers.key(e) || e.isComposing) return;
	if (e.key === "Escape") { e.preventDefault(); command.cancel(); box.focus(); }
	if (e.key === "Backspace" && !filled(f)) { e.preventDefault(); drop(f); }
	if (e.key === "Enter" && !(f.option.type === 11 && !f.file)) {
		e.preventDefault();
		const next = fields.find((o) => o.option.required && !filled(o));
		if (next && next !== f) next.input.focus();
		else command.send();
	}
}

// drop takes an option back; without one left, the command.
function drop(f) {
	const n = fields.indexOf(f);
	if (f.option.required) {
		if (n > 0) return fields[n - 1].input.focus();
		command.cancel();
		return box.focus();
	}
	fields.splice(n, 1);
	f.pill.remove();
	if (fields.length) fields.at(-1).input.focus();
	else rest();
}

// rest offers the options that have no field yet, to a command that has none at all.
function rest() {
	at("send").focus();
	offers.show(at("send"), null, optional(), false);
}

const optional = () => (left().length ? [{ label: "More options" }, ...left().map((o) => ({
	label: localized(o, "name"), note: localized(o, "description"), aside: "optional", take: () => add(o).input.focus(),
}))] : []);

// suggest offers values for a field, and the options that have none.
async function suggest(f) {
	const { option } = f;
	const heading = el("p.describing", {}, el("b", {}, localized(option, "name")), ` ${localized(option, "description")}`);
	const typed = f.input.value ?? "";
	if (f.missing && !filled(f)) heading.append(el("em", { role: "alert" }, " This option is required."));
	const draw = (list) => {
		if (!chosen || document.activeElement !== f.input) return;
		const fixed = option.type !== 3 || option.choices?.length;
		offers.show(f.input, heading, [...list.map((c) => ({ label: c.label, note: c.note, take: () => take(f, c) })), ...(typed && list.length ? [] : optional())],
			Boolean(fixed && list.length && typed && f.label !== typed));
	};
	if (!option.autocomplete) return draw(possible(option).filter((c) => f.label === typed || c.label.toLowerCase().includes(typed.toLowerCase())));
	if (f.asked !== typed) { f.found = f.found ?? []; draw(f.found); }
	f.asked = typed;
	const options = await values(true);
	options[option.name] = { type: option.type, value: typed };
	let found = [];
	try {
		found = (await post("complete", { name: chosen?.name, type: 1, options, focused: option.name })).choices ?? [];
	} catch (error) {
		heading.append(el("em", {}, ` ${error.message}.`));
	}
	if (f.asked !== typed || f.input.value !== typed) return;
	f.found = found.map((c) => ({ label: c.name, value: c.value }));
	draw(f.found);
}

// possible are the values of an option that has a fixed number of them.
function possible(option) {
	const kind = { 6: 5, 7: 8, 8: 6, 9: 7 }[option.type];
	if (option.type === 5) return [{ label: "True", value: true }, { label: "False", value: false }];
	if (kind) return choices({ type: kind, channel_types: option.channel_types });
	return (option.choices ?? []).map((c) => ({ label: localized(c, "name"), value: c.value }));
}

function take(f, choice) {
	f.input.value = f.label = choice.label;
	f.value = choice.value;
	widen(f);
	const next = fields.find((o) => o.option.required && !filled(o));
	if (next) next.input.focus();
	else {
		offers.hide();
		suggest(f);
	}
}

at("send").onkeydown = (e) => {
	if (!chosen || offers.key(e)) return;
	if (e.key === "Escape") { command.cancel(); box.focus(); }
};
