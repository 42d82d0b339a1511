import { newId } from "#app/domain/id.ts";
import { LEVELS } from "#app/domain/units/schema.ts";
import type { SchoolTable, UnitTable } from "#db/tables/units.ts";
import { provinceFacts } from "./province-form.ts";
import { unitRow } from "./units.ts";

/** A school of the generated province with the commune it sits in. */
export type ProvinceSchool = { unit: UnitTable; row: SchoolTable; commune: UnitTable; personId: string };

export type ProvinceUnits = { root: UnitTable; offices: UnitTable[]; communes: UnitTable[]; schools: ProvinceSchool[] };

const SCHOOLS_PER_COMMUNE = 25;
const COMMUNES_PER_OFFICE = 24;

const first = "Giao,Hải,Nghĩa,Trực,Xuân,Yên,Nam,Mỹ,Vụ,Ý,Hoằng,Quảng,Thanh,Đông,Tân,Phú,Long,Kim,Hồng,Bình".split(",");
const second = "An,Bình,Châu,Dương,Hà,Hưng,Lạc,Lộc,Minh,Nhân,Phong,Phúc,Sơn,Tân,Thành,Thắng,Thịnh,Tiến,Trung,Yến".split(
	",",
);
const kinds = [
	{ kind: "MN", name: "Trường Mầm non" },
	{ kind: "TH", name: "Trường Tiểu học" },
	{ kind: "THCS", name: "Trường THCS" },
	{ kind: "MN", name: "Trường Mầm non" },
	{ kind: "TH", name: "Trường Tiểu học" },
	{ kind: "THPT", name: "Trường THPT" },
] as const;

/** A tree of Sở, Phòng, communes and so many schools, with names as they are in life. */
export function provinceUnits(schools: number, at: string): ProvinceUnits {
	const root = unitRow({ level: LEVELS.province, code: "T99", name: "Sở GD&ĐT tỉnh mẫu", parent: null }, at);
	const offices: UnitTable[] = [];
	const communes: UnitTable[] = [];
	for (let n = 0; n < Math.ceil(schools / SCHOOLS_PER_COMMUNE); n += 1) {
		if (n % COMMUNES_PER_OFFICE === 0) {
			const name = `Phòng GD&ĐT huyện ${word(first, offices.length)} ${word(second, offices.length * 7)}`;
			offices.push(unitRow({ level: LEVELS.office, code: `T99${pad(offices.length, 3)}`, name, parent: root }, at));
		}
		const parent = offices.at(-1) ?? root;
		const name = `Xã ${word(first, n)} ${word(second, Math.floor(n / first.length))}`;
		communes.push(unitRow({ level: LEVELS.commune, code: `TX${pad(n, 5)}`, name, parent }, at));
	}
	const rows = Array.from({ length: schools }, (_, n): ProvinceSchool => {
		const commune = communes[Math.floor(n / SCHOOLS_PER_COMMUNE)] ?? root;
		const { kind, name } = kinds[n % kinds.length] ?? kinds[0];
		const place = commune.name.replace("Xã ", "");
		const number = Math.floor((n % SCHOOLS_PER_COMMUNE) / kinds.length) + 1;
		const unit = unitRow(
			{ level: LEVELS.school, code: `TS${pad(n, 6)}`, name: `${name} ${place} ${number}`, parent: commune },
			at,
		);
		const manager = kind === "THPT" ? root : commune;
		return {
			unit,
			row: { ...provinceFacts, school_id: unit.id, kind, managed_by: manager.id, updated_at: at },
			commune,
			personId: newId(),
		};
	});
	return { root, offices, communes, schools: rows };
}

function word(list: readonly string[], at: number): string {
	return list[at % list.length] ?? "";
}

function pad(number: number, digits: number): string {
	return String(number + 1).padStart(digits, "0");
}
