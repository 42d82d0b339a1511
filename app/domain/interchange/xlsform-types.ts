/** What the `type` cell of a survey row says. */

export type RowType =
	| { kind: "begin" | "end"; what: "group" | "repeat" }
	| { kind: "select"; many: boolean; list: string; other: boolean }
	| {
			kind:
				| "integer"
				| "decimal"
				| "range"
				| "text"
				| "date"
				| "note"
				| "calculate"
				| "acknowledge"
				| "barcode"
				| "photo";
	  }
	/** Filled by the device, of no use here. */
	| { kind: "metadata" }
	/** Known to ODK, not to the form language. */
	| { kind: "none"; known: boolean };

/** A map, so that `constructor` is no type. */
const simple: ReadonlyMap<string, RowType["kind"]> = new Map([
	["integer", "integer"],
	["int", "integer"],
	["decimal", "decimal"],
	["range", "range"],
	["text", "text"],
	["string", "text"],
	["date", "date"],
	["note", "note"],
	["calculate", "calculate"],
	["acknowledge", "acknowledge"],
	["trigger", "acknowledge"],
	["barcode", "barcode"],
	["image", "photo"],
	["photo", "photo"],
]);
const metadata: ReadonlySet<string> = new Set(
	"start end today deviceid phonenumber username email audit simserial subscriberid imei start-geopoint background-audio background-geopoint".split(
		" ",
	),
);
const withoutEqual: ReadonlySet<string> = new Set(
	`time datetime geopoint geotrace geoshape audio video file rank osm hidden csv-external xml-external entity
	select_one_external select_one_from_file select_multiple_from_file xforms-external kobo--score kobo--rank kobo--matrix`.split(
		/\s+/,
	),
);

export function readType(text: string): RowType {
	const type = text.trim().toLowerCase().replace(/\s+/g, " ");
	const [, edge, what] = /^(begin|end)[ _](group|repeat|loop|lgroup)\b/.exec(type) ?? [];
	if (edge && (what === "group" || what === "repeat")) return { kind: edge as "begin" | "end", what };
	const kind = simple.get(type);
	if (kind !== undefined) return { kind } as RowType;
	if (metadata.has(type)) return { kind: "metadata" };
	const [first = ""] = type.split(" ");
	if (withoutEqual.has(first)) return { kind: "none", known: true };
	const select =
		/^(select[ _]one|select1|select[ _]multiple|select all that apply|select all)( from)? (\S+)( or[ _](?:other|specify other))?$/i;
	const [, how, , , other] = select.exec(type) ?? [];
	if (how === undefined) return { kind: "none", known: false };
	// The list's name in its own case.
	const list =
		text
			.trim()
			.replace(/\s+/g, " ")
			.replace(/ or[ _](other|specify other)$/i, "")
			.split(" ")
			.at(-1) ?? "";
	return { kind: "select", many: !/one|1/.test(how.toLowerCase()), list, other: other !== undefined };
}
