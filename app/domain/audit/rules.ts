/** One value that an event changed; null: there was none. Both sides as a person reads them. */
export type Change = { field: string; before: string | null; after: string | null };

/** Longest value shown; the chain itself keeps all of it. */
const SHOWN = 300;

/** What differs between the two sides of an event, field by field; deeper values as `filter.kinds`. Reads any JSON, even broken. */
export function changesOf(before: string | null, after: string | null): Change[] {
	const [old, fresh] = [fieldsOf(before), fieldsOf(after)];
	const fields = [...new Set([...old.keys(), ...fresh.keys()])];
	return fields
		.map((field) => ({ field, before: old.get(field) ?? null, after: fresh.get(field) ?? null }))
		.filter((change) => change.before !== change.after);
}

function fieldsOf(json: string | null): Map<string, string> {
	const fields = new Map<string, string>();
	if (json === null) return fields;
	try {
		collect(fields, "", JSON.parse(json));
	} catch {
		fields.set("", json.slice(0, SHOWN));
	}
	return fields;
}

function collect(fields: Map<string, string>, path: string, value: unknown): void {
	if (value === null || value === "") return;
	if (typeof value !== "object") {
		fields.set(path, shortened(String(value)));
	} else if (Array.isArray(value) && value.every((item) => typeof item !== "object")) {
		if (value.length > 0) fields.set(path, shortened(value.join(", ")));
	} else {
		for (const [key, inner] of Object.entries(value)) collect(fields, path ? `${path}.${key}` : key, inner);
	}
}

function shortened(text: string): string {
	return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
