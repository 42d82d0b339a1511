/** The papers of a code of conduct: the decision with the code behind it, the code alone, the poster. Pure; Vietnamese, as papers are. */
import { type Paper, type Poster, wordedDay } from "../paper.ts";
import { codeArticles, namesOf } from "./articles.ts";
import type { Issuer } from "./issuer.ts";
import type { VersionLine } from "./lines.ts";
import { feedbackLine, posterGroups } from "./posters.ts";
import type { PublicCode } from "./public-queries.ts";
import { agreedPercent } from "./rules.ts";
import type { ReadableCode, VoiceGroup } from "./schema.ts";

export type CodeOnPaper = {
	school: Issuer;
	version: Pick<VersionLine, "number" | "decision" | "publication">;
	code: ReadableCode;
	/** In whose year a paper without a decision is numbered. */
	year: string;
	/** The round that led here; null while there is no result. */
	consultation: { endedOn: string; voices: number; agreed: number; groups: readonly VoiceGroup[] } | null;
};

const TITLE = "Bộ Quy tắc ứng xử";

/** The principal's decision in three articles, with the code as what it puts into force. Number and day are left blank until decided. */
export function decisionPaper(what: CodeOnPaper): Paper {
	const { school, version, code } = what;
	const { publication } = version;
	const head = headOf(school.kind);
	const from = publication ? `từ ${wordedDay(publication.effectiveOn)}` : "kể từ ngày ký";
	const replaces = version.number > 1 ? ` và thay thế ${TITLE} đã ban hành trước đó` : "";
	return {
		...frame(what),
		body: [
			{
				kind: "provision",
				label: "Điều 1",
				text: `Ban hành kèm theo Quyết định này ${TITLE} của ${school.name}.`,
			},
			{ kind: "provision", label: "Điều 2", text: `Quyết định này có hiệu lực ${from}${replaces}.` },
			{
				kind: "provision",
				label: "Điều 3",
				text: `${capital(namesOf(code))} chịu trách nhiệm thi hành Quyết định này.`,
			},
		],
		annexes: [
			{
				kind: TITLE,
				title: `Của ${school.name}`,
				body: articlesOf(what),
				signatures: [{ capacity: [head], name: version.decision?.signer ?? "" }],
			},
		],
	};
}

/** The code alone, for reading and for the notice board. */
export function codePaper(what: CodeOnPaper): Paper {
	const { school, version } = what;
	const decision = version.decision && ` (kèm theo ${decisionLine(version.decision)})`;
	return {
		letterhead: letterhead(what),
		subject: { form: "titled", kind: TITLE, abstract: `Của ${school.name}${decision ?? ""}` },
		body: articlesOf(what),
		signatures: [{ capacity: [headOf(school.kind)], name: version.decision?.signer ?? "" }],
	};
}

/** What the poster cannot know from the code: who stands above the school, where the whole text is read, the size of the paper. */
export type PosterPlace = { superior: string | null; url: string; size: Poster["size"] };

/** Letters that stand in a line of the poster's foot. */
const FOOT = 100;

/** The code in force in few words. Of a long text only the shortest clauses of every relation are chosen. */
export function posterOf({ school, decision, publication, code }: PublicCode, place: PosterPlace): Poster {
	const short = decisionLine(decision);
	const long = `Ban hành kèm theo ${short}`;
	return {
		...place,
		school: school.name,
		title: TITLE,
		motto: "Nhân ái · Tôn trọng · Trách nhiệm · Hợp tác · Trung thực",
		groups: posterGroups(code),
		feedback: feedbackLine(publication.channels, FOOT),
		decision: (long.length <= FOOT ? long : short).slice(0, FOOT),
	};
}

function frame(what: CodeOnPaper): Paper {
	const { school, version } = what;
	const head = headOf(school.kind);
	return {
		letterhead: letterhead(what),
		subject: { form: "titled", kind: "Quyết định", abstract: `Ban hành ${TITLE} của ${school.name}` },
		authority: `${head} ${school.name}`,
		bases: bases(what),
		enacting: "Quyết định",
		body: [],
		recipients: [
			"Như Điều 3",
			...(school.superior ? [`${school.superior} (để báo cáo)`] : []),
			"Bảng tin, trang thông tin điện tử",
			"Lưu: VT",
		],
		signatures: [{ capacity: [head], name: version.decision?.signer ?? "" }],
	};
}

function articlesOf({ school, version, code }: CodeOnPaper) {
	const channels = version.publication?.channels ?? null;
	return codeArticles({ school: school.name, head: headOf(school.kind), code, channels });
}

