/** Expressions as a person would say them: conditions as clauses, figures as phrases. Every operation has its words. */
import type { Locale } from "#app/domain/ctx.ts";
import type { Expression, Outcome, SchoolField, Words } from "#app/domain/forms/expression-schema.ts";
import type { Prepared } from "#app/domain/forms/prepare.ts";
import { factKind, mirrored } from "#app/domain/forms/rules.ts";
import type { Item } from "#app/domain/forms/schema.ts";
import { answerWords } from "./answers.ts";
import { conductWords } from "./conduct.ts";
import { formatDay, formatDecimal } from "./format.ts";
import { textOf } from "./returns.ts";
import { schoolWords } from "./schools.ts";
import { words } from "./words.ts";

/** Words that expressions are said with; the editors use the same for their choices. */
export const expressionWords = words(
	{
		is: (left: string, right: string) => `${left} là ${right}`,
		isNot: (left: string, right: string) => `${left} không phải ${right}`,
		equals: (left: string, right: string) => `${left} bằng ${right}`,
		differs: (left: string, right: string) => `${left} khác ${right}`,
		less: (left: string, right: string) => `${left} nhỏ hơn ${right}`,
		atMost: (left: string, right: string) => `${left} không quá ${right}`,
		more: (left: string, right: string) => `${left} lớn hơn ${right}`,
		atLeast: (left: string, right: string) => `${left} từ ${right} trở lên`,
		before: (left: string, right: string) => `${left} trước ${right}`,
		notAfter: (left: string, right: string) => `${left} không sau ${right}`,
		after: (left: string, right: string) => `${left} sau ${right}`,
		notBefore: (left: string, right: string) => `${left} không trước ${right}`,
		answered: (item: string) => `đã trả lời ${item}`,
		unanswered: (item: string) => `chưa trả lời ${item}`,
		has: (item: string, value: string) => `${item} có chọn ${value}`,
		lacks: (item: string, value: string) => `${item} không chọn ${value}`,
		holds: (subject: string) => `${subject} là Có`,
		not: (condition: string) => `không phải trường hợp ${condition}`,
		and: " và ",
		or: " hoặc ",
		always: "luôn luôn",
		never: "không bao giờ",
		whether: (condition: string) => `kết quả xét (${condition})`,
		true: "Có",
		false: "Không",
		blank: "để trống",
		sum: (parts: string) => `tổng của ${parts}`,
		lastOf: " và ",
		percent: (part: string, whole: string) => `tỷ lệ phần trăm của ${part} trên ${whole}`,
		count: (outcome: string, items: string) => `số mục ${outcome} trong ${items}`,
		section: (title: string) => `phần “${title}”`,
		wholeForm: "cả biểu",
		others: (n: number) => `${n} mục khác`,
		rows: (row: string) => `số ${row}`,
		rowsWhere: (row: string, where: string) => `số ${row} mà ${where}`,
		unknownRows: "dòng của danh sách",
		total: (item: string, row: string) => `tổng ${item} của mọi ${row}`,
		totalWhere: (item: string, row: string, where: string) => `tổng ${item} của những ${row} mà ${where}`,
		tooDeep: "…",
		outcomes: { met: "Đạt", unmet: "Chưa đạt", na: "Không áp dụng" },
		fields: {
			kind: "loại hình trường",
			ownership: "hình thức sở hữu",
			classrooms: "số phòng học",
			pupils: "số học sinh",
			staff: "số cán bộ, giáo viên",
			sites: "số điểm trường",
			conduct_stage: "bước xây dựng Bộ quy tắc ứng xử",
			conduct_decision: "số quyết định ban hành Bộ quy tắc",
			conduct_decided_on: "ngày quyết định ban hành Bộ quy tắc",
			conduct_published_on: "ngày công khai Bộ quy tắc",
			conduct_on_web: "công khai trên trang thông tin điện tử",
			conduct_on_board: "niêm yết tại bảng tin",
			conduct_groups: "số nhóm đối tượng có trong Bộ quy tắc",
			conduct_groups_wanted: "số nhóm đối tượng phải có",
			conduct_voices: "số ý kiến đã lấy",
			conduct_agreed_percent: "tỷ lệ đồng thuận",
			conduct_asked: "số người phải ký xác nhận",
			conduct_signed: "số người đã ký xác nhận",
			conduct_channel: "kênh tiếp nhận phản ánh",
			conduct_reviewed_on: "ngày rà soát Bộ quy tắc",
			conduct_outdated: "viện dẫn văn bản đã hết hiệu lực",
		},
	},
	{
		is: (left, right) => `${left} is ${right}`,
		isNot: (left, right) => `${left} is not ${right}`,
		equals: (left, right) => `${left} equals ${right}`,
		differs: (left, right) => `${left} differs from ${right}`,
		less: (left, right) => `${left} is less than ${right}`,
		atMost: (left, right) => `${left} is ${right} or less`,
		more: (left, right) => `${left} is more than ${right}`,
		atLeast: (left, right) => `${left} is ${right} or more`,
		before: (left, right) => `${left} is before ${right}`,
		notAfter: (left, right) => `${left} is not after ${right}`,
		after: (left, right) => `${left} is after ${right}`,
		notBefore: (left, right) => `${left} is not before ${right}`,
		answered: (item) => `${item} is answered`,
		unanswered: (item) => `${item} is not answered`,
		has: (item, value) => `${item} includes ${value}`,
		lacks: (item, value) => `${item} does not include ${value}`,
		holds: (subject) => `${subject} is Yes`,
		not: (condition) => `it is not so that ${condition}`,
		and: " and ",
		or: " or ",
		always: "always",
		never: "never",
		whether: (condition) => `whether (${condition})`,
		true: "Yes",
		false: "No",
		blank: "blank",
		sum: (parts) => `the sum of ${parts}`,
		lastOf: " and ",
		percent: (part, whole) => `the percentage of ${part} in ${whole}`,
		count: (outcome, items) => `the number of items ${outcome} in ${items}`,
		section: (title) => `section “${title}”`,
		wholeForm: "the whole form",
		others: (n) => `${n} more`,
		rows: (row) => `the number of rows (${row})`,
		rowsWhere: (row, where) => `the number of rows (${row}) where ${where}`,
		unknownRows: "row of the list",
		total: (item, row) => `the total of ${item} over every ${row}`,
		totalWhere: (item, row, where) => `the total of ${item} over each ${row} where ${where}`,
		tooDeep: "…",
		outcomes: { met: "Met", unmet: "Not met", na: "Not applicable" },
		fields: {
			kind: "the kind of school",
			ownership: "the ownership",
			classrooms: "the number of classrooms",
			pupils: "the number of pupils",
			staff: "the number of staff",
			sites: "the number of sites",
			conduct_stage: "the stage of the code of conduct",
			conduct_decision: "the number of the decision on the code",
			conduct_decided_on: "the day of the decision on the code",
			conduct_published_on: "the day the code was published",
			conduct_on_web: "publication on the website",
			conduct_on_board: "posting on the notice board",
			conduct_groups: "the number of groups the code covers",
			conduct_groups_wanted: "the number of groups it must cover",
			conduct_voices: "the number of voices heard",
			conduct_agreed_percent: "the share that agreed",
			conduct_asked: "the number of people asked to acknowledge",
			conduct_signed: "the number of people who acknowledged",
			conduct_channel: "the feedback channel",
			conduct_reviewed_on: "the day the code was reviewed",
			conduct_outdated: "a legal basis no longer in force",
		},
	},
);

