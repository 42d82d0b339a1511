import { addDays, daysBetween } from "#app/domain/days.ts";
import type { SchoolFacts } from "#app/domain/forms/schema.ts";
import type { Random } from "./random.ts";

/** An area of a preschool and the cameras in it, as a generated school has them. */
export type Area = {
	/** The same in every round: the id of its row. */
	row: string;
	name: string;
	type: "phong_lop" | "san_choi" | "hanh_lang" | "cong" | "bep";
	cameras: number;
	broken: number;
	brokenOn: string;
	reason: string;
	wholeView: boolean;
	sound: boolean;
};

/**
 * The only real survey (annexes E: thousands of preschools, 2018) had cameras in yard or corridor at 48 % of public schools, 73 % of other
 * schools and 53 % of independent groups; in the classroom at 1, 4 and over 10 %. Outside is taken as it was. Inside is taken higher, as
 * years have passed, in the same order: what the demo shows is invented and claims to be nobody's figure.
 */
const rates = {
	public: { outside: 0.48, inside: 0.1 },
	private: { outside: 0.73, inside: 0.3 },
	independent: { outside: 0.53, inside: 0.45 },
} as const;

const independentKinds = new Set(["NTDL", "LMG", "LMN"]);

export function groupOf(school: Pick<SchoolFacts, "kind" | "ownership">): keyof typeof rates {
	if (independentKinds.has(school.kind)) return "independent";
	return school.ownership === "cong_lap" ? "public" : "private";
}

const reasons = ["mat", "nguon", "day", "mang", "dau_ghi", "thien_tai"];

/** Areas of a school in its first round. */
export function firstAreas(school: SchoolFacts, random: Random, day: string): Area[] {
	const rate = rates[groupOf(school)];
	const [outside, inside] = [random.chance(rate.outside), random.chance(rate.inside)];
	const rooms = classroomNames(school).map((name, at) =>
		newArea(random, { row: `phong-${at + 1}`, name, type: "phong_lop" }, inside && random.chance(0.8) ? 1 : 0),
	);
	const sites = Math.max(1, school.sites ?? 1);
	const yards = Array.from({ length: sites }, (_, at) => {
		const where = sites === 1 ? "" : at === 0 ? " điểm trường chính" : ` điểm trường ${at + 1}`;
		// Cameras begin at the main site; small sites follow.
		const covered = outside && random.chance(at === 0 ? 1 : 0.5);
		const place = (row: string, name: string, type: Area["type"], most: number, chance: number) =>
			newArea(
				random,
				{ row: `${row}-${at + 1}`, name: `${name}${where}`, type },
				covered && random.chance(chance) ? random.whole(1, most) : 0,
			);
		return [
			place("san", "Sân chơi", "san_choi", 3, 1),
			place("hanh-lang", "Hành lang", "hanh_lang", 3, 0.7),
			place("cong", "Cổng trường", "cong", 2, 0.8),
			place("bep", "Bếp ăn", "bep", 1, 0.5),
		];
	}).flat();
	return [...rooms, ...yards].map((area) => breakSome(area, random, day, 120));
}

/** The same areas later: some of what was broken is repaired, something else breaks, a few areas get their first camera. */
export function laterAreas(before: readonly Area[], random: Random, from: string, to: string): Area[] {
	const equipped = before.some(({ cameras }) => cameras > 0);
	return before.map((area) => {
		if (area.cameras === 0) {
			const first = random.chance(equipped ? 0.12 : 0.04) ? 1 : 0;
			return { ...area, cameras: first };
		}
		if (area.broken > 0) return random.chance(0.6) ? { ...area, broken: 0, brokenOn: "", reason: "" } : area;
		return random.chance(0.4) ? breakSome(area, random, to, daysBetween(from, to)) : area;
	});
}

function newArea(random: Random, named: Pick<Area, "row" | "name" | "type">, cameras: number): Area {
	const whole = random.chance(0.65);
	return { ...named, cameras, broken: 0, brokenOn: "", reason: "", wholeView: whole, sound: random.chance(0.15) };
}

/** About every eighth camera is broken, since some day of the days before. */
function breakSome(area: Area, random: Random, day: string, within: number): Area {
	const broken = Array.from({ length: area.cameras }, () => random.chance(0.12)).filter(Boolean).length;
	if (broken === 0) return area;
	const since = random.whole(1, Math.max(1, Math.min(within, 120)));
	return { ...area, broken, brokenOn: addDays(day, -since), reason: random.pick(reasons) };
}

/** Names as schools give them: by age, with a letter where there are several. */
function classroomNames(school: SchoolFacts): string[] {
	const count = Math.max(1, school.classrooms ?? 1);
	if (groupOf(school) === "independent") {
		return Array.from({ length: count }, (_, at) => (count === 1 ? "Nhóm trẻ" : `Nhóm trẻ ${at + 1}`));
	}
	const ages = agesOf[school.kind] ?? ["Lớp 5 tuổi", "Lớp 4 tuổi", "Lớp 3 tuổi", "Nhóm trẻ 24–36 tháng"];
	return Array.from({ length: count }, (_, at) => {
		const letter = String.fromCharCode(65 + Math.floor(at / ages.length));
		return `${ages[at % ages.length]} ${letter}`;
	});
}

const agesOf: Record<string, string[]> = {
	NT: ["Nhóm trẻ 24–36 tháng", "Nhóm trẻ 12–24 tháng", "Nhóm trẻ 3–12 tháng"],
	MG: ["Lớp 5 tuổi", "Lớp 4 tuổi", "Lớp 3 tuổi"],
};
