import { addDays } from "#app/domain/days.ts";
import { answerKey } from "#app/domain/forms/answers.ts";
import type { Answers, AnswerValue, SchoolFacts } from "#app/domain/forms/schema.ts";
import { validateReturn } from "#app/domain/forms/validate.ts";
import { cameraStatus } from "#db/seed/library/camera.ts";
import { area as item, roster } from "#db/seed/library/camera-areas.ts";
import { type Area, firstAreas, groupOf, laterAreas } from "./cameras.ts";
import { type Random, randomFrom } from "./random.ts";

/** Whose return is to be made up. */
export type CameraWish = {
	school: SchoolFacts;
	/** The school's code: the same school answers alike each time. */
	key: string;
	/** Calendar day of the figures of each round so far, in order; the answers are those of the last. */
	days: readonly [string, ...string[]];
};

type Values = Record<string, AnswerValue>;

/**
 * A whole camera return in which `validateReturn` finds no error: the same for the same wish. In a later round the areas keep their
 * rows and names, system and governance stay as they were unless rules or signs came to be, and a few cameras are repaired, broken or new.
 */
export function cameraAnswers({ school, key, days }: CameraWish): Answers {
	const [first, ...later] = days;
	let areas = firstAreas(school, randomFrom(`camera/${key}/1`), first);
	let day: string = first;
	for (const [at, next] of later.entries()) {
		areas = laterAreas(areas, randomFrom(`camera/${key}/${at + 2}`), day, next);
		day = next;
	}
	const round = days.length;
	const equipped = areas.some(({ cameras }) => cameras > 0);
	const values: Values = {
		...header(school, areas, randomFrom(`camera/${key}/header`), day),
		...Object.assign({}, ...areas.map((area, at) => rowValues(area, at + 1, key))),
		...(equipped && {
			...system(school, areas, randomFrom(`camera/${key}/system`), first),
			...governance(school, key, round, first),
		}),
		...plan(areas, randomFrom(`camera/${key}/plan/${round}`), day),
	};
	const answers = Object.fromEntries(
		Object.entries(values).map(([code, value]) => [code, { value, note: "", measure: null }]),
	);
	const [fault] = validateReturn(cameraStatus.definition, answers, school).filter(
		({ severity }) => severity === "error",
	);
	if (fault) throw new Error(`generated answer to ${fault.item}#${fault.row} is not valid: ${fault.code}`);
	return answers;
}

function header(school: SchoolFacts, areas: readonly Area[], random: Random, day: string): Values {
	return {
		"CAM-TT.1": day,
		// No subscriber's number begins with 0, so this is nobody's.
		"CAM-TT.2": `0228 000 0${String(random.whole(0, 999)).padStart(3, "0")}`,
		"CAM-TT.3": Math.max(1, school.sites ?? 1),
		"CAM-TT.4": areas.filter(({ type }) => type === "phong_lop").length,
		"CAM-TT.5": school.pupils ?? 20,
	};
}

function rowValues(area: Area, place: number, key: string): Values {
	const random = randomFrom(`camera/${key}/${area.row}`);
	const equipped = area.cameras > 0;
	const values: Values = {
		[roster]: place,
		[item.name]: area.name,
		[item.type]: area.type,
		[item.installed]: equipped ? "co" : "khong",
		...(equipped && {
			[item.cameras]: area.cameras,
			[item.working]: area.cameras - area.broken,
			[item.broken]: area.broken,
			[item.kind]: random.chance(0.7) ? "ip" : "analog",
			[item.sound]: area.sound ? "co" : "khong",
			[item.view]: area.wholeView ? "toan_bo" : "mot_phan",
			[item.screens]: random.chance(0.6) ? ["ban_giam_hieu"] : ["ban_giam_hieu", "bao_ve"],
		}),
		...(area.broken > 0 && { [item.brokenOn]: area.brokenOn, [item.reason]: area.reason }),
	};
	return Object.fromEntries(Object.entries(values).map(([code, value]) => [answerKey(code, area.row), value]));
}

const providers = [
	"Nhà mạng cung cấp internet cho trường",
	"Công ty thiết bị an ninh trong tỉnh",
	"Cửa hàng lắp đặt camera tại thị trấn",
];