/** What names the items, sections and rosters that an expression speaks of: `prepare(definition)` does. */
export type Named = Pick<Prepared, "itemByCode" | "sectionOf" | "rosters" | "rosterOf" | "items">;

/** How a condition and a figure are said; neither ever throws, and neither is empty. */
export type Sentences = { condition(expression: Expression): string; quantity(expression: Expression): string };

/** Longest text of an item inside a sentence; the rest is cut at a word. */
const NAME_LENGTH = 64;
/** Options no longer than this stand without quotes: *là Có*. */
const BARE_LENGTH = 24;
/** Nobody reads a sentence of more floors than this. */
const DEPTH = 24;
/** Items named one by one before the rest is only counted. */
const NAMED = 4;

/** The sentences of one form in one language. */
export function sentencesOf(named: Named, locale: Locale): Sentences {
	const t = expressionWords[locale];

	function itemName(code: string): string {
		const item = named.itemByCode.get(code);
		return quoted(short((item && say(item.text)) || code));
	}

	function say(text: Words): string {
		return textOf(text, locale).trim() || text.vi.trim();
	}

	function rowWord(roster: string | undefined): string {
		const word = named.rosters.get(roster ?? "")?.roster.row;
		return (word && say(word)) || t.unknownRows;
	}

	function optionName(code: string, value: string): string {
		const item = named.itemByCode.get(code);
		const label = item && labelOf(item, value, locale);
		if (label) return label.length <= BARE_LENGTH ? label : quoted(short(label));
		return value.trim() === "" ? t.blank : quoted(value);
	}

	function constant(value: string | number | boolean, beside?: Expression): string {
		if (typeof value === "boolean") return value ? t.true : t.false;
		if (typeof value === "number") {
			const flag = beside?.op === "school" && factKind(beside.field) === "flag";
			return flag && (value === 0 || value === 1) ? (value ? t.true : t.false) : formatDecimal(value, 6, locale);
		}
		if (beside?.op === "answer") {
			const known = named.itemByCode.get(beside.item);
			if (known && labelOf(known, value, locale)) return optionName(beside.item, value);
		}
		const fact = beside?.op === "school" ? factName(beside.field, value, locale) : undefined;
		if (fact) return fact;
		if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value);
		return value.trim() === "" ? t.blank : quoted(value);
	}

	function condition(node: Expression, depth = 0): string {
		if (depth > DEPTH) return t.tooDeep;
		switch (node.op) {
			case "const":
				return node.value === true ? t.always : t.never;
			case "answered":
				return t.answered(itemName(node.item));
			case "has":
				return hasWords(node.item, node.value, true);
			case "and":
			case "or":
				return joined(node.op, node.args, depth);
			case "not":
				return negated(node.arg, depth);
			case "eq":
			case "ne":
			case "lt":
			case "le":
			case "gt":
			case "ge":
				return comparison(node.op, node.left, node.right, depth);
			default:
				return t.holds(quantity(node, depth + 1));
		}
	}

	function hasWords(item: string, value: string, yes: boolean): string {
		const many = named.itemByCode.get(item)?.type;
		const [name, option] = [itemName(item), optionName(item, value)];
		if (many === "choice" || many === "verdict") return yes ? t.is(name, option) : t.isNot(name, option);
		return yes ? t.has(name, option) : t.lacks(name, option);
	}

	/** `not` of a comparison is also true where nothing is answered: it is not said as "is not". */
	function negated(node: Expression, depth: number): string {
		if (node.op === "answered") return t.unanswered(itemName(node.item));
		if (node.op === "has") return hasWords(node.item, node.value, false);
		if (node.op === "const") return node.value === true ? t.never : t.always;
		return t.not(`(${condition(node, depth + 1)})`);
	}

	function joined(op: "and" | "or", args: readonly Expression[], depth: number): string {
		const clauses = args.map((arg) => {
			const clause = condition(arg, depth + 1);
			return (arg.op === "and" || arg.op === "or") && arg.args.length > 1 ? `(${clause})` : clause;
		});
		return clauses.length === 0 ? (op === "and" ? t.always : t.never) : clauses.join(t[op]);
	}

	function comparison(
		op: "eq" | "ne" | "lt" | "le" | "gt" | "ge",
		left: Expression,
		right: Expression,
		depth: number,
	): string {
		// "0 nhỏ hơn số máy hỏng": what is known stands on the right, as people say it.
		if (left.op === "const" && right.op !== "const") return comparison(mirrored[op], right, left, depth);
		if (op === "eq" && right.op === "const" && right.value === true && isCondition(left, named))
			return condition(left, depth + 1);
		const [a, b] = [
			left.op === "const" ? constant(left.value, right) : quantity(left, depth + 1),
			right.op === "const" ? constant(right.value, left) : quantity(right, depth + 1),
		];
		const like = [left, right].map((side) => likeOf(side, named));
		if (like.includes("day")) {
			const say = { eq: t.is, ne: t.isNot, lt: t.before, le: t.notAfter, gt: t.after, ge: t.notBefore };
			return say[op](a, b);
		}
		const worded = like.includes("word");
		const say = {
			eq: worded ? t.is : t.equals,
			ne: worded ? t.isNot : t.differs,
			lt: t.less,
			le: t.atMost,
			gt: t.more,
			ge: t.atLeast,
		};
		return say[op](a, b);
	}

	function quantity(node: Expression, depth = 0): string {
		if (depth > DEPTH) return t.tooDeep;
		const part = (child: Expression) => {
			const said = quantity(child, depth + 1);
			return simple(child) ? said : `(${said})`;
		};
		switch (node.op) {
			case "const":
				return constant(node.value);
			case "answer":
				return itemName(node.item);
			case "school":
				return t.fields[node.field] ?? quoted(node.field);
			case "count":
				return t.count(t.outcomes[node.outcome], countedIn(node.items));
			case "rows":
				return node.where
					? t.rowsWhere(rowWord(node.roster), `(${condition(node.where, depth + 1)})`)
					: t.rows(rowWord(node.roster));
			case "total": {
				const row = rowWord(named.rosterOf.get(node.item));
				return node.where
					? t.totalWhere(itemName(node.item), row, `(${condition(node.where, depth + 1)})`)
					: t.total(itemName(node.item), row);
			}
			case "sum":
				return node.args.length > 2 && node.args.every(simple)
					? t.sum(list(node.args.map((arg) => quantity(arg, depth + 1))))
					: chain(node.args.map(part), " + ", "0");
			case "mul": {
				const share = shareOf(node);
				if (share) return t.percent(part(share.part), part(share.whole));
				return chain(node.args.map(part), " × ", "1");
			}
			case "sub":
				return `${part(node.left)} − ${part(node.right)}`;
			case "div": {
				const share = shareOf(node);
				if (share) return t.percent(part(share.part), part(share.whole));
				return `${part(node.left)} ÷ ${part(node.right)}`;
			}
			default:
				return t.whether(condition(node, depth + 1));
		}
	}

	/** Items in words: a whole section, the whole form, or the first few by name. */
	function countedIn(codes: readonly string[]): string {
		const asked = new Set(codes);
		const whole = named.items.filter((item) => item.type === "verdict");
		if (asked.size > 1 && sameSet(asked, whole)) return t.wholeForm;
		const section = named.sectionOf.get(codes[0] ?? "");
		if (
			section &&
			asked.size > 1 &&
			sameSet(
				asked,
				section.items.filter((item) => item.type === "verdict"),
			)
		)
			return t.section(short(say(section.title) || section.code));
		if (codes.length === 0) return t.others(0);
		const first = codes.slice(0, codes.length > NAMED ? NAMED - 1 : NAMED).map(itemName);
		return list(codes.length > first.length ? [...first, t.others(codes.length - first.length)] : first);
	}

	function list(parts: readonly string[]): string {
		return parts.length > 1 ? `${parts.slice(0, -1).join(", ")}${t.lastOf}${parts.at(-1)}` : (parts[0] ?? t.blank);
	}

	return { condition: (expression) => condition(expression), quantity: (expression) => quantity(expression) };
}

