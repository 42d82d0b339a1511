import fc from "fast-check";
import { expect, test } from "vitest";
import { docxOf } from "#app/platform/papers/docx.ts";
import { pdfOf } from "#app/platform/papers/pdf.ts";
import { posterPdfOf } from "#app/platform/papers/poster.ts";
import { codeOfConduct } from "#db/seed/library/conduct.ts";
import { conductContent } from "#tests/support/build-conduct.ts";
import { canLookAtPapers, lookAt, printed } from "#tests/support/on-paper.ts";
import { type ConductContent, conductContent as contentShape } from "./content-schema.ts";
import { firstContent } from "./merge.ts";
import { type CodeOnPaper, codePaper, decisionPaper, posterOf } from "./papers.ts";
import type { PublicCode } from "./public-queries.ts";
import { codeToRead, modulesFor } from "./rules.ts";

const school = {
	code: "36365101",
	name: "Trường Mầm non Giao An",
	kind: "MN",
	superior: "Phòng Giáo dục và Đào tạo Giao Thủy",
	place: "Giao An",
};
const channels = { phone: "0228 3895 123", box: "Cổng trường", email: "", web: "" };
const publication = {
	publishedOn: "2026-09-05",
	effectiveOn: "2026-09-07",
	onWeb: "https://mngiaoan.edu.vn",
	onBoard: true,
	inClassrooms: false,
	channels,
};
const decision = { number: "05/QĐ-MNGA", decidedOn: "2026-09-04", signer: "Nguyễn Thị Hồng Thắm", fileId: null };
const library = contentShape.parse(codeOfConduct.conduct);
const readable = (content: ConductContent, kind: string) =>
	codeToRead(firstContent(modulesFor(content, kind, "2026-11-26")));

const onPaper = (over: Partial<CodeOnPaper> = {}): CodeOnPaper => ({
	school,
	version: { number: 1, decision, publication: { ...publication, fileId: null } },
	code: readable(conductContent(), "MN"),
	year: "2026",
	consultation: { endedOn: "2026-08-28", voices: 45, agreed: 40, groups: ["staff", "parents"] },
	...over,
});
const publicCode = (over: Partial<PublicCode> = {}): PublicCode => ({
	school,
	number: 1,
	sha256: "0".repeat(64),
	decision,
	publication,
	code: readable(library, "PTNC"),
	...over,
});
const place = { superior: school.superior, url: "https://antoan.vn/public/schools/36365101", size: "A3" as const };

test("a decision in three articles stands on rules by their whole names and on what the consultation came to", () => {
	const paper = decisionPaper(onPaper());
	expect(paper.letterhead).toEqual({
		superior: "Phòng Giáo dục và Đào tạo Giao Thủy",
		issuer: "Trường Mầm non Giao An",
		number: 5,
		sign: "QĐ-MNGA",
		place: "Giao An",
		day: "2026-09-04",
	});
	expect(paper.authority).toBe("Hiệu trưởng Trường Mầm non Giao An");
	expect(paper.bases?.map((line) => line.slice(0, 46))).toEqual([
		"Căn cứ Nghị định số 80/2017/NĐ-CP ngày 17 thán",
		"Căn cứ Thông tư số 06/2019/TT-BGDĐT ngày 12 th",
		"Căn cứ Thông tư số 03/2026/TT-BGDĐT của Bộ trư",
		"Theo kết quả lấy ý kiến cán bộ, giáo viên, nhâ",
	]);
	expect(paper.bases?.at(-1)).toMatch(/kết thúc ngày 28 tháng 8 năm 2026: 40\/45 ý kiến đồng ý, đạt 88 %$/);
	expect(paper.body).toEqual([
		{
			kind: "provision",
			label: "Điều 1",
			text: "Ban hành kèm theo Quyết định này Bộ Quy tắc ứng xử của Trường Mầm non Giao An.",
		},
		{ kind: "provision", label: "Điều 2", text: "Quyết định này có hiệu lực từ ngày 07 tháng 9 năm 2026." },
		{
			kind: "provision",
			label: "Điều 3",
			text: "Cán bộ quản lý, giáo viên, nhân viên, cha mẹ người học và khách đến trường chịu trách nhiệm thi hành Quyết định này.",
		},
	]);
	expect(paper.annexes).toHaveLength(1);
	expect(paper.annexes?.[0]?.body).toEqual(codePaper(onPaper()).body);
});

