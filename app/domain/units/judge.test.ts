import { describe, expect, test } from "vitest";
import type { Cell, KnownUnit, Surroundings } from "./import-schema.ts";
import { judge } from "./judge.ts";
import { kindOf } from "./kinds.ts";
import type { Entry } from "./list-rows.ts";

const commune = (id: string, name: string) => ({ id, code: `1${id}`, name, level: "xa", path: `so/phong/${id}/` });
const around: Surroundings = {
	communes: [
		commune("an", "Xã Giao An"),
		commune("ha", "Xã Giao Hà"),
		commune("ngo", "Thị trấn Ngô Đồng"),
		commune("ngox", "Xã Ngô Đồng"),
	],
	managers: [
		{ id: "so", code: "36", name: "Sở GD&ĐT Nam Định", level: "so" },
		{ id: "phong", code: "36365", name: "Phòng GD&ĐT Giao Thủy", level: "phong" },
		...["an", "ha", "ngo", "ngox"].map((id) => commune(id, id)),
	],
};

let line = 0;
function entry(over: Partial<Record<keyof Entry["cells"], Cell>> = {}): Entry {
	line += 1;
	const cells = {
		code: `M${line}`,
		name: "Trường Mầm non A",
		kind: "Mầm non",
		ownership: "Công lập",
		commune: "Xã Giao An",
		pupils: 100,
	};
	return { row: line, line, cells: { ...cells, ...over } };
}

const known = (code: string, over: Partial<KnownUnit> = {}): [string, KnownUnit] => [
	code,
	{
		code,
		mine: true,
		closed: false,
		form: {
			...{ name: "Trường Mầm non A", kind: "MN", ownership: "cong_lap", communeId: "an", managerId: "phong" },
			...{ classrooms: 5, pupils: 100, staff: null, sites: null },
		},
		...over,
	},
];

const one = (cells: Parameters<typeof entry>[0], ...units: [string, KnownUnit][]) => {
	const { rows, planned } = judge([entry(cells)], new Map(units), around);
	const [row] = rows;
	return {
		fate: row?.fate,
		action: row?.action,
		why: row?.reasons.map((r) => r.code),
		mends: row?.mended.map((m) => m.code),
		changes: row?.changes,
		form: planned[0]?.form,
	};
};

