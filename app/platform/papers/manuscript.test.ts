import { expect, test } from "vitest";
import type { Block, Paper } from "#app/domain/paper.ts";
import { decision, letter, receipt } from "#tests/support/sample-papers.ts";
import type { Flow } from "./flows.ts";
import { manuscriptOf } from "./manuscript.ts";
import { printable } from "./printable.ts";
import { setTable } from "./set-table.ts";

const saidBy = (flow: Flow | undefined) => {
	if (flow?.kind === "text") return flow.pieces.map(({ text }) => text).join("");
	return flow?.kind === "heading" ? flow.lines.join(" | ") : "";
};
const withBody = (body: Block[]): Paper => ({ ...receipt, body });

test("capitals, points and closing signs are set by the rules, not by who writes", () => {
	const [main, code] = manuscriptOf(decision).parts;
	expect(main?.letterhead).toMatchObject({
		superior: "ỦY BAN NHÂN DÂN XÃ GIAO AN",
		issuer: "TRƯỜNG MẦM NON GIAO AN",
		number: "Số: 05/QĐ-MNGA",
		about: null,
		place: "Giao An, ngày 04 tháng 9 năm 2026",
	});
	const said = main?.flows.map(saidBy) ?? [];
	expect(said[0]).toBe("QUYẾT ĐỊNH | Ban hành Bộ quy tắc ứng xử trong Trường Mầm non Giao An");
	expect(said).toContain("HIỆU TRƯỞNG TRƯỜNG MẦM NON GIAO AN");
	expect(said).toContain("QUYẾT ĐỊNH:");
	const bases = main?.flows.filter((flow) => flow.kind === "text" && flow.look === "basis").map(saidBy);
	expect(bases?.map((basis) => basis.at(-1))).toEqual([";", ";", "."]);
	expect(said.at(-1)).toMatch(/chịu trách nhiệm thi hành Quyết định này\.\/\.$/);
	expect(main?.recipients).toEqual([
		"- Như Điều 3;",
		"- Phòng Văn hóa - Xã hội xã Giao An (để báo cáo);",
		"- Bảng tin, trang thông tin điện tử;",
		"- Lưu: VT.",
	]);
	expect(main?.signatures).toEqual([{ capacity: ["HIỆU TRƯỞNG"], note: null, name: "Nguyễn Thị Hồng Thắm" }]);
	// The code comes into force under its own letterhead and says by which paper.
	expect(code?.letterhead?.number).toBe("Số: 05/QĐ-MNGA");
	expect(saidBy(code?.flows[1])).toBe(
		"(Kèm theo Quyết định số 05/QĐ-MNGA ngày 04 tháng 9 năm 2026 của Hiệu trưởng Trường Mầm non Giao An)",
	);
	expect(saidBy(code?.flows.at(-1))).toMatch(/đồng thuận\.\/\.$/);
});

test("a công văn has its abstract under the number, dashes before several addressees, and no title", () => {
	const [main, first, second] = manuscriptOf(letter).parts;
	expect(main?.letterhead?.about).toMatch(/^V\/v báo cáo/);
	expect(main?.flows[0]).toEqual({
		kind: "addressees",
		names: ["- Ban Thường vụ Huyện ủy Giao Thủy;", "- Ban Tuyên giáo Huyện ủy Giao Thủy."],
	});
	expect(saidBy(first?.flows[0])).toBe("Phụ lục I | GIẢI THÍCH TỪ NGỮ");
	expect(saidBy(second?.flows[0])).toBe("Phụ lục II | KẾT QUẢ TỰ KIỂM TRA CỦA TỪNG TRƯỜNG");
	expect([first?.letterhead, first?.landscape, second?.landscape]).toEqual([null, false, true]);
	const one = manuscriptOf({ ...letter, addressees: ["UBND xã Giao An"] }).parts[0];
	expect(one?.flows[0]).toEqual({ kind: "addressees", names: ["UBND xã Giao An"] });
});

test("a text that is put into force is not counted among the annexes", () => {
	const annex = { kind: null, title: "Danh sách", body: [] };
	const { parts } = manuscriptOf({ ...decision, annexes: [...(decision.annexes ?? []), annex] });
	expect(saidBy(parts[2]?.flows[0])).toBe("Phụ lục | DANH SÁCH");
});

