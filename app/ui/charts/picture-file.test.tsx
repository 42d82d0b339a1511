import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mapPicture } from "#app/domain/reports/map-picture.ts";
import type { Picture } from "#app/domain/reports/pictures.ts";
import { figuresOf } from "#app/domain/reports/rules.ts";
import { pngOf } from "#app/platform/pictures/png.ts";
import { paper, pictureSvg } from "./picture-file.tsx";

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
