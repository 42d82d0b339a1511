/** Groups and repeats of a survey as sections: a repeat is one with rows, questions outside of groups get one of their own. */
import type { Expression, Words } from "../forms/expression-schema.ts";
import { ROWS_AT_MOST } from "../forms/rows.ts";
import { parsedJson, readFigure, readFlag, wordsOf } from "./cells.ts";
import { type Around, all, cut, itemOf, type RawItem } from "./xlsform-item.ts";
import type { Row } from "./xlsform-sheet.ts";
import type { Group, Question, TreeNode } from "./xlsform-tree.ts";

export type RawSection = Record<string, unknown> & { code: string; title: Words; hint?: Words; items: RawItem[] };

type Frame = {
	/** The group that a section is made of; null for questions outside of any. */
	group: Group | null;
	conditions: readonly Expression[];
	/** The section that is being filled, until a repeat or another group comes between. */
	section: RawSection | null;
	parts: number;
	/** Notes, and labels of inner groups, that wait for the question below them. */
	waiting: Waiting[];
};

/** `note`: the row it stands in; null for the label of an inner group, which is said to have been flattened. */
type Waiting = { words: Words; note: Row | null };

/** An item that came in, and what its file calls it. */
type Asked = { item: RawItem; name: string };

const PHOTOS_AT_MOST = 10;

const looseTitle = { vi: "Nội dung chung", en: "General" };

export function sectionsOf(children: readonly TreeNode[], around: Around): RawSection[] {
	return new Sections(around).from(children);
}

class Sections {
	private readonly made: RawSection[] = [];
	private readonly codes = new Set<string>();

	constructor(private readonly around: Around) {}

	from(children: readonly TreeNode[]): RawSection[] {
		const frame: Frame = { group: null, conditions: [], section: null, parts: 0, waiting: [] };
		this.fill(children, frame, []);
		this.close(frame);
		return this.made.filter(({ items }) => items.length > 0);
	}

	/** `nested` are conditions of groups within the one that the section is made of: they go to each item. */
	private fill(children: readonly TreeNode[], frame: Frame, nested: readonly Expression[]): void {
		let above: Asked | null = null;
		for (const node of children) {
			if (node.kind === "question" && node.type.kind === "photo") {
				this.photo(node, above);
				continue;
			}
			above = node.kind === "question" ? this.question(node, frame, nested) : null;
			if (node.kind === "question") continue;
			if (node.kind === "repeat") {
				if (frame.group?.kind === "repeat") this.leave(node);
				else {
					frame.section = null;
					this.repeat(node, [...frame.conditions, ...nested], frame.waiting.splice(0));
				}
			} else if (frame.group === null || (isWrapper(frame.group) && frame.group.kind === "group")) {
				frame.section = null;
				this.group(node, [...frame.conditions, ...nested], frame.waiting.splice(0));
			} else {
				// A group within a section's group: its questions stay, under its condition.
				const relevant = this.relevant(node);
				const label = node.row.words("label");
				if (this.around.foreign)
					this.around.report.add(node.row.line, "info", "group_flattened", label?.vi ?? node.row.cell("name"));
				if (label && node.row.cell("appearance") !== "field-list") frame.waiting.push({ words: label, note: null });
				this.fill(node.children, frame, [...nested, ...relevant]);
			}
		}
	}

	private relevant(group: Group): Expression[] {
		const condition = this.around.read(group.row.line, group.row.cell("relevant"), "relevant_left");
		return condition ? [condition] : [];
	}

	/** `waiting`: notes right above it are its own. */
	private group(node: Group, conditions: readonly Expression[], waiting: Waiting[]): void {
		const own = [...conditions, ...this.relevant(node)];
		if (node.children.length === 0) this.around.report.add(node.row.line, "info", "group_empty", node.row.cell("name"));
		const frame: Frame = { group: node, conditions: own, section: null, parts: 0, waiting };
		this.fill(node.children, frame, []);
		this.close(frame);
	}

	private repeat(node: Group, conditions: readonly Expression[], waiting: Waiting[]): void {
		const { row, code } = node;
		const { report } = this.around;
		const own = [...conditions, ...this.relevant(node)];
		const frame: Frame = { group: node, conditions: own, section: null, parts: 0, waiting };
		this.fill(node.children, frame, []);
		this.close(frame);
		const section = frame.section as RawSection | null;
		if (section === null || section.items.length === 0) {
			report.add(row.line, "warning", "group_empty", row.cell("name"));
			return;
		}
		const named = section.items.find(({ type }) => type === "text" || type === "choice") ?? section.items[0];
		const count = row.cell("repeat_count");
		const fixed =
			/^\d+$/.test(count) && Number(count) >= 1 && Number(count) <= ROWS_AT_MOST ? Number(count) : undefined;
		if (count !== "" && fixed === undefined) report.add(row.line, "warning", "repeat_count_left", count);
		const asked = row.cell("dtb_prefill") === "" ? undefined : parsedJson(row.cell("dtb_prefill"));
		section.roster = {
			code,
			row: wordsOf(row.cell("dtb_row"), row.cell("dtb_row_en")) ?? section.title,
			title: row.cell("dtb_title_item") || named?.code,
			min: readFigure(row.cell("dtb_min")) ?? fixed ?? 0,
			...(fixed === undefined ? {} : { max: fixed }),
			...(row.cell("dtb_max") === "" ? {} : { max: readFigure(row.cell("dtb_max")) }),
			...(Array.isArray(asked) ? { prefill: asked } : {}),
		};
	}

