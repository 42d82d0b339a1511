import { describe, expect, test } from "vitest";
import { headOf } from "./outline.ts";
import { filled, keysIn, letterName, linesOf, movedIn, wordedNumber, wordedRate } from "./rules.ts";
import { headInput, issueInput } from "./schema.ts";

describe("numbers and names as Vietnamese papers write them", () => {
	test.each([
		[1234, "1.234"],
		[12.5, "12,5"],
		[0, "0"],
	])("%d is %s", (value, text) => expect(wordedNumber(value)).toBe(text));

	test.each([
		[815, "81,5%"],
		[1000, "100%"],
		[0, "0%"],
		[null, "–"],
	])("%s tenths are %s", (tenths, text) => expect(wordedRate(tenths)).toBe(text));

	test.each([
		["566-CV/HU", "Công văn số 566-CV/HU ngày 04/11/2019"],
		["993/CT-BGDĐT", "Chỉ thị số 993/CT-BGDĐT ngày 04/11/2019"],
		["12/QĐ-UBND", "Quyết định số 12/QĐ-UBND ngày 04/11/2019"],
		["77/GDĐT-MN", "Văn bản số 77/GDĐT-MN ngày 04/11/2019"],
	])("%s", (number, name) => expect(letterName({ number, issuedOn: "2019-11-04" })).toBe(name));
});

describe("figures in a text", () => {
	const kept = { "d1.dat": { text: "7", value: 7 }, "d1.tc.MN-A.8.chua-dat": { text: "2", value: 2 } };

	test("are written out where they stand; markup stays text", () => {
		expect(filled("<b>{{d1.dat}}</b> =1+1 {{ d1.tc.MN-A.8.chua-dat }} {{gone}} {x}", kept)).toBe(
			"<b>7</b> =1+1 2 … {x}",
		);
		expect(keysIn("{{d1.dat}} và {{d1.dat}}")).toEqual(["d1.dat"]);
	});

	test("one that moved is told with both values, others are not", () => {
		const now = { ...kept, "d1.dat": { text: "8", value: 8 } };
		expect(movedIn("{{d1.dat}}, {{d1.tc.MN-A.8.chua-dat}}", kept, now)).toEqual([
			{ key: "d1.dat", was: "7", now: "8" },
		]);
		expect(movedIn("{{d1.dat}}", kept, {})).toEqual([{ key: "d1.dat", was: "7", now: "…" }]);
	});

	test("lines with a dash are one list", () => {
		expect(linesOf("Mở đầu:\n- một;\n– hai.\n\nKết")).toEqual([
			{ kind: "paragraph", text: "Mở đầu:" },
			{ kind: "list", items: ["một;", "hai."] },
			{ kind: "paragraph", text: "Kết" },
		]);
	});
});

describe("what is typed", () => {
	const letter = {
		number: "566-CV/HU",
		issuedOn: "2019-11-04",
		issuer: "Ban Thường vụ Huyện ủy",
		abstract: "Tăng cường bảo vệ trẻ em",
	};

	test("a new report is headed as far as the office's name tells, a later one as the last", () => {
		const first = headOf(letter, "Phòng GD&ĐT Giao Thủy", null);
		expect(first).toMatchObject({
			superior: "UBND huyện Giao Thủy",
			place: "Giao Thủy",
			addressees: ["Ban Thường vụ Huyện ủy"],
		});
		expect(first.abstract).toBe(
			"Kết quả thực hiện Công văn số 566-CV/HU ngày 04/11/2019 của Ban Thường vụ Huyện ủy về việc tăng cường bảo vệ trẻ em",
		);
		expect(headOf(letter, "Phòng GD&ĐT Giao Thủy", { ...first, sign: "BC-GDĐT" }).sign).toBe("BC-GDĐT");
	});

	test("dashes and semicolons of typed lists go; an empty list of addressees is refused", () => {
		const head = {
			periodFrom: "2026-01-01",
			periodTo: "2026-06-30",
			superior: "",
			issuer: "Phòng",
			sign: "BC",
			place: "X",
			abstract: "Y",
			recipients: "",
			revision: "1",
		};
		expect(headInput.parse({ ...head, addressees: "- Ban Thường vụ;\n– Ban Tuyên giáo.\n" }).addressees).toEqual([
			"Ban Thường vụ",
			"Ban Tuyên giáo",
		]);
		expect(headInput.safeParse({ ...head, addressees: " \n" }).success).toBe(false);
	});

	test.each(["0", "-1", "1,5", "abc", ""])("%s is no number of a document", (number) => {
		expect(
			issueInput.safeParse({ number, issuedOn: "2026-11-23", capacity: "Trưởng phòng", signer: "A" }).success,
		).toBe(false);
	});
});