test("the code has three chapters; what must not be done says so itself", () => {
	const { body, subject } = codePaper(onPaper());
	expect(subject.abstract).toContain("Quyết định số 05/QĐ-MNGA ngày 04 tháng 9 năm 2026");
	const heads = body.flatMap((block) =>
		block.kind === "chapter" || block.kind === "article" ? [`${block.label} ${block.title}`] : [],
	);
	expect(heads).toEqual([
		"Chương I Quy định chung",
		"Điều 1 Phạm vi điều chỉnh và đối tượng áp dụng",
		"Điều 2 Nguyên tắc ứng xử",
		"Điều 3 Quy tắc chung",
		"Chương II Quy tắc ứng xử cụ thể",
		"Điều 4 Ứng xử của cán bộ quản lý",
		"Điều 5 Ứng xử của giáo viên",
		"Điều 6 Ứng xử của nhân viên",
		"Điều 7 Ứng xử của cha mẹ người học",
		"Điều 8 Ứng xử của khách đến trường",
		"Chương III Tổ chức thực hiện",
		"Điều 9 Trách nhiệm của Hiệu trưởng",
		"Điều 10 Trách nhiệm của cán bộ quản lý, giáo viên, nhân viên, cha mẹ người học và khách đến trường",
		"Điều 11 Sửa đổi, bổ sung",
	]);
	const said = JSON.stringify(body);
	expect(said).toContain('"Không hút thuốc lá trong trường."');
	expect(said).toContain('"Gương mẫu, dân chủ, minh bạch."');
	expect(said).toContain("Điện thoại: 0228 3895 123;");
});

test("every clause that is read stands in the paper once, for every kind of school", () => {
	for (const kind of ["MN", "TH", "GDTX", "NTDL"]) {
		const code = readable(library, kind);
		const said = JSON.stringify(codePaper(onPaper({ code })).body);
		for (const { text } of code.groups.flatMap(({ relations }) => relations.flatMap(({ clauses }) => clauses)))
			expect(said).toContain(text.vi.replace(/[.;]$/, ""));
	}
});

test("before the decision number and day are blank; what is no number of a document is left to the clerk", () => {
	const draft = decisionPaper(
		onPaper({ version: { number: 1, decision: null, publication: null }, consultation: null }),
	);
	expect(draft.letterhead).toMatchObject({ number: null, sign: "QĐ-MNGA", day: "2026" });
	expect(draft.signatures).toEqual([{ capacity: ["Hiệu trưởng"], name: "" }]);
	expect(draft.bases).toHaveLength(3);
	expect(JSON.stringify(draft.body)).toContain("kể từ ngày ký");
	const written = (number: string) =>
		decisionPaper(onPaper({ version: { number: 2, decision: { ...decision, number }, publication: null } }));
	expect(written("Số: 7/2026/QĐ-TH").letterhead).toMatchObject({ number: 7, sign: "2026/QĐ-TH" });
	expect(written("12").letterhead).toMatchObject({ number: 12, sign: "QĐ-MNGA" });
	expect(written("QĐ mười hai").letterhead).toMatchObject({ number: null, sign: "QĐ-MNGA" });
	expect(JSON.stringify(written("12").body)).toContain("thay thế Bộ Quy tắc ứng xử đã ban hành trước đó");
});

test("a poster of the whole library says little of each group, and fits", () => {
	const poster = posterOf(publicCode(), place);
	expect(poster.groups.map(({ name }) => name)).toEqual([
		"Mọi người",
		"Cán bộ quản lý",
		"Giáo viên",
		"Nhân viên",
		"Người học",
		"Cha mẹ người học",
		"Khách đến trường",
	]);
	for (const { should, never } of poster.groups) {
		expect(should.length + never.length).toBeGreaterThan(2);
		for (const line of [...should, ...never]) expect(line.length).toBeLessThanOrEqual(60);
		expect(never.filter((line) => /^không\s/i.test(line))).toEqual([]);
	}
	expect(poster.feedback).toBe("0228 3895 123; hộp thư: cổng trường");
	expect(poster.decision).toBe("Ban hành kèm theo Quyết định số 05/QĐ-MNGA ngày 04 tháng 9 năm 2026");
	expect(Buffer.from(posterPdfOf(poster).subarray(0, 5)).toString()).toBe("%PDF-");
});