test("heading levels begin at 1 and skip none, whatever headings a paper has", () => {
	const levels = (paper: Paper, part: number) =>
		manuscriptOf(paper).parts[part]?.flows.flatMap((flow) => (flow.kind === "heading" ? [flow.level] : []));
	// Title, chapter, articles.
	expect(levels(decision, 1)).toEqual([1, 2, 3, 3, 3, 2, 3, 3, 3, 3, 2, 3, 3, 3]);
	// No title: the first heading is the highest.
	expect(levels(letter, 0)).toEqual([1, 2, 2]);
});

test("the last full stop gives way to the closing sign, once", () => {
	const endOf = (text: string) => saidBy(manuscriptOf(withBody([{ kind: "paragraph", text }])).parts[0]?.flows.at(-1));
	expect(["Xong.", "Xong", "Xong;", "Xong./.", "Xong. "].map(endOf)).toEqual(Array(5).fill("Xong./."));
	const table: Block = { kind: "table", columns: [{ width: 1 }], head: [], rows: [["Xong."]] };
	expect(manuscriptOf(withBody([table])).parts[0]?.flows.at(-1)).toMatchObject({
		rows: [[{ pieces: [{ text: "Xong." }] }]],
	});
});

test("the last lines stay with the signature, an item with what it introduces", () => {
	const list: Block = {
		kind: "list",
		marker: "number",
		items: [
			{ text: "Nên:", list: { marker: "letter", items: ["lắng nghe;", ["khen ", { text: "đúng", bold: true }]] } },
		],
	};
	const flows = manuscriptOf(withBody([list])).parts[0]?.flows.slice(2) ?? [];
	expect(flows.map(saidBy)).toEqual(["1. Nên:", "a) lắng nghe;", "b) khen đúng./."]);
	expect(flows.map((flow) => flow.kind === "text" && flow.keep)).toEqual([true, false, true]);
	expect(flows[2]).toMatchObject({ pieces: [{ text: "b) khen ", bold: false }, { bold: true }] });
});

test("what cannot be printed is left out, the words stay", () => {
	expect(printable("a\u0000b\u0007\u202ec\ud800d\ufffe\u200be")).toBe("abcde");
	expect(printable("Trường".normalize("NFD"))).toBe("Trường");
	expect(printable("một\r\nhai\u2028ba\tbốn")).toBe("một\nhai\nba bốn");
	// A hidden sign between a letter and its mark does not keep them apart.
	expect(printable("e\u200b\u0301")).toBe("é");
	expect(printable("tốt 👍🏽")).toBe("tốt 👍🏽");
});

test("a table is a full grid: cells that reach over others push the next ones, short rows are filled", () => {
	const table = setTable(
		{
			kind: "table",
			columns: [{ width: 1, align: "center" }, { width: 2 }, { width: 1, align: "right" }],
			head: [
				[
					{ text: "A", rows: 2 },
					{ text: "B", columns: 2 },
				],
				["C", "D"],
			],
			rows: [["1"], [{ text: "Cộng", columns: 9 }]],
		},
		165,
	);
	const shape = (rows: typeof table.rows) => rows.map((row) => row.map(({ columns, rows, mm }) => [columns, rows, mm]));
	expect(table.widths).toEqual([41.25, 82.5, 41.25]);
	expect(shape(table.head)).toEqual([
		[
			[1, 2, 41.25],
			[2, 1, 123.75],
		],
		[
			[1, 1, 82.5],
			[1, 1, 41.25],
		],
	]);
	expect(table.rows[0]?.map(({ align }) => align)).toEqual(["center", "left", "right"]);
	expect(shape(table.rows)[1]).toEqual([[3, 1, 165]]);
	const tooMany = { kind: "table" as const, columns: [{ width: 1 }], head: [], rows: [["1", "2"]] };
	expect(() => setTable(tooMany, 165)).toThrow("row 1 of a table has 1 cells too many");
});

test("what stands in no register bears no number", () => {
	const [receipt] = manuscriptOf({ ...decision, letterhead: { ...decision.letterhead, number: null, sign: "" } }).parts;
	expect(receipt?.letterhead?.number).toBe("");
});