/** A condition that stands alone: it is true or false, never a figure. */
export function isCondition(node: Expression, named: Pick<Named, "itemByCode">): boolean {
	switch (node.op) {
		case "const":
			return typeof node.value === "boolean";
		case "answer": {
			const item = named.itemByCode.get(node.item);
			return item?.type === "computed" && item.expression.op !== "answer" && isCondition(item.expression, named);
		}
		case "answered":
		case "has":
		case "and":
		case "or":
		case "not":
		case "eq":
		case "ne":
		case "lt":
		case "le":
		case "gt":
		case "ge":
			return true;
		default:
			return false;
	}
}

/** How a side of a comparison reads: as a day, as words, or as a figure. */
function likeOf(side: Expression, named: Named): "day" | "word" | "figure" {
	if (side.op === "const") {
		if (typeof side.value === "number") return "figure";
		return typeof side.value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(side.value) ? "day" : "word";
	}
	if (side.op === "school") {
		const kind = factKind(side.field);
		return kind === "day" || kind === "figure" ? kind : "word";
	}
	if (isCondition(side, named)) return "word";
	if (side.op !== "answer") return "figure";
	const type = named.itemByCode.get(side.item)?.type;
	if (type === "date") return "day";
	return type === "integer" || type === "decimal" || type === "computed" ? "figure" : "word";
}

