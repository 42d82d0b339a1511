import { readCount, readText } from "./cells.ts";
import {
	type Field,
	figureFields,
	type KnownUnit,
	type Mend,
	type Reason,
	type Surroundings,
} from "./import-schema.ts";
import { kindOf, ownershipFromWords } from "./kinds.ts";
import type { Entry } from "./list-rows.ts";
import type { Places } from "./places.ts";
import { CODE_SHAPE, type SchoolForm } from "./schema.ts";

/** What reading one row mended, and why it cannot be used. */
export type Gathered = { mends: Mend[]; refusals: Reason[] };

/** The code of an entry as it is looked up: without the apostrophe that spreadsheets put before figures kept as text. */
export function codeOf(entry: Entry): string {
	return readText(entry.cells.code, "code").value.replace(/^'/, "");
}

/** Reads and judges the code itself: whether it is one, and whose it is today. */
export function readCode(entry: Entry, code: string, known: KnownUnit | null, gathered: Gathered): void {
	const read = readText(entry.cells.code, "code");
	gathered.mends.push(...read.mends);
	if (read.refused) gathered.refusals.push(read.refused);
	else if (code === "") gathered.refusals.push({ code: "code_missing", field: "code" });
	else if (!CODE_SHAPE.test(code)) gathered.refusals.push({ code: "code_malformed", field: "code", value: code });
	else if (known && !known.mine) gathered.refusals.push({ code: "code_of_other_unit", field: "code", value: code });
	else if (known?.closed) gathered.refusals.push({ code: "school_closed", field: "code", value: code });
}

/** The school as it would be after this row; null when something cannot be read. Refusals and mends go into `gathered`. */
export function readForm(
	entry: Entry,
	known: SchoolForm | null,
	places: Places,
	gathered: Gathered,
): SchoolForm | null {
	const name = readName(entry, known, gathered);
	const kind = readKind(entry, name, known, gathered);
	const ownership = readOwnership(entry, known, gathered);
	const commune = readCommune(entry, places, gathered);
	const figures = readFigures(entry, known, gathered);
	const communeId = commune === null ? known?.communeId : commune?.id;
	if (commune === null && !known) gathered.refusals.push({ code: "commune_missing", field: "commune" });
	if (!kind || !ownership || commune === undefined || !communeId) return null;
	const managerId = readManager(entry, { kind, name, commune, known }, places, gathered);
	return managerId ? { name, kind, ownership, communeId, managerId, ...figures } : null;
}

function text(entry: Entry, field: Field, gathered: Gathered): string {
	const read = readText(entry.cells[field], field);
	if (read.refused) gathered.refusals.push(read.refused);
	// Words that are only looked up need no mending; a formula's result is worth saying.
	gathered.mends.push(...read.mends.filter((mend) => field === "name" || mend.code === "formula_result"));
	return read.refused ? "" : read.value;
}

function readName(entry: Entry, known: SchoolForm | null, gathered: Gathered): string {
	const before = gathered.refusals.length;
	const name = text(entry, "name", gathered);
	if (gathered.refusals.length > before) return "";
	if (name === "" && !known) gathered.refusals.push({ code: "name_missing", field: "name" });
	if ([...name].length > 200) gathered.refusals.push({ code: "name_too_long", field: "name" });
	return name === "" ? (known?.name ?? "") : name;
}

function readKind(entry: Entry, name: string, known: SchoolForm | null, gathered: Gathered): SchoolForm["kind"] | null {
	const level = text(entry, "kind", gathered);
	if (level === "" && known) return known.kind;
	const read = kindOf(level, name);
	if (!read) {
		gathered.refusals.push(
			level === "" ? { code: "kind_missing", field: "kind" } : { code: "kind_unknown", field: "kind", value: level },
		);
		return null;
	}
	if (read.fromName) gathered.mends.push({ code: "kind_from_name", field: "kind", from: level, to: read.kind });
	return read.kind;
}

function readOwnership(entry: Entry, known: SchoolForm | null, gathered: Gathered): SchoolForm["ownership"] | null {
	const said = text(entry, "ownership", gathered);
	if (said === "" && known) return known.ownership;
	const ownership = ownershipFromWords(said);
	if (!ownership) {
		gathered.refusals.push(
			said === ""
				? { code: "ownership_missing", field: "ownership" }
				: { code: "ownership_unknown", field: "ownership", value: said },
		);
	}
	return ownership;
}

/** The commune named; null when the cell is blank, undefined when it names none that is known here. */
function readCommune(
	entry: Entry,
	places: Places,
	gathered: Gathered,
): Surroundings["communes"][number] | null | undefined {
	const said = text(entry, "commune", gathered);
	if (said === "") return null;
	const read = places.commune(said);
	if (typeof read === "string") {
		gathered.refusals.push({
			code: read === "unknown" ? "commune_unknown" : "commune_ambiguous",
			field: "commune",
			value: said,
		});
		return undefined;
	}
	if (read.spelled) gathered.mends.push({ code: "spelling", field: "commune", from: said, to: read.found.name });
	return read.found;
}

type ForManager = {
	kind: SchoolForm["kind"];
	name: string;
	commune: Surroundings["communes"][number] | null;
	known: SchoolForm | null;
};

function readManager(
	entry: Entry,
	{ kind, name, commune, known }: ForManager,
	places: Places,
	gathered: Gathered,
): string | null {
	const said = text(entry, "manager", gathered);
	if (said === "" && known) return known.managerId;
	const seat = commune ?? places.communeById(known?.communeId);
	if (!seat) return known?.managerId ?? null;
	const manager = said === "" ? places.usual(kind, name, seat) : places.manager(said, seat);
	if (!manager) gathered.refusals.push({ code: "manager_unknown", field: "manager", value: said });
	return manager?.id ?? null;
}

function readFigures(
	entry: Entry,
	known: SchoolForm | null,
	gathered: Gathered,
): Pick<SchoolForm, (typeof figureFields)[number]> {
	const figures = {
		classrooms: known?.classrooms ?? null,
		pupils: known?.pupils ?? null,
		staff: known?.staff ?? null,
		sites: known?.sites ?? null,
	};
	for (const field of figureFields) {
		const read = readCount(entry.cells[field], field);
		gathered.mends.push(...read.mends);
		if (read.refused) gathered.refusals.push(read.refused);
		else if (read.value !== null) figures[field] = read.value;
	}
	return figures;
}
