import { z } from "zod";
import { cleanLine } from "../text.ts";

/** Levels of the tree. They are rows of `unit_level`, because a reorganisation may add or drop one; these are ours. */
export const LEVELS = { province: "so", office: "phong", commune: "xa", school: "truong", site: "diem" } as const;

/** Kinds of institution (facts §8.2, Luật Giáo dục 2019 Đ26), in the order in which lists show them. */
export const schoolKinds = [
	"MN",
	"NT",
	"MG",
	"NTDL",
	"LMG",
	"LMN",
	"TH",
	"THCS",
	"PTNC",
	"THPT",
	"GDTX",
	"CB",
] as const;
export type SchoolKind = (typeof schoolKinds)[number];

export const ownerships = ["cong_lap", "dan_lap", "tu_thuc"] as const;
export type Ownership = (typeof ownerships)[number];

/** An official code: letters and figures first, so that no code can be taken for a formula. */
export const CODE_SHAPE = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,31}$/u;

/** Largest number that a school's figures may have: beyond any school, well inside both engines' integers. */
export const FIGURE_LIMIT = 99_999;

/** Text that a spreadsheet would run. Such a name is refused everywhere, so that no list can carry it out again. */
export function looksLikeFormula(text: string): boolean {
	return /^[=+@-]/.test(text);
}

const line = (most: number) => z.string().transform(cleanLine).pipe(z.string().min(1).max(most));

/** A figure as a person types it (`1.204`, blank) or as code gives it; null is unknown. */
const figure = z.preprocess(typedFigure, z.number().int().min(0).max(FIGURE_LIMIT).nullable()).default(null);

function typedFigure(value: unknown): unknown {
	if (typeof value !== "string") return value;
	const text = value.trim();
	if (text === "") return null;
	return /^\d{1,3}([.,\s]\d{3})+$/.test(text) ? Number(text.replace(/\D/g, "")) : Number(text);
}

/** What a person may change of a school. Figures are whole numbers, blank when unknown. The code is not among it. */
export const schoolForm = z.object({
	name: line(200).refine((name) => !looksLikeFormula(name)),
	kind: z.enum(schoolKinds),
	ownership: z.enum(ownerships),
	communeId: z.uuid(),
	managerId: z.uuid(),
	classrooms: figure,
	pupils: figure,
	staff: figure,
	sites: figure,
});
export type SchoolForm = z.output<typeof schoolForm>;

/** Closing or opening a school is told with its reason. */
export const closingForm = z.object({ reason: line(500) });

/** A new unit. A school needs its facts; its parent is then its commune. */
export const newUnit = z.object({
	level: z.enum(LEVELS),
	code: z.string().transform(cleanLine).pipe(z.string().regex(CODE_SHAPE)),
	name: line(200).refine((name) => !looksLikeFormula(name)),
	parentId: z.uuid().nullable(),
	school: schoolForm.omit({ name: true, communeId: true }).optional(),
});
export type NewUnit = z.input<typeof newUnit>;

export const statuses = ["active", "closed"] as const;
export type UnitStatus = (typeof statuses)[number];

/** Filters of the list of schools, as they stand in the URL. Absent: any. */
export const schoolSearch = z.object({
	search: z.string().max(200).catch("").default(""),
	kind: z.enum(schoolKinds).nullable().catch(null).default(null),
	/** A unit between the office and the communes: a district of a province. */
	under: z.uuid().nullable().catch(null).default(null),
	commune: z.uuid().nullable().catch(null).default(null),
	ownership: z.enum(ownerships).nullable().catch(null).default(null),
	manager: z.uuid().nullable().catch(null).default(null),
	status: z.enum(statuses).nullable().catch(null).default(null),
	/** Cursors: the row after or before which the page stands, as `listSchools` gave them. */
	after: z.string().max(600).nullable().catch(null).default(null),
	before: z.string().max(600).nullable().catch(null).default(null),
});
export type SchoolSearch = z.output<typeof schoolSearch>;

/** Which schools a campaign goes to. An empty list means any. */
export const schoolFilter = z.object({
	kinds: z.array(z.enum(schoolKinds)).default([]),
	communes: z.array(z.uuid()).default([]),
	ownerships: z.array(z.enum(ownerships)).default([]),
	managers: z.array(z.uuid()).default([]),
});
export type SchoolFilter = z.output<typeof schoolFilter>;

/** One school as lists and pages know it. */
export type School = {
	id: string;
	code: string;
	name: string;
	search: string;
	status: UnitStatus;
	kind: SchoolKind;
	ownership: Ownership;
	/** Where it sits. */
	communeId: string;
	commune: string;
	/** Who manages it. */
	managerId: string;
	manager: string;
	classrooms: number | null;
	pupils: number | null;
	staff: number | null;
	sites: number | null;
	path: string;
	updatedAt: string;
};

/** A unit to choose from: a commune, a manager. */
export type UnitChoice = { id: string; code: string; name: string; level: string };
