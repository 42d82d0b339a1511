/** The first draft of a report on a letter: the outline of facts §9.3, each block as the figures tell it. Pure. */
import type { CampaignFacts } from "./figures.ts";
import { FIGURES_ON, letterName, shortDay } from "./rules.ts";
import type { Content, PartKey, ReportBlock, ReportHead } from "./schema.ts";
import { petitions, sentencesOf, steering } from "./sentences.ts";

export type OutlineTask = { id: string; number: string; title: string };

export type OutlineOf = {
	letter: Content["letter"];
	office: string;
	periodFrom: string;
	periodTo: string;
	/** Schools that sent after the last day of the period. */
	afterPeriod: number;
	/** Tasks of the education sector, in the order of the letter. */
	tasks: readonly OutlineTask[];
	facts: readonly CampaignFacts[];
	/** Campaigns by task id. */
	serving: Readonly<Record<string, readonly string[]>>;
};

/** Every block of a report, drafted; those that people write are empty. */
export function blocksOf(of: OutlineOf): ReportBlock[] {
	const own = (part: PartKey): ReportBlock => block(part, draftOf(of, part));
	const results = of.tasks.map((task) => ({
		...block("results", taskText(of, task)),
		id: `task-${task.id}`,
		task: { id: task.id, number: task.number },
		heading: task.title,
	}));
	return [
		own("opening"),
		own("steering"),
		...results,
		...(["strengths", "weaknesses", "causes", "next", "requests"] as const).map(own),
	];
}

function block(part: PartKey, text: string): ReportBlock {
	return { id: part, part, task: null, heading: "", text, drafted: text, revision: 0 };
}

/** What the figures say today in the place of a block; "" where people write. */
export function draftAgain(of: OutlineOf, { part, task }: Pick<ReportBlock, "part" | "task">): string {
	return task ? taskText(of, task) : draftOf(of, part);
}

function draftOf(of: OutlineOf, part: PartKey): string {
	const { letter, office, periodFrom, periodTo } = of;
	if (part === "opening")
		return `Thực hiện ${letterName(letter)} của ${letter.issuer} về việc ${lowered(letter.abstract)}, ${office} báo cáo kết quả thực hiện từ ngày ${shortDay(periodFrom)} đến ngày ${shortDay(periodTo)} (${figuresOfDay(of)}) như sau:`;
	if (part === "steering") return steering(office, letterName(letter), of.facts, shortDay);
	if (part === "requests") return petitions(of.facts);
	return "";
}

/** Of which day the figures are: a paper that tells of a period says how far they reach beyond it. */
function figuresOfDay({ afterPeriod }: OutlineOf): string {
	const day = `số liệu tính đến ngày {{${FIGURES_ON}}}`;
	return afterPeriod === 0 ? day : `${day}, gồm cả báo cáo của {{nop-sau-ky}} cơ sở giáo dục nộp sau ngày hết kỳ`;
}

function taskText({ facts, serving }: OutlineOf, { id }: { id: string }): string {
	const mine = serving[id] ?? [];
	return facts
		.filter((one) => mine.includes(one.id))
		.map(sentencesOf)
		.join("\n");
}

/** How an office stands at the head of its papers, as far as its own name tells. */
export function officeNames(office: string): Pick<ReportHead, "superior" | "issuer" | "place"> {
	const place = /^Phòng (?:GD\s?&\s?ĐT|Giáo dục và Đào tạo) (?:huyện |thành phố |thị xã )?(.+)$/.exec(office)?.[1];
	return {
		superior: place ? `UBND huyện ${place}` : "",
		issuer: place ? "Phòng Giáo dục và Đào tạo" : office,
		place: place ?? "",
	};
}

/** How a new report is headed: as the last one was, else as far as the office's own name tells. */
export function headOf(letter: Content["letter"], office: string, last: ReportHead | null): ReportHead {
	const usual = { ...officeNames(office), sign: "BC-PGDĐT", recipients: ["Như trên", "Lưu: VT"] };
	const { superior, issuer, sign, place, recipients } = last ?? usual;
	return {
		superior,
		issuer,
		sign,
		place,
		recipients,
		abstract: `Kết quả thực hiện ${letterName(letter)} của ${letter.issuer} về việc ${lowered(letter.abstract)}`,
		addressees: [letter.issuer],
	};
}

/** Inside a sentence an abstract begins small, unless it begins with a sign such as `GD&ĐT`. */
function lowered(text: string): string {
	const plain = text.replace(/^V\/v\s+/i, "").replace(/[.;]$/, "");
	return /^\p{Lu}\p{Ll}/u.test(plain) ? plain.charAt(0).toLowerCase() + plain.slice(1) : plain;
}