function letterhead({ school, version, year }: CodeOnPaper): Paper["letterhead"] {
	const { number, sign } = numberOf(version.decision?.number ?? "", school.name);
	const day = version.decision?.decidedOn ?? year;
	return { superior: school.superior, issuer: school.name, number, sign, place: school.place, day };
}

/** `05/QĐ-MNGA` apart. What is not written that way leaves the number to the clerk: a wrong one would be worse. */
function numberOf(written: string, school: string): { number: number | null; sign: string } {
	const [, digits, sign] = /^(?:số:?\s*)?(\d{1,6})\s*(?:\/\s*(\S.*))?$/iu.exec(written.trim()) ?? [];
	return { number: digits === undefined ? null : Number(digits), sign: sign ?? `QĐ-${initials(school)}` };
}

/** `MNGA` of Trường Mầm non Giao An. */
function initials(name: string): string {
	const words = name.replace(/^trường\s+/iu, "").split(/\s+/);
	return words
		.filter((word) => !/^(và|số)$/iu.test(word))
		.map((word) => (/^\p{N}/u.test(word) ? word : word.charAt(0).toLocaleUpperCase("vi")))
		.join("");
}

function decisionLine({ number, decidedOn }: { number: string; decidedOn: string }): string {
	return `Quyết định số ${number} ${wordedDay(decidedOn)}`;
}

/** Who decides at a school of this kind: an independent group has no principal but whoever runs it. */
function headOf(kind: string): string {
	if (kind === "GDTX") return "Giám đốc";
	if (kind === "NTDL") return "Chủ nhóm trẻ";
	return kind === "LMG" || kind === "LMN" ? "Chủ lớp" : "Hiệu trưởng";
}

/** Rules that papers cite by their whole name (facts §1): by number and year, so that a short mention is not a second line. */
const inFull: readonly [key: string, text: string][] = [
	[
		"80/2017/NĐ-CP",
		"Nghị định số 80/2017/NĐ-CP ngày 17 tháng 7 năm 2017 của Chính phủ quy định về môi trường giáo dục an toàn, lành mạnh, thân thiện, phòng, chống bạo lực học đường",
	],
	[
		"06/2019/TT-BGDĐT",
		"Thông tư số 06/2019/TT-BGDĐT ngày 12 tháng 4 năm 2019 của Bộ trưởng Bộ Giáo dục và Đào tạo quy định Quy tắc ứng xử trong cơ sở giáo dục mầm non, cơ sở giáo dục phổ thông, cơ sở giáo dục thường xuyên",
	],
	[
		"03/2026/TT-BGDĐT",
		"Thông tư số 03/2026/TT-BGDĐT của Bộ trưởng Bộ Giáo dục và Đào tạo quy định quy tắc ứng xử của nhà giáo",
	],
];
/** Every code stands on these. */
const always = ["80/2017/NĐ-CP", "06/2019/TT-BGDĐT"];

function bases({ code, consultation }: CodeOnPaper): string[] {
	const cited = [...always, ...code.groups.flatMap(({ basis }) => basis).map(ruleOf), ...code.basis];
	const lines = new Map<string, string>();
	for (const line of cited) {
		const key = numberIn(line);
		const text = inFull.find(([number]) => number === key)?.[1] ?? line;
		if (!lines.has(key)) lines.set(key, /^(căn cứ|theo|thực hiện|xét)\s/iu.test(text) ? text : `Căn cứ ${text}`);
	}
	return [...lines.values(), ...(consultation ? [heard(consultation)] : [])];
}

/** A decision stands on the rule, the text on its articles: *Thông tư 06/2019/TT-BGDĐT, Điều 5* is cut before *Điều*. */
function ruleOf(line: string): string {
	return line.replace(/^((điểm|khoản|điều)\s+\S+\s+)+/iu, "").replace(/[,;(]?\s*(điểm|khoản|điều)\s.*$/iu, "");
}

function numberIn(line: string): string {
	return /\d+\/\d{4}\/[\p{L}-]+/u.exec(line)?.[0].replace(/^(\d)\//, "0$1/") ?? line;
}

const asked: Record<VoiceGroup, string> = {
	staff: "cán bộ, giáo viên, nhân viên",
	parents: "cha mẹ người học",
	pupils: "người học",
};

function heard({ endedOn, voices, agreed, groups }: NonNullable<CodeOnPaper["consultation"]>): string {
	const who = groups.map((group) => asked[group]).join(", ");
	return `Theo kết quả lấy ý kiến ${who}, kết thúc ${wordedDay(endedOn)}: ${agreed}/${voices} ý kiến đồng ý, đạt ${agreedPercent(agreed, voices)} %`;
}

function capital(text: string): string {
	return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}