function system(school: SchoolFacts, areas: readonly Area[], random: Random, first: string): Values {
	const cameras = areas.reduce((sum, one) => sum + one.cameras, 0);
	const keeps = random.pick(["dau_ghi", "dau_ghi", "dau_ghi", "dam_may", "the_nho"]);
	const fromBudget = groupOf(school) === "public";
	return {
		"CAM-HT.1": keeps,
		"CAM-HT.2": random.pick([7, 10, 15, 15, 30, 30]),
		"CAM-HT.3": keeps === "dam_may" ? random.pick(["trong_nuoc", "chua_ro"]) : "trong_nuoc",
		"CAM-HT.4": random.chance(0.85) ? "co" : "khong",
		"CAM-HT.5": random.chance(0.3) ? "co" : "khong",
		"CAM-HT.6": random.pick(["da_doi", "da_doi", "mot_phan", "chua"]),
		"CAM-HT.7": random.pick(providers),
		"CAM-HT.8": addDays(first, -random.whole(200, 2200)),
		"CAM-HT.9": fromBudget
			? random.pick([["xa_hoi_hoa"], ["ngan_sach", "xa_hoi_hoa"], ["cha_me"], ["ngan_sach"]])
			: ["don_vi"],
		"CAM-HT.10": cameras * random.whole(18, 30) * 100_000,
		"CAM-HT.11": random.whole(0, 4) * 600_000,
	};
}

/** Rules, signs and consultation, once there, stay; some schools have them only from the second round. */
function governance(school: SchoolFacts, key: string, round: number, first: string): Values {
	// Each thing is drawn by itself: what changes in a later round may not change the others.
	const draw = (what: string) => randomFrom(`camera/${key}/governance/${what}`);
	const since = (what: string, early: number) => {
		const random = draw(what);
		const [before, meanwhile] = [random.chance(early), random.chance(0.4)];
		return before || (meanwhile && round > 1);
	};
	const [rules, signs, asked] = [since("rules", 0.5), since("signs", 0.4), since("asked", 0.5)];
	const parents = Math.max(5, Math.round((school.pupils ?? 20) * 0.9));
	const teachers = Math.max(1, Math.round((school.staff ?? 3) * 0.75));
	return {
		"CAM-QL.1": rules ? "co" : "khong",
		...(rules && {
			"CAM-QL.2": `${draw("number").whole(8, 60)}/QĐ-${school.kind}`,
			"CAM-QL.3": addDays(first, -draw("decided").whole(20, 400)),
		}),
		"CAM-QL.4": ["hieu_truong", ...draw("viewers").shuffle(["pho_hieu_truong", "bao_ve", "cong_an"]).slice(0, 2)],
		"CAM-QL.5": draw("charge").pick(["lanh_dao", "nhan_vien", "nhan_vien", "chua"]),
		"CAM-QL.6": asked && draw("online").chance(groupOf(school) === "public" ? 0.1 : 0.5) ? "khung_gio" : "khong",
		"CAM-QL.7": signs ? "day_du" : draw("some-signs").chance(0.6) ? "mot_phan" : "chua",
		"CAM-QL.8": asked ? "co" : "khong",
		...(asked && {
			"CAM-QL.9": addDays(first, -draw("meeting").whole(10, 90)),
			"CAM-QL.10": parents,
			// The survey: parents agree far more often than teachers.
			"CAM-QL.11": Math.round((parents * draw("parents").whole(80, 98)) / 100),
			"CAM-QL.13": teachers,
			"CAM-QL.14": Math.round((teachers * draw("teachers").whole(45, 90)) / 100),
		}),
		"CAM-QL.16": rules ? ["don", "nguoi_duyet", ...(draw("book").chance(0.5) ? ["so"] : [])] : ["chua"],
		"CAM-QL.17": draw(`exports/${round}`).pick([0, 0, 0, 1, 2]),
	};
}

const requests = [
	"Đề nghị {Phòng GD&ĐT|UBND huyện} hỗ trợ kinh phí {lắp thêm camera tại sân chơi và cổng trường|thay các mắt camera đã hỏng}.",
	"Đề nghị {hướng dẫn|ban hành mẫu} quy chế quản lý, sử dụng camera để các trường thực hiện thống nhất.",
	"Đề nghị cho phép vận động xã hội hóa để {lắp đặt|nâng cấp} hệ thống camera theo đúng quy định.",
];

function plan(areas: readonly Area[], random: Random, day: string): Values {
	const broken = areas.reduce((sum, one) => sum + one.broken, 0);
	const bare = areas.filter(({ cameras }) => cameras === 0).length;
	const needed = broken + (random.chance(0.6) ? random.whole(1, Math.max(1, Math.min(6, bare))) : 0);
	if (needed === 0) return { "CAM-KH.1": 0 };
	return {
		"CAM-KH.1": needed,
		"CAM-KH.2": needed * random.whole(20, 35) * 100_000,
		"CAM-KH.3": addDays(day, random.whole(60, 240)),
		"CAM-KH.4": random.vary(random.pick(requests)),
	};
}