	/** Rows within rows: the language has none. */
	private leave(node: Group): void {
		const { report } = this.around;
		report.add(node.row.line, "error", "repeat_in_repeat", node.row.cell("name"));
		const waiting: TreeNode[] = [...node.children];
		for (let child = waiting.shift(); child; child = waiting.shift()) {
			if (child.kind === "question") {
				report.add(child.row.line, "error", "repeat_in_repeat", child.row.cell("name"));
				report.row(child.row.line, child.row.words("label")?.vi ?? child.row.cell("name"), "");
			} else waiting.unshift(...child.children);
		}
	}

	private question(node: Question, frame: Frame, nested: readonly Expression[]): Asked | null {
		if (node.type.kind === "note") {
			this.note(node, frame, nested);
			return null;
		}
		const section = frame.section ?? this.open(frame, node.row);
		const item = itemOf(node, nested, frame.group?.kind === "repeat", this.around);
		if (item === null) return null;
		let above: Words | undefined;
		for (const { words, note } of frame.waiting.splice(0)) {
			if (note && section.items.length === 0) section.hint = joined(section.hint, words);
			else above = joined(above, words);
			if (note && section.items.length > 0) this.around.report.add(note.line, "info", "note_moved", words.vi);
		}
		if (above) item.hint = joined(above, item.hint as Words | undefined);
		section.items.push(item);
		return { item, name: node.row.cell("name") };
	}

	/** A picture right below a choice or a verdict shows its answer, unless its own condition asks for anything else. */
	private photo({ row }: Question, above: Asked | null): void {
		const { report } = this.around;
		const label = row.words("label")?.vi ?? row.cell("name");
		const [relevant, required] = [row.cell("relevant"), readFlag(row.cell("required"))];
		const asks = [...relevant.matchAll(/\$\{([^{}]*)\}/g)].map(([, name = ""]) => name.trim());
		const photos = Number(above?.item.photos ?? 0) + 1;
		const shows = above && asks.every((name) => name === above.name) && (relevant === "" || asks.length > 0);
		if (!shows || !["choice", "choices", "verdict"].includes(above.item.type) || photos > PHOTOS_AT_MOST) {
			report.add(row.line, "error", "type_without_equal", row.cell("type"));
			report.row(row.line, label || row.cell("type"), "");
			return;
		}
		above.item.photos = photos;
		const free = relevant === "" && (required === undefined || required === false);
		report.add(row.line, free ? "info" : "warning", free ? "photo_joined" : "photo_free", label);
		report.row(row.line, label, above.item.code);
	}

	/** A note at the head of a section is its hint; below, it goes to the question that follows. */
	private note({ row }: Question, frame: Frame, nested: readonly Expression[]): void {
		const label = row.words("label");
		if (label === undefined) return;
		const words = cut(label, row, this.around.report);
		if (row.cell("relevant") !== "" || nested.length > 0) this.leaveNote(row, words);
		else frame.waiting.push({ words, note: row });
	}

	/** Notes below the last question go to the section; those without any question are left out. */
	private close({ section, waiting }: Frame): void {
		for (const { words, note } of waiting.splice(0)) {
			if (note === null) continue;
			if (section === null || section.items.length === 0) this.leaveNote(note, words);
			else {
				section.hint = joined(section.hint, words);
				this.around.report.add(note.line, "info", "note_at_end", words.vi);
			}
		}
	}

	private leaveNote({ line }: Row, { vi }: Words): void {
		this.around.report.add(line, "error", "note_left", vi);
		this.around.report.row(line, vi, "");
	}

	private open(frame: Frame, row: Row): RawSection {
		const { group } = frame;
		const { report } = this.around;
		frame.parts += 1;
		const title = group ? (group.row.words("label") ?? { vi: group.row.cell("name") || looseTitle.vi }) : looseTitle;
		const section: RawSection = {
			code: this.code(group && frame.parts === 1 ? group.row.cell("dtb_section") : ""),
			title: frame.parts === 1 ? cut(title, group?.row ?? row, report) : continued(title),
			items: [],
			...(frame.conditions.length > 0 ? { visibleIf: all(frame.conditions) } : {}),
		};
		const hint = group?.row.words("hint");
		if (hint) section.hint = hint;
		const hotline = readFlag(group?.row.cell("dtb_hotline") ?? "");
		if (typeof hotline === "boolean") section.hotline = hotline;
		frame.section = section;
		this.made.push(section);
		return section;
	}

	/** A, B, … Z, AA, where the file names no code of ours. */
	private code(own: string): string {
		let code = own.slice(0, 20);
		for (let n = 0; code === "" || this.codes.has(code); n += 1) code = letters(n);
		this.codes.add(code);
		return code;
	}
}

function letters(n: number): string {
	return n < 26 ? String.fromCharCode(65 + n) : letters(Math.floor(n / 26) - 1) + String.fromCharCode(65 + (n % 26));
}

/** Nothing in it but groups: each of them is a section, not it. */
function isWrapper(group: Group): boolean {
	return group.children.length > 0 && group.children.every(({ kind }) => kind !== "question");
}

function joined(above: Words | undefined, below: Words | undefined): Words {
	if (!above || !below) return above ?? below ?? looseTitle;
	const en = [above.en, below.en].filter(Boolean).join("\n");
	return { vi: `${above.vi}\n${below.vi}`.slice(0, 4000), ...(en ? { en: en.slice(0, 4000) } : {}) };
}

function continued({ vi, en }: Words): Words {
	return { vi: `${vi} (tiếp theo)`, ...(en ? { en: `${en} (continued)` } : {}) };
}
