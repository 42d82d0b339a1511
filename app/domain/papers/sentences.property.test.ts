import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rateTenths } from "../tallies/rules.ts";
import { type CampaignFacts, figuresOfReport } from "./figures.ts";
import { filled, keptOf, keysIn, wordedNumber, wordedRate } from "./rules.ts";
import { comparison, findings, reporting, sentencesOf, verdicts } from "./sentences.ts";

type Told = { reported: number; missing: number; late: number; met: number; notMet: number; provisional: number };

/** Facts of a judged campaign in which every number fits the others. */
function rated(
	{ reported, missing, late, met, notMet, provisional }: Told,
	over: Partial<CampaignFacts> = {},
): CampaignFacts {
	const recipients = reported + missing;
	const onTime = reported - late;
	return {
		id: "c",
		alias: "d1",
		title: "Rà soát",
		dueOn: "2026-11-30",
		kind: "rated",
		figures: {
			recipients,
			notStarted: missing,
			draft: 0,
			submitted: reported,
			sentBack: 0,
			accepted: 0,
			reported,
			onTime,
			late,
			reportingRate: rateTenths(reported, recipients),
			onTimeRate: rateTenths(onTime, recipients),
			verdicts: { met, notMet, provisional, none: 0 },
		},
		criteria: [],
		findings: { open: 0, overdue: 0, petitions: 0 },
		adoption: null,
		columns: [],
		line: null,
		before: null,
		...over,
	};
}

const at = { today: "2026-11-23", afterPeriod: 0 };

const count = fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 40_000 }));
const told = fc.tuple(count, count, count, count, fc.nat()).map(([met, notMet, provisional, missing, pick]): Told => {
	const reported = met + notMet + provisional;
	return { reported, missing, late: reported === 0 ? 0 : pick % (reported + 1), met, notMet, provisional };
});

const say = (facts: CampaignFacts, text: string) => filled(text, keptOf(figuresOfReport([facts], at)));
/** The numbers of a sentence as they stand in it. */
const numbers = (text: string) =>
	[...text.matchAll(/\d[\d.]*(?:,\d+)?/g)].map(([number]) =>
		number.replace(/[.,]$/, "").replaceAll(".", "").replace(",", "."),
	);
const plain = (value: number) => numbers(wordedNumber(value))[0];

describe("sentences agree with the figures", () => {
	test("every figure that a sentence links to is there, and nothing else is a number", () => {
		fc.assert(
			fc.property(told, (one) => {
				const facts = rated(one);
				const text = sentencesOf(facts);
				const known = keptOf(figuresOfReport([facts], at));
				expect(keysIn(text).filter((key) => !known[key])).toEqual([]);
				expect(numbers(text.replace(/\{\{[^}]*\}\}/g, ""))).toEqual([]);
			}),
		);
	});

	test("who reported and who did not add up to those asked; early and late to those who did", () => {
		fc.assert(
			fc.property(told, (one) => {
				const facts = rated(one);
				const text = say(facts, reporting(facts));
				const { recipients, reported, onTime, late } = facts.figures;
				if (recipients === 0) {
					expect(text).toContain("không có cơ sở giáo dục nào thuộc diện");
					return;
				}
				if (reported === 0) {
					expect(text).toContain(`chưa có cơ sở giáo dục nào trong số ${wordedNumber(recipients)} cơ sở`);
					return;
				}
				const wanted =
					reported === recipients
						? [recipients, facts.figures.reportingRate === null ? 0 : 100]
						: [reported, recipients, (facts.figures.reportingRate ?? 0) / 10, recipients - reported];
				const timely = late === 0 || onTime === 0 ? [] : [onTime, late];
				expect(numbers(text)).toEqual([...wanted, ...timely].map(plain));
				expect(text.includes("toàn bộ")).toBe(reported === recipients);
			}),
		);
	});

	test("verdicts told are those that there are, and add up to those who reported", () => {
		fc.assert(
			fc.property(told, (one) => {
				const facts = rated(one);
				if (one.reported === 0) {
					expect(sentencesOf(facts)).not.toContain("Đạt");
					return;
				}
				const text = say(facts, verdicts(facts));
				const share = (rateTenths(one.met, one.reported) ?? 0) / 10;
				const parts = [one.notMet, one.provisional].filter((n) => n > 0);
				expect(numbers(text)).toEqual([...(one.met > 0 ? [one.met, share] : []), ...parts].map(plain));
				expect([one.met, ...parts].reduce((sum, n) => sum + n, 0)).toBe(one.reported);
			}),
		);
	});

	test("a rise is a rise, a fall a fall, and the difference that of the two rates", () => {
		const tenths = fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null });
		fc.assert(
			fc.property(told, tenths, tenths, (one, reportingRate, metRate) => {
				const facts = rated(one, { before: { name: "đợt trước", reportingRate, metRate } });
				const text = say(facts, comparison(facts));
				const now = facts.figures.reportingRate;
				if (now === null || reportingRate === null) {
					expect(text).not.toContain("nộp báo cáo");
					return;
				}
				const word = now > reportingRate ? "tăng" : now < reportingRate ? "giảm" : "giữ nguyên ở mức";
				const by = wordedNumber(Math.abs(now - reportingRate) / 10, 1);
				const said = now === reportingRate ? wordedRate(now) : `${by} điểm phần trăm, từ ${wordedRate(reportingRate)}`;
				expect(text).toContain(`tỷ lệ cơ sở nộp báo cáo ${word} ${said}`);
			}),
		);
	});
});