/** `part × 100 ÷ whole`, in either order. */
function shareOf(node: Expression): { part: Expression; whole: Expression } | null {
	const hundred = (one: Expression | undefined) => one?.op === "const" && one.value === 100;
	if (node.op === "div") {
		const { left, right } = node;
		if (left.op !== "mul" || left.args.length !== 2 || !hundred(left.args[1]) || !left.args[0]) return null;
		return { part: left.args[0], whole: right };
	}
	if (node.op !== "mul") return null;
	const [inner, factor] = node.args;
	if (node.args.length !== 2 || !hundred(factor) || inner?.op !== "div") return null;
	return { part: inner.left, whole: inner.right };
}

function labelOf(item: Item, value: string, locale: Locale): string | undefined {
	if (item.type === "choice" || item.type === "choices") {
		const option = item.options.find((one) => one.value === value);
		return option && textOf(option.label, locale).trim();
	}
	if (item.type !== "verdict" || !isOutcome(value)) return undefined;
	const own = value === "na" ? undefined : item.labels?.[value];
	return (own && textOf(own, locale).trim()) || answerWords[locale][value];
}

function isOutcome(value: string): value is Outcome {
	return value === "met" || value === "unmet" || value === "na";
}

function factName(field: SchoolField, value: string, locale: Locale): string | undefined {
	const { kinds, ownerships } = schoolWords[locale];
	const names: Partial<Record<SchoolField, Record<string, string>>> = {
		kind: kinds,
		ownership: ownerships,
		conduct_stage: conductWords[locale].stages,
	};
	const known = names[field];
	return known && Object.hasOwn(known, value) ? known[value] : undefined;
}

function sameSet(asked: ReadonlySet<string>, items: readonly Item[]): boolean {
	return items.length === asked.size && items.every((item) => asked.has(item.code));
}

/** Needs no brackets inside arithmetic. */
function simple(node: Expression): boolean {
	return node.op === "answer" || node.op === "school" || node.op === "const";
}

function chain(parts: readonly string[], sign: string, none: string): string {
	return parts.length === 0 ? none : parts.join(sign);
}

function quoted(text: string): string {
	return `“${text}”`;
}

/** Item texts are sentences; inside another sentence their full stop goes, and a long one is cut at a word. */
function short(text: string): string {
	const plain = text
		.replace(/\s+/g, " ")
		.trim()
		.replace(/[.:;]$/, "");
	if (plain.length <= NAME_LENGTH) return plain;
	const cut = plain.slice(0, NAME_LENGTH);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), NAME_LENGTH / 2)).replace(/[,;\p{Cs}]$/u, "")}…`;
}
