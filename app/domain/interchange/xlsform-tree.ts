/** Rows of the survey as a tree of groups, repeats and questions, with the code that each name becomes. */
import { readFlag } from "./cells.ts";
import type { Report } from "./report.ts";
import type { Row } from "./xlsform-sheet.ts";
import { type RowType, readType } from "./xlsform-types.ts";

export type Question = { kind: "question"; row: Row; type: RowType; code: string; origin: string };
export type Group = { kind: "group" | "repeat"; row: Row; code: string; origin: string; children: TreeNode[] };
export type TreeNode = Question | Group;

export type Tree = {
	children: TreeNode[];
	/** Codes of questions and repeats by the names of the file. */
	codes: ReadonlyMap<string, string>;
};

/** Groups within groups beyond this go into the one above. */
const depthLimit = 20;

export function treeOf(rows: readonly Row[], report: Report): Tree {
	const naming = new Naming(report);
	const root: TreeNode[] = [];
	const open: Group[] = [];
	let tooDeep = 0;
	for (const row of rows) {
		const text = row.cell("type");
		const label = row.words("label")?.vi ?? row.cell("name");
		if (text === "") {
			if (row.cell("name") !== "" || label !== "") left(row, "type_missing", label);
			continue;
		}
		const type = readType(text);
		if (readFlag(row.cell("disabled")) === true) {
			report.add(row.line, "warning", "disabled_left", row.cell("name"));
			report.row(row.line, label, "");
		} else if (type.kind === "begin") {
			if (open.length >= depthLimit) {
				tooDeep += 1;
				report.add(row.line, "warning", "group_too_deep", label);
				continue;
			}
			const named = type.what === "repeat" ? naming.code(row) : { code: "", origin: "" };
			const group: Group = { kind: type.what, row, ...named, children: [] };
			(open.at(-1)?.children ?? root).push(group);
			open.push(group);
		} else if (type.kind === "end") {
			if (tooDeep > 0) tooDeep -= 1;
			else if (open.pop() === undefined) report.add(row.line, "warning", "group_unopened", text);
		} else if (type.kind === "metadata") {
			report.add(row.line, "info", "metadata_left", text);
			report.row(row.line, text, "");
		} else if (type.kind === "none") {
			left(row, type.known ? "type_without_equal" : "type_unknown", label, text);
		} else {
			const named = type.kind === "note" || type.kind === "photo" ? { code: "", origin: "" } : naming.code(row);
			(open.at(-1)?.children ?? root).push({ kind: "question", row, type, ...named });
		}
	}
	for (const group of open) report.add(group.row.line, "warning", "group_unclosed", group.row.cell("name"));
	return { children: root, codes: naming.codes };

	function left(row: Row, code: "type_missing" | "type_unknown" | "type_without_equal", label: string, found = label) {
		report.add(row.line, "error", code, found);
		report.row(row.line, label || found, "");
	}
}

const codePattern = /^[\p{L}0-9][\p{L}0-9._-]{0,39}$/u;

/** Gives each name a code of its own, and keeps the old name where it could not stay. */
class Naming {
	readonly codes = new Map<string, string>();
	private readonly taken = new Set<string>();
	private readonly folded = new Map<string, string>();

	constructor(private readonly report: Report) {}

	code(row: Row): { code: string; origin: string } {
		const name = row.cell("name").normalize("NFC");
		const own = row.cell("dtb_code").normalize("NFC");
		const wanted = codePattern.test(own) ? own : codeFrom(name);
		if (name === "") this.report.add(row.line, "warning", "name_missing", row.cell("type"));
		const code = this.free(wanted || `C${row.line}`);
		const twice = this.codes.has(name) || code !== (wanted || code);
		if (twice && name !== "") this.report.add(row.line, "warning", "name_twice", name);
		const other = this.folded.get(name.toLowerCase());
		if (this.report.foreign && !twice && other !== undefined && other !== name)
			this.report.add(row.line, "warning", "name_case", `${other} / ${name}`);
		if (name !== "" && own === "" && code !== name && !twice)
			this.report.add(row.line, "info", "name_changed", `${name} → ${code}`);
		// A name given twice means the first: so do conditions that ask for it.
		if (name !== "" && !this.codes.has(name)) this.codes.set(name, code);
		if (!this.folded.has(name.toLowerCase())) this.folded.set(name.toLowerCase(), name);
		return { code, origin: code === name || own !== "" ? "" : name.slice(0, 80) };
	}

	private free(wanted: string): string {
		let code = wanted;
		for (let n = 2; this.taken.has(code); n += 1) code = `${wanted.slice(0, 40 - String(n).length - 1)}-${n}`;
		this.taken.add(code);
		return code;
	}
}

/** The nearest that a code can be to a name; "" when no sign of it may stand in one. */
function codeFrom(name: string): string {
	return name
		.replace(/[^\p{L}0-9._-]+/gu, "_")
		.replace(/^[._-]+/u, "")
		.slice(0, 40);
}