describe("sentences as an official reads them", () => {
	const ten: Told = { reported: 10, missing: 3, late: 2, met: 7, notMet: 2, provisional: 1 };

	test.each([
		[
			ten,
			"Thực hiện đợt “Rà soát”, có 10/13 cơ sở giáo dục đã nộp báo cáo, đạt 76,9%; còn 3 cơ sở chưa nộp; trong đó 8 cơ sở nộp đúng hạn, 2 cơ sở nộp muộn.",
		],
		[
			{ ...ten, missing: 0, late: 0 },
			"Thực hiện đợt “Rà soát”, toàn bộ 10 cơ sở giáo dục được giao đã nộp báo cáo, đạt 100%. Các báo cáo đều nộp đúng hạn.",
		],
		[
			{ reported: 0, missing: 1234, late: 0, met: 0, notMet: 0, provisional: 0 },
			"Thực hiện đợt “Rà soát”, chưa có cơ sở giáo dục nào trong số 1.234 cơ sở được giao nộp báo cáo.",
		],
	])("reporting of %o", (one, sentence) => {
		const facts = rated(one);
		expect(say(facts, reporting(facts))).toBe(sentence);
	});

	test.each([
		[{ ...ten }, "Có 7 cơ sở được xếp loại Đạt, bằng 70% số cơ sở đã nộp; 2 cơ sở Chưa đạt, 1 cơ sở chưa kết luận."],
		[
			{ ...ten, met: 10, notMet: 0, provisional: 0 },
			"Toàn bộ 10 cơ sở đã nộp được xếp loại Đạt, bằng 100% số cơ sở đã nộp.",
		],
		[{ ...ten, met: 0, notMet: 10, provisional: 0 }, "Chưa có cơ sở nào được xếp loại Đạt; 10 cơ sở Chưa đạt."],
	])("verdicts of %o", (one, sentence) => {
		const facts = rated(one);
		expect(say(facts, verdicts(facts))).toBe(sentence);
	});

	test.each([
		[{ open: 0, overdue: 0, petitions: 0 }, "Hiện không còn tồn tại nào chưa khắc phục."],
		[
			{ open: 5, overdue: 1, petitions: 2 },
			"Còn 5 tồn tại đang được khắc phục theo biện pháp, thời hạn các trường đã nêu, 1 tồn tại đã quá thời hạn; 2 tồn tại các trường kiến nghị cấp trên hỗ trợ.",
		],
	])("findings of %o", (of, sentence) => {
		const facts = rated(ten, { findings: of });
		expect(say(facts, findings(facts))).toBe(sentence);
	});
});
