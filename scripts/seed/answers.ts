import { addDays } from "#app/domain/days.ts";
import { parseAnswerKey } from "#app/domain/forms/answers.ts";
import { isMandatory, verdictItems } from "#app/domain/forms/criteria.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import type {
	Answer,
	Answers,
	AnswerValue,
	Definition,
	Item,
	SchoolFacts,
	VerdictItem,
} from "#app/domain/forms/schema.ts";
import { validateReturn } from "#app/domain/forms/validate.ts";
import { verdict } from "#app/domain/forms/verdict.ts";
import type { VerdictResult } from "#app/domain/forms/verdict-schema.ts";
import { visibleItems } from "#app/domain/forms/visibility.ts";
import type { Defect } from "./defects.ts";
import type { Random } from "./random.ts";

/** What a generated return is to look like. */
export type Wish = {
	definition: Definition;
	school: SchoolFacts;
	random: Random;
	/** Calendar day on which the school walked round. */
	day: string;
	/** What may be wrong; an item without a line here is never *Chưa đạt*. */
	defects: readonly Defect[];
	wanted: VerdictResult;
	/** Whether a knock-out condition happened. */
	knockedOut?: boolean;
	/** Items that were wrong last time: about half of them still are. */
	before?: readonly string[];
};

/** How many criteria are not met, by the verdict wanted: the range that the search starts from. */
const failures: Record<VerdictResult, [number, number]> = {
	met: [0, 5],
	provisional: [0, 5],
	none: [0, 5],
	not_met: [2, 14],
};

const TRIES = 400;

/** A whole return that `validateReturn` finds no fault in and whose verdict is the one wanted. Throws when there is none. */
export function generateAnswers(wish: Wish): Answers {
	const facts = generalFacts(wish);
	for (let at = 0; at < TRIES; at += 1) {
		const answers = { ...facts, ...judgements(wish, facts) };
		if (verdict(wish.definition, answers, wish.school).result !== wish.wanted) continue;
		const [fault] = validateReturn(wish.definition, answers, wish.school).filter((found) => found.severity === "error");
		if (fault) throw new Error(`generated answer to ${fault.item} is not valid: ${fault.code}`);
		return answers;
	}
	throw new Error(`no answers with verdict ${wish.wanted} in ${TRIES} tries`);
}

/** The first `share` (0–1) of a return's answers in form order: what a school has filled so far. */
export function firstAnswers(definition: Definition, answers: Answers, share: number): Answers {
	const given = definition.sections.flatMap(({ items, roster }) => {
		if (!roster) return items.flatMap(({ code }) => (answers[code] ? [[code, answers[code]] as const] : []));
		// Row by row, each beginning with its place.
		const own = new Set([roster.code, ...items.map(({ code }) => code)]);
		return Object.entries(answers).filter(([key]) => own.has(parseAnswerKey(key).item));
	});
	return Object.fromEntries(given.slice(0, Math.round(given.length * share)));
}

/** A criterion not met as the principal writes it down, with its measure. */
export function failedAnswer(defect: Defect, school: SchoolFacts, day: string, random: Random): Answer {
	const request = defect.request ? random.vary(defect.request) : "";
	return {
		value: "unmet",
		note: random.vary(defect.remark),
		measure: {
			what: random.vary(defect.what),
			who: independent.has(school.kind) ? "Chủ nhóm trẻ" : defect.who,
			due: addDays(day, defect.days),
			superior: request !== "",
			request,
		},
	};
}

const independent = new Set(["NTDL", "LMG", "LMN"]);

/** Lines of the pool that can be true of the school. */
export function possible(defects: readonly Defect[], school: SchoolFacts): Defect[] {
	return defects.filter((defect) => !defect.sites || (school.sites ?? 1) > 1);
}

