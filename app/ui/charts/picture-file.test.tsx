import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mapPicture } from "#app/domain/reports/map-picture.ts";
import { lateGrid } from "#app/domain/reports/overview-lines.ts";
import type { OverviewPicture } from "#app/domain/reports/overview-pictures.ts";
import type { Picture } from "#app/domain/reports/pictures.ts";
import { figuresOf } from "#app/domain/reports/rules.ts";
import { dueBuckets } from "#app/domain/reports/schema.ts";
import type { SchoolPicture } from "#app/domain/reports/school-pictures.ts";
import { pngOf } from "#app/platform/pictures/png.ts";
import { overviewSvg, paper, pictureSvg, schoolSvg } from "./picture-file.tsx";

const about = { id: "c", dueOn: "2026-11-25", recipients: 3, rated: true, today: "2026-11-26", inspect: true };
const evil = `Trường <b>"Ơ & Ữ"</b>`;
const commune = (id: string, reported: number) => ({
	id,
	name: evil,
	figures: figuresOf({ recipients: 3, reported, verdict_met: reported }),
});
const outline = { name: "Gộp", unitIds: ["a", "b"], d: "M0,0L9,0L9,9Z", x: 5, y: 5, room: 90 };
const map = { fileName: "x", uploadedBy: "", uploadedAt: "", width: 100, height: 50, areas: [outline] };
const pictures: Picture[] = [
	{ kind: "map", map: mapPicture([commune("a", 0), commune("b", 2), commune("c", 0)], map, "met") },
	{ kind: "map", map: mapPicture([], null, "rate") },
	{ kind: "days", days: [{ day: "2026-11-25", returned: 2, total: 2 }] },
	{ kind: "days", days: [] },
	{
		kind: "kinds",
		rows: [{ kind: "MN", ownership: "la", recipients: 3, reported: 2, met: 1, notMet: 1, provisional: 0 }],
	},
	{
		kind: "criteria",
		failed: 1,
		criteria: 2,
		rows: [{ code: "A.1", text: evil, mandatory: true, knockout: false, unmet: 1, applicable: 0, rate: null }],
	},
	{
		kind: "heat",
		reported: 1,
		heat: {
			sections: [{ code: "A", title: evil }],
			rows: [
				{
					schoolId: "s",
					returnId: "r",
					code: "1",
					name: evil,
					commune: "",
					percentTenths: null,
					cells: [{ met: 0, unmet: 0 }],
				},
			],
		},
	},
];

test("names on a map keep out of each other's way: the larger area has its name, the other keeps its figure", () => {
	const area = (name: string, x: number, y: number, room: number) => ({
		...outline,
		name,
		unitIds: [name],
		x,
		y,
		room,
	});
	const areas = [area("Giao Minh", 60, 20, 40), area("Giao Hoà", 58, 21, 50), area("Giao Phúc", 20, 45, 40)];
	const communes = areas.map(({ name }) => ({ ...commune(name, 3), name }));
	const svg = pictureSvg({ kind: "map", map: mapPicture(communes, { ...map, areas }, "rate") }, about, {
		title: "",
		lines: [],
		locale: "vi",
		fonts: "",
	});
	const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
	expect(texts.filter((text) => text?.startsWith("Giao"))).toEqual(["Giao Hoà", "Giao Phúc"]);
	expect(texts.filter((text) => text === "100%" || text === "100 %")).toHaveLength(3);
});

test.each(pictures.map((picture, at) => [`${picture.kind} ${at}`, picture] as const))(
	"%s is drawn whole: no markup of a name, no number that is none, no style attribute, no link",
	async (_, picture) => {
		const svg = pictureSvg(picture, about, { title: evil, lines: [evil], locale: "vi", fonts: "" });
		expect(svg).not.toMatch(/NaN|Infinity|undefined|<b>|\sstyle=|<a\s/);
		const png = Buffer.from(await pngOf(svg));
		expect(png.subarray(1, 4).toString()).toBe("PNG");
		expect(png.readUInt32BE(16)).toBe(1800);
	},
);

