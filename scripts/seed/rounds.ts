import type { Answers } from "#app/domain/forms/schema.ts";
import type { SchoolKind } from "#app/domain/units/schema.ts";
import { openSchools } from "./accounts.ts";
import { cameraAnswers } from "./camera-answers.ts";
import { conductAnswers } from "./conduct-answers.ts";
import type { Defect } from "./defects.ts";
import { generalDefects } from "./defects-general.ts";
import { preschoolFacilityDefects } from "./defects-preschool.ts";
import { preschoolCareDefects } from "./defects-preschool-care.ts";
import type { DemoSchool } from "./district.ts";
import type { Ending } from "./story.ts";

/** One campaign of the demo district. Days are counted from the day of seeding. */
export type Round = {
	key: "closed" | "conduct" | "open" | "general" | "cameras";
	template: string;
	title: (monthYear: string) => string;
	instruction: string;
	task: string;
	kinds: SchoolKind[];
	opens: number;
	due: number;
	/** The day it was closed; null: it is open. */
	closes: number | null;
	/** Days from the first to the last on which returns were sent. */
	sending: [number, number];
	/** Days from one step of a return to the next. */
	pace: [number, number];
	/** How many returns end how, in shuffled order of schools; schools left over have not started. */
	endings: readonly [Ending, number][];
	/** Schools whose ending is told, by code. */
	fixed: Readonly<Record<string, { ending: Ending; share?: number }>>;
	/** Returns sent after the due day, and accepted ones that were sent back first. */
	late: number;
	viaSendBack: number;
	/** Share of the returns sent that do not meet the standard. */
	notMet: number;
	/** How many schools had an event that fails them whatever else holds. */
	knockedOut: number;
	defects: readonly Defect[];
	/** What a school answers, for forms that judge nobody; the others draw from `defects`. */
	answers?: (school: DemoSchool, day: string) => Answers;
};

const preschoolKinds: SchoolKind[] = ["MN", "NT", "MG", "NTDL", "LMG", "LMN"];
const generalKinds: SchoolKind[] = ["TH", "THCS", "PTNC", "THPT", "GDTX", "CB"];
const preschoolDefects = [...preschoolFacilityDefects, ...preschoolCareDefects];

export const rounds: readonly Round[] = [
	{
		key: "closed",
		template: "BK-MN-2019",
		title: (month) => `Rà soát trường học an toàn bậc mầm non, đợt 1 (tháng ${month})`,
		instruction:
			"Các trường mầm non, nhóm trẻ độc lập tự rà soát theo bảng kiểm, có đại diện cha mẹ cùng tham gia. Mỗi nội dung chưa đạt nêu rõ vị trí, biện pháp, người làm và thời hạn.",
		task: "4b",
		kinds: preschoolKinds,
		opens: -68,
		due: -54,
		closes: -46,
		sending: [-65, -55],
		pace: [1, 2],
		endings: [["accepted", 26]],
		fixed: {},
		late: 3,
		viaSendBack: 5,
		notMet: 0.3,
		knockedOut: 1,
		defects: preschoolDefects,
	},
	{
		key: "conduct",
		template: "QTUX-566",
		title: (month) => `Xây dựng, ban hành Bộ Quy tắc ứng xử trong cơ sở giáo dục (tháng ${month})`,
		instruction:
			"Mọi cơ sở giáo dục soạn Bộ Quy tắc ứng xử từ mẫu này, lấy ý kiến, ban hành, công khai và tổ chức ký xác nhận; sau đó nộp báo cáo, phần lớn số liệu hệ thống tự lấy.",
		task: "4a",
		kinds: [...preschoolKinds, ...generalKinds],
		opens: -40,
		due: 20,
		closes: null,
		sending: [-4, -3],
		pace: [1, 1],
		// Those whose code is published: `conduct-stories.ts`.
		endings: [],
		fixed: {},
		late: 0,
		viaSendBack: 0,
		notMet: 0,
		knockedOut: 0,
		defects: [],
		answers: ({ code }) => conductAnswers(code),
	},
	{
		key: "open",
		template: "BK-MN-2019",
		title: (month) => `Rà soát trường học an toàn bậc mầm non, đợt 2 (tháng ${month})`,
		instruction:
			"Rà soát lại toàn bộ theo bảng kiểm; đối chiếu với những nội dung chưa đạt ở đợt 1. Vướng mắc liên hệ bộ phận cơ sở vật chất của Phòng.",
		task: "4b",
		kinds: preschoolKinds,
		opens: -6,
		due: 9,
		closes: null,
		sending: [-5, -4],
		pace: [1, 1],
		endings: [
			["submitted", 6],
			["draft", 4],
			["accepted", 4],
			["sent_back", 2],
			["resubmitted", 2],
		],
		fixed: {
			[openSchools.half]: { ending: "draft", share: 0.5 },
			[openSchools.sentBack]: { ending: "sent_back" },
			[openSchools.notStarted]: { ending: "not_started" },
			[openSchools.group]: { ending: "not_started" },
		},
		late: 0,
		viaSendBack: 1,
		notMet: 0.3,
		knockedOut: 0,
		defects: preschoolDefects,
	},
	{
		key: "general",
		template: "BK-PT-18",
		title: (month) => `Rà soát trường học an toàn bậc phổ thông, giáo dục thường xuyên (tháng ${month})`,
		instruction:
			"Các trường tiểu học, THCS, THPT và trung tâm GDNN-GDTX tự đánh giá theo bảng kiểm, gửi về Phòng đúng hạn.",
		task: "4b",
		kinds: generalKinds,
		opens: -5,
		due: 16,
		closes: null,
		sending: [-4, -4],
		pace: [1, 1],
		endings: [
			["submitted", 8],
			["draft", 7],
			["accepted", 3],
			["sent_back", 1],
		],
		fixed: { [openSchools.primary]: { ending: "draft", share: 0.9 } },
		late: 0,
		viaSendBack: 0,
		notMet: 0.35,
		knockedOut: 0,
		defects: generalDefects,
	},
	{
		key: "cameras",
		template: "BK-CAMERA",
		title: (month) => `Hiện trạng camera tại cơ sở giáo dục mầm non (tháng ${month})`,
		instruction:
			"Mỗi phòng nhóm, lớp và mỗi khu vực khai một dòng, kể cả nơi chưa lắp camera. Biểu này chỉ ghi nhận hiện trạng, không xếp loại.",
		task: "4c",
		kinds: preschoolKinds,
		opens: -4,
		due: 12,
		closes: null,
		sending: [-3, -3],
		pace: [1, 1],
		endings: [
			["submitted", 7],
			["accepted", 9],
			["draft", 3],
		],
		fixed: {
			[openSchools.half]: { ending: "not_started" },
			[openSchools.notStarted]: { ending: "not_started" },
			[openSchools.group]: { ending: "not_started" },
		},
		late: 0,
		viaSendBack: 0,
		notMet: 0,
		knockedOut: 0,
		defects: [],
		answers: ({ code, facts }, day) => cameraAnswers({ school: facts, key: code, days: [day] }),
	},
];