describe("one row", () => {
	test("a new school is created under its commune, managed by the usual office of its kind", () => {
		expect(one({}).form).toMatchObject({
			communeId: "an",
			managerId: "phong",
			kind: "MN",
			classrooms: null,
			pupils: 100,
		});
		expect(one({ kind: "THPT", name: "Trường THPT A" }).form?.managerId).toBe("so");
		expect(one({ kind: "Nhóm trẻ độc lập", name: "Nhóm trẻ A", ownership: "Tư thục" }).form?.managerId).toBe("an");
		expect(one({ manager: "Sở GD&ĐT" }).form?.managerId).toBe("so");
		expect(one({ manager: "UBND xã", commune: "Xã Giao Hà" }).form?.managerId).toBe("ha");
		expect(one({ manager: "Bộ Quốc phòng" })).toMatchObject({ fate: "refused", why: ["manager_unknown"] });
	});

	test("a known school is unchanged, updated, and never loses what a blank cell leaves out", () => {
		expect(one({ code: "K" }, known("K"))).toMatchObject({ fate: "unchanged", action: "unchanged", form: undefined });
		const update = one({ code: "K", commune: "Xã Giao Hà", pupils: null, name: "" }, known("K"));
		expect(update).toMatchObject({
			fate: "update",
			form: { name: "Trường Mầm non A", communeId: "ha", pupils: 100, classrooms: 5 },
		});
		expect(update.changes).toEqual([{ field: "commune", from: "Xã Giao An", to: "Xã Giao Hà" }]);
	});

	test("what was mended is said, also when nothing else changes", () => {
		expect(one({ code: "K", name: " Trường Mầm non A" }, known("K"))).toMatchObject({
			fate: "mended",
			action: "unchanged",
			mends: ["spaces"],
		});
		expect(one({ name: "Trường Mầm non A".normalize("NFD") })).toMatchObject({
			fate: "mended",
			action: "create",
			mends: ["unicode"],
		});
	});

	test("codes", () => {
		expect(one({ code: null }).why).toEqual(["code_missing"]);
		expect(one({ code: 36365001 })).toMatchObject({ fate: "create" });
		expect(one({ code: "'036365001" })).toMatchObject({ fate: "create" });
		expect(one({ code: "<b>" }).why).toEqual(["code_malformed"]);
		expect(one({ code: "=1" }).why).toEqual(["formula_text"]);
		expect(one({ code: "K" }, known("K", { closed: true })).why).toEqual(["school_closed"]);
		expect(one({ code: "K" }, known("K", { mine: false, form: null })).why).toEqual(["code_of_other_unit"]);
	});

	test("communes are known with or without their prefix, by code, and without tone marks when only one fits", () => {
		expect(one({ commune: "Giao An" })).toMatchObject({ fate: "create", form: { communeId: "an" } });
		expect(one({ commune: "1ha" }).form?.communeId).toBe("ha");
		expect(one({ commune: "XÃ  GIAO AN" })).toMatchObject({ fate: "create" });
		expect(one({ commune: "xa giao ha" })).toMatchObject({
			fate: "mended",
			mends: ["spelling"],
			form: { communeId: "ha" },
		});
		expect(one({ commune: "Thị trấn Ngô Đồng" }).form?.communeId).toBe("ngo");
		expect(one({ commune: "Ngô Đồng" }).why).toEqual(["commune_ambiguous"]);
		expect(one({ commune: "Thị trấn Giao An" }).why).toEqual(["commune_unknown"]);
		expect(one({ commune: null }).why).toEqual(["commune_missing"]);
	});

	test("kinds and ownerships", () => {
		expect(kindOf("Mẫu giáo", "Trường Mầm non A")).toEqual({ kind: "MN", fromName: true });
		expect(kindOf("Mẫu giáo", "Trường Mẫu giáo Hoa Sen")).toEqual({ kind: "MG", fromName: false });
		expect(kindOf("", "Trường TH&THCS Giao An")).toEqual({ kind: "PTNC", fromName: true });
		expect(kindOf("GDNN-GDTX", "Trung tâm")).toEqual({ kind: "GDTX", fromName: false });
		expect(kindOf("Cao đẳng", "Trường Tiểu học A")).toBeNull();
		expect(one({ kind: "Cao đẳng" }).why).toEqual(["kind_unknown"]);
		expect(one({ kind: null, name: "Hoa Mai" }).why).toEqual(["kind_missing"]);
		expect(one({ ownership: "Ngoài công lập" }).why).toEqual(["ownership_unknown"]);
		expect(one({ ownership: null }).why).toEqual(["ownership_missing"]);
	});

	test("every fault of a row is told at once", () => {
		expect(
			one({ code: null, name: null, kind: null, ownership: "x", commune: "y", pupils: "z" }).why?.toSorted(),
		).toEqual(
			[
				"code_missing",
				"commune_unknown",
				"kind_missing",
				"name_missing",
				"number_in_words",
				"ownership_unknown",
			].toSorted(),
		);
	});
});

describe("rows with the same code", () => {
	test("the first stands and says so; the others are refused", () => {
		const { rows } = judge(
			[entry({ code: "X", name: "Trường Mầm non A" }), entry({ code: "X", name: "Trường Mầm non B" })],
			new Map(),
			around,
		);
		expect(rows.map((row) => [row.fate, row.reasons[0]?.code])).toEqual([
			["create", "code_repeated_below"],
			["refused", "code_repeated"],
		]);
	});

	test("the one that bears the known name stands, wherever it is", () => {
		const { rows } = judge(
			[entry({ code: "K", name: "Trường Mầm non B" }), entry({ code: "K" })],
			new Map([known("K")]),
			around,
		);
		expect(rows.map((row) => row.fate)).toEqual(["refused", "unchanged"]);
	});
});