test("a line of a poster is whole, or what holds by itself before a semicolon; it is torn only where nothing fits", () => {
	const never = (...lines: string[]) => {
		const clauses = lines.map((vi, at) => ({ code: `C${at}`, stance: "must_not" as const, text: { vi } }));
		const code = {
			basis: [],
			groups: [{ group: "staff" as const, basis: [], relations: [{ relation: "school" as const, clauses }] }],
		};
		return posterOf(publicCode({ code }), place).groups[0]?.never;
	};
	const long = "một câu rất dài, khó đọc khi đi ngang qua ".repeat(4);
	expect(never(`Không ${long}`, "Không xúc phạm.", "Không xúc phạm bạn.", "Né việc.")).toEqual(["Xúc phạm", "Né việc"]);
	expect(never(`Không gây khó; ${long}`)).toEqual(["Gây khó"]);
	expect(never(long)?.[0]).toMatch(/^Một câu rất dài, .*…$/);
});

test("a poster can be printed of whatever a school writes", () => {
	const line = fc.string({ minLength: 1, maxLength: 900 });
	const clause = fc.record({ stance: fc.constantFrom("should" as const, "must_not" as const), vi: line });
	const group = fc.array(clause, { minLength: 1, maxLength: 40 });
	fc.assert(
		fc.property(fc.array(group, { minLength: 7, maxLength: 7 }), line, line, (groups, number, phone) => {
			const full = readable(library, "PTNC");
			const code = {
				basis: [],
				groups: full.groups.map(({ group, basis }, at) => ({
					group,
					basis,
					relations: [
						{
							relation: "general" as const,
							clauses: (groups[at] ?? []).map(({ stance, vi }, i) => ({ code: `C${i}`, stance, text: { vi } })),
						},
					],
				})),
			};
			const made = publicCode({
				code,
				decision: { number: number.slice(0, 60), decidedOn: "2026-09-04" },
				publication: { ...publication, channels: { ...channels, phone: phone.slice(0, 60), box: phone.slice(0, 200) } },
			});
			expect(posterPdfOf(posterOf(made, place)).byteLength).toBeGreaterThan(1_000);
		}),
		{ numRuns: 8 },
	);
	const fullest = readable(library, "PTNC").groups.map((group) => {
		const clauses = ["should" as const, "must_not" as const].flatMap((stance) =>
			[1, 2, 3].map((n) => ({ code: `C${n}`, stance, text: { vi: `${n} ${"từ ngữ dài ".repeat(7)}`.slice(0, 60) } })),
		);
		return { ...group, relations: [{ relation: "general" as const, clauses }] };
	});
	const poster = posterOf(publicCode({ code: { basis: [], groups: fullest } }), place);
	expect(poster.groups.every(({ should, never }) => should.length === 3 && never.length === 3)).toBe(true);
	expect(posterPdfOf(poster).byteLength).toBeGreaterThan(1_000);
});

test.skipIf(!canLookAtPapers)(
	"on paper: a decision of one page, then the code; Word and PDF say the same",
	async () => {
		const paper = decisionPaper(onPaper({ code: readable(library, "MN") }));
		const [pdf, word] = [lookAt(pdfOf(paper)), lookAt(printed([await docxOf(paper)])[0] as Uint8Array)];
		for (const { pages } of [pdf, word]) {
			expect(pages[0]?.text).toContain("Nguyễn Thị Hồng Thắm");
			expect(pages[1]?.text).toContain("BỘ QUY TẮC ỨNG XỬ");
			expect(pages.at(-1)?.text).toContain("Nguyễn Thị Hồng Thắm");
		}
		const wordsOf = (seen: typeof pdf) => seen.pages.flatMap(({ words }) => words.map(({ text }) => text));
		expect(new Set(wordsOf(word))).toEqual(new Set(wordsOf(pdf)));
	},
);