/** Everything but the judgements: day, people, rooms, remarks. Rooms add up, as the form's check asks. */
function generalFacts({ definition, school, random, day }: Wish): Answers {
	const rooms = (school.classrooms ?? 4) + random.whole(2, 5);
	const toRepair = random.whole(0, Math.min(2, rooms - 1));
	const figures: Record<string, number> = { "TT.5": rooms, "TT.6": rooms - toRepair, "TT.7": toRepair };
	const answers: Answers = {};
	for (const item of prepare(definition).items) {
		const suffix = item.code.slice(item.code.indexOf("-") + 1);
		const value = figures[suffix] ?? plainValue(item, school, random, day);
		if (value !== null) answers[item.code] = { value, note: "", measure: null };
	}
	return answers;
}

const remarks = [
	"Nhà trường tiếp tục rà soát hằng tháng và cập nhật kết quả khắc phục.",
	"Đề nghị Phòng GD&ĐT tổ chức thêm lớp tập huấn sơ cấp cứu cho giáo viên, nhân viên.",
	"Cơ sở vật chất cơ bản bảo đảm; một số hạng mục xây dựng đã lâu, cần được quan tâm sửa chữa trước mùa mưa bão.",
	"Nhà trường đã họp với Ban đại diện cha mẹ về các nội dung cần khắc phục.",
];

function plainValue(item: Item, school: SchoolFacts, random: Random, day: string): AnswerValue {
	switch (item.type) {
		case "verdict":
		case "computed":
			return null;
		case "date":
			return day;
		case "integer":
		case "decimal":
			return Math.min(random.whole(4, 11), item.max ?? 11);
		case "choice":
			// The first option is *Có*; small groups and half of the general schools have no kitchen.
			return pickOption(item, independent.has(school.kind) || general.has(school.kind) ? random.chance(0.5) : false);
		case "choices":
			return random.shuffle(item.options.map((option) => option.value)).slice(0, Math.max(item.min ?? 1, 3));
		case "text":
			return null;
		case "longtext":
			return random.chance(0.4) ? random.pick(remarks) : null;
	}
}

const general = new Set(["TH", "THCS", "PTNC", "THPT", "GDTX", "CB"]);

function pickOption(item: Extract<Item, { type: "choice" }>, last: boolean): string | null {
	return (last ? item.options.at(-1) : item.options[0])?.value ?? null;
}

/** The verdict items: met, unless one of the drawn defects says otherwise or the thing does not exist at the school. */
function judgements(
	{ definition, school, random, day, defects, wanted, knockedOut, before }: Wish,
	facts: Answers,
): Answers {
	const visible = visibleItems(definition, facts, school).items;
	const shown = verdictItems(definition).filter((item) => visible.has(item.code));
	const pool = possible(defects, school);
	const failing = new Set(drawFailures(shown, pool, { school, random, wanted, before: before ?? [] }));
	if (knockedOut) for (const item of shown) if (item.knockout) failing.add(item.code);
	const answers: Answers = {};
	for (const item of shown) {
		const lines = failing.has(item.code) ? pool.filter((defect) => defect.item === item.code) : [];
		if (lines.length > 0) answers[item.code] = failedAnswer(random.pick(lines), school, day, random);
		else answers[item.code] = { value: lacks(item, random) ? "na" : "met", note: "", measure: null };
	}
	return answers;
}

function lacks(item: VerdictItem, random: Random): boolean {
	return item.allowNa && random.chance(0.12);
}

function drawFailures(
	shown: readonly VerdictItem[],
	pool: readonly Defect[],
	by: { school: SchoolFacts; random: Random; wanted: VerdictResult; before: readonly string[] },
): string[] {
	const { school, random, wanted, before } = by;
	const mayFail = shown.filter(
		(item) =>
			!item.knockout &&
			pool.some((defect) => defect.item === item.code) &&
			(wanted === "not_met" || !isMandatory(item, school.kind)),
	);
	const [least, most] = failures[wanted];
	const again = mayFail.filter((item) => before.includes(item.code) && random.chance(0.5));
	const others = random.shuffle(mayFail.filter((item) => !before.includes(item.code)));
	return [...again, ...others].slice(0, random.whole(least, most)).map((item) => item.code);
}