const campaign = (over: object = {}) => ({
	id: "c",
	title: evil,
	state: "issued" as const,
	opens_on: "2026-11-16",
	due_on: "2026-11-25",
	rated: true,
	figures: figuresOf({ recipients: 3, reported: 2, on_time: 1, late: 1 }),
	missed: 1,
	...over,
});
const light = { vi: evil };
const line = { recipients: 0, reported: 0, totals: {}, lights: {} };
const stages = { none: 0, adapting: 0, consulting: 0, consulted: 0, decided: 0, published: 0 };
const many = Array.from({ length: 9 }, (_, at) => ({ id: `c${at}`, title: evil, dueOn: "2026-11-20" }));
const overview: OverviewPicture[] = [
	{
		kind: "campaigns",
		today: "2026-11-26",
		campaigns: [campaign(), campaign({ id: "d", figures: figuresOf({}), missed: 0 })],
	},
	{ kind: "late", grid: { campaigns: [], rows: [], total: 0 } },
	{
		kind: "late",
		grid: lateGrid(
			many,
			many.flatMap(({ id }) =>
				Array.from({ length: 30 }, (_, at) => ({ campaignId: id, communeId: `x${at}`, commune: evil, n: 1 + at })),
			),
		),
	},
	{ kind: "measures", counts: dueBuckets.map((due) => ({ due, open: 0, petitions: 0 })) },
	{
		kind: "adoption",
		totals: {
			schools: 0,
			stages,
			adoptionPercent: null,
			outdated: 0,
			staff: { members: 0, asked: 0, signed: 0, earlier: 0 },
			acknowledgementPercent: null,
		},
	},
	{
		kind: "cameras",
		status: {
			campaign: { id: "c", title: evil, dueOn: "2026-11-25" },
			line,
			lights: [{ code: "L", label: light, says: { green: light, amber: light, red: light } }],
			columns: [],
		},
	},
];
const own: SchoolPicture[] = [
	{
		kind: "rounds",
		rounds: [{ campaignId: "c", returnId: "r", title: evil, dueOn: "2026-11-25", own: null, median: null }],
	},
	{
		kind: "sections",
		campaign: { id: "c", returnId: "r", title: evil },
		before: { title: evil },
		sections: [
			{ code: "A", title: evil, own: 1000, median: 0, before: 1000 },
			{ code: "B", title: evil, own: null, median: null, before: null },
		],
	},
];

test("so is every picture of the office's first page and of a school, of nothing and of very much", async () => {
	const words = { title: evil, lines: [evil], locale: "vi" as const, fonts: "" };
	const drawn = [...overview.map((one) => overviewSvg(one, words)), ...own.map((one) => schoolSvg(one, words))];
	for (const svg of drawn) {
		expect(svg).not.toMatch(/NaN|Infinity|undefined|<b>|\sstyle=|<a\s/);
		expect(
			Buffer.from(await pngOf(svg))
				.subarray(1, 4)
				.toString(),
		).toBe("PNG");
	}
});

test("each commune stands in one area, and areas add up to the communes", () => {
	const twice = { ...map, areas: [outline, { ...outline, unitIds: ["b", "c"] }] };
	const { areas } = mapPicture([commune("a", 1), commune("b", 2), commune("c", 3), commune("d", 3)], twice, "rate");
	expect(areas.map(({ ids }) => ids)).toEqual(["a,b", "c", "d"]);
	expect(areas.reduce((sum, { part }) => sum + part, 0)).toBe(9);
	expect(areas.reduce((sum, { whole }) => sum + whole, 0)).toBe(12);
});

test("a file has the light colours of the kit", () => {
	const [light = ""] = readFileSync("app/styles.css", "utf8").split("@variant dark");
	for (const [name, colour] of Object.entries(paper)) expect(light).toContain(`--color-${name}: ${colour};`);
});
