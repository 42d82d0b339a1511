import type { JsonText } from "./columns.ts";

export type UnitTable = {
	id: string;
	/** Where the unit sits in the tree; who manages a school is `school.managed_by`. */
	parent_id: string | null;
	/** Code of a row of `unit_level`. */
	level: string;
	/** Official code, unique and immutable (Thông tư 42/2021 Đ10). */
	code: string;
	name: string;
	/** Name and code without tone marks, lower case: what search looks in. */
	search: string;
	/** Ids from the root to this unit, each followed by `/`: `a/b/c/`. A unit below another starts with its path. */
	path: string;
	status: "active" | "closed";
	created_at: string;
	updated_at: string;
};

export type UnitLevelTable = { code: string; name_vi: string; name_en: string; position: number };

export type SchoolTable = {
	school_id: string;
	kind: string;
	ownership: string;
	/** Unit that manages the school: Phòng, Sở or UBND xã. */
	managed_by: string;
	classrooms: number | null;
	pupils: number | null;
	staff: number | null;
	/** Number of sites (điểm trường), the main one included. */
	sites: number | null;
	updated_at: string;
};

export type UnitImportTable = {
	id: string;
	office_id: string;
	file_id: string;
	/** Column mapping chosen by the person, or null for the one found. */
	mapping: JsonText | null;
	state: "previewed" | "confirmed";
	/** Counts by fate. */
	summary: JsonText;
	created_by: string;
	created_at: string;
	confirmed_at: string | null;
};

/** Borders as an office uploaded them, simplified and laid out to be drawn. */
export type UnitMapTable = {
	office_id: string;
	file_name: string;
	/** What the outlines are drawn in. */
	width: number;
	height: number;
	/** `units/map-schema.ts#MapOutline[]`. */
	areas: JsonText;
	uploaded_by: string;
	uploaded_at: string;
};
