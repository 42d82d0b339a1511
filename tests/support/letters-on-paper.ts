import { mkdirSync, writeFileSync } from "node:fs";
import { type Definition, definition } from "#app/domain/forms/schema.ts";
import type { Paper } from "#app/domain/paper.ts";
import type { LateSchool, Unmet } from "#app/domain/papers/letter-schema.ts";
import type { ResultRow } from "#app/domain/reports/queries.ts";
import { paperDocx, paperPdf } from "#app/platform/jobs/papers.ts";
import type { ResultList } from "#app/platform/letters/result-tables.ts";
import { smallForm } from "./build-returns.ts";
import { lookAt, printed, type SeenPdf } from "./on-paper.ts";

const mm = (length: number) => (length * 72) / 25.4;
export const said = (seen: SeenPdf) =>
	seen.pages
		.map(({ text }) => text)
		.join("\n")
		.replace(/\s+/g, " ");
export const texts = (paper: Paper) => JSON.stringify(paper);

/** With `KEEP_PAPERS=folder` the papers are left there to be looked at. */
function keep(name: string, pdf: Uint8Array): void {
	const folder = process.env.KEEP_PAPERS;
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	writeFileSync(`${folder}/${name}.pdf`, pdf);
}

/** A paper from both writers, as somebody would print it. */
export async function both(name: string, paper: Paper): Promise<SeenPdf[]> {
	const pdf = await paperPdf(paper);
	const [word] = printed([await paperDocx(paper)]);
	keep(name, pdf);
	keep(`${name}-word`, word as Uint8Array);
	return [lookAt(pdf), lookAt(word as Uint8Array)];
}

/** Nothing stands outside the margins of Nghị định 30; only page numbers stand in the upper one. */
export function clipped({ pages }: SeenPdf): string[] {
	return pages.flatMap(({ width, height, words }) =>
		words
			.filter(({ text, left, right, top, bottom }) => {
				const number = top < mm(18) && /^\d+$/.test(text);
				const inside = left >= mm(29.5) && right <= width - mm(14) && top >= mm(19) && bottom <= height - mm(18);
				return !number && !inside;
			})
			.map(({ text }) => text),
	);
}

export const order = (text: string, ...parts: string[]) => parts.map((part) => text.indexOf(part));
export const ascending = (places: number[]) =>
	places.every((place, at) => place >= 0 && place > (places[at - 1] ?? -1));

export function late(count: number): LateSchool[] {
	return Array.from({ length: count }, (_, at) => ({
		schoolId: `${at}`,
		returnId: `${at}`,
		code: `36365${String(at).padStart(3, "0")}`,
		name: `Trường Mầm non Giao An ${at + 1}`,
		commune: "Xã Giao An",
		dueOn: "2026-11-20",
		daysLate: 3,
	}));
}

export const counts = (n: number) => ({
	recipients: 78,
	reported: 78 - n,
	late: n,
	dueOn: "2026-11-20",
	today: "2026-11-23",
});
export const draftOf = {
	campaign: { title: "Rà soát trường học an toàn", dueOn: "2026-11-20" },
	office: "Phòng GD&ĐT Giao Thủy",
	today: "2026-11-23",
	directives: [{ number: "566-CV/HU", issuedOn: "2019-11-04", issuer: "Ban Thường vụ Huyện ủy Giao Thủy" }],
	bases: ["Thông tư 18/2023/TT-BGDĐT, Điều 11 và Điều 13"],
	last: null,
};
export const signing = {
	number: 5,
	issuedOn: "2026-02-04",
	capacity: ["KT. Trưởng phòng", "Phó Trưởng phòng"],
	signer: "Lê Thị Bình",
};

/** A campaign of so many schools that fail three criteria each, without a database. */
export function largeList(schools: number): ResultList {
	const form: Definition = definition.parse(smallForm);
	const one: Unmet = {
		item: "A.1",
		row: "",
		mandatory: true,
		knockout: false,
		remark: "Lan can tầng 2 gãy hai thanh, chưa thay được vì chờ kinh phí",
		measure: "Hàn lại",
		owner: "Hiệu trưởng",
		dueOn: "2026-12-15",
		request: "",
	};
	const rows = Array.from({ length: schools }, (_, at) => ({
		school_id: `${at}`,
		code: `36365${String(at).padStart(4, "0")}`,
		name: `MN số ${at + 1}`,
		kind: "MN",
		commune: "Xã Giao An",
		due_on: "2026-11-20",
		submitted_at: "2026-11-19T02:00:00.000Z",
		verdict: at % 3 === 0 ? "met" : "not_met",
		met: 3,
		counted: 4,
		percent_tenths: 750,
		reasons: JSON.stringify([{ code: "mandatory_unmet", items: ["A.1"] }]),
	})) as unknown as ResultRow[];
	const campaign = { id: "c", title: "Rà soát", due_on: "2026-11-20", definition: form, version_id: "v" };
	const failed = [one, { ...one, item: "A.2", mandatory: false }, { ...one, item: "B.1", knockout: true }];
	return {
		campaign: campaign as ResultList["campaign"],
		rows,
		unmet: new Map(rows.filter(({ verdict }) => verdict === "not_met").map((row) => [row.school_id, failed])),
	};
}
