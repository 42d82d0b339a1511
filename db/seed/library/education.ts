/** Education on gender and the skills of self-protection, in figures (letter 566-CV/HU, paragraph 4). */
import type { Expression } from "../../../app/domain/forms/expression-schema.ts";
import type { CrossCheck } from "../../../app/domain/forms/schema.ts";
import {
	type Bilingual,
	type DraftSection,
	decree80,
	everyKind,
	type LibraryTemplate,
	letter566,
	read,
	template,
	w,
} from "./draft.ts";
import { and, answer, eq, has, kindIs, not, or, sum } from "./expressions.ts";
import {
	check,
	choices,
	computed,
	count,
	type DraftFigure,
	option,
	partCheck,
	periodCheck,
	periodItems,
	remark,
	remarksSection,
	shareFigure,
	statusOnly,
	sumFigure,
} from "./fields.ts";

const sessions = w("buổi", "sessions");
const learners = w("người học", "learners");
const people = w("người", "people");

const themes: [code: string, figure: string, text: Bilingual][] = [
	["1", "GIOI", w("Giới, bình đẳng giới, giới tính theo lứa tuổi", "Gender, equality, sex education by age")],
	["2", "XH", w("Phòng, tránh xâm hại trẻ em", "Avoiding child abuse")],
	["3", "BL", w("Phòng, chống bạo lực học đường", "Preventing school violence")],
	["4", "DN", w("Phòng, chống đuối nước", "Preventing drowning")],
	["5", "TN", w("Phòng, chống tai nạn thương tích khác, an toàn giao thông", "Preventing other injuries, road safety")],
	["6", "MANG", w("An toàn trên môi trường mạng", "Safety online")],
];

type Level = {
	code: string;
	title: Bilingual;
	/** Kinds of school that have nothing but this level, or always have it. */
	kinds: string[];
	/** The option of the question on levels that schools of several levels answer. */
	option: string;
	ages: [code: string, text: Bilingual][];
};

const severalLevels = kindIs("PTNC", "GDTX", "CB");
const levelsItem = "GDKN-TT.3";

function grades(from: number, to: number): Level["ages"] {
	return Array.from({ length: to - from + 1 }, (_, at) => [
		`${from + at}`,
		w(`Số người học lớp ${from + at}`, `Learners of grade ${from + at}`),
	]);
}

const levels: Level[] = [
	{
		code: "NT",
		title: w("Nhà trẻ", "Nursery"),
		kinds: ["MN", "LMN", "NT", "NTDL"],
		option: "MN",
		ages: [["1", w("Số trẻ từ 3 đến 36 tháng tuổi", "Children from 3 to 36 months")]],
	},
	{
		code: "MG",
		title: w("Mẫu giáo", "Kindergarten"),
		kinds: ["MN", "LMN", "MG", "LMG"],
		option: "MN",
		ages: [
			["3", w("Số trẻ mẫu giáo 3–4 tuổi", "Children of 3 to 4 years")],
			["4", w("Số trẻ mẫu giáo 4–5 tuổi", "Children of 4 to 5 years")],
			["5", w("Số trẻ mẫu giáo 5–6 tuổi", "Children of 5 to 6 years")],
		],
	},
	{ code: "TH", title: w("Tiểu học", "Primary"), kinds: ["TH"], option: "TH", ages: grades(1, 5) },
	{ code: "CS", title: w("Trung học cơ sở", "Lower secondary"), kinds: ["THCS"], option: "THCS", ages: grades(6, 9) },
	{
		code: "PT",
		title: w("Trung học phổ thông", "Upper secondary"),
		kinds: ["THPT"],
		option: "THPT",
		ages: grades(10, 12),
	},
];

function taught(level: Level): Expression {
	return or(kindIs(...level.kinds), has(levelsItem, level.option));
}

const ageItem = (level: Level, age: string) => `GDKN-${level.code}.${age}`;
const levelSum = (level: Level) => `GDKN-${level.code}.C`;

const levelSections: DraftSection[] = levels.map((level) => ({
	code: level.code,
	title: w(`Người học đã được giáo dục: ${level.title.vi}`, `Learners reached: ${level.title.en}`),
	hint: w(
		"Mỗi người học tính một lần, dù dự nhiều buổi. Không có thì ghi 0.",
		"Each learner counts once, whatever the number of sessions. Write 0 where there is none.",
	),
	visibleIf: taught(level),
	items: [
		...level.ages.map(([age, text]) => count(ageItem(level, age), text, learners, { max: 20_000 })),
		computed(
			levelSum(level),
			w(`Cộng ${level.title.vi.toLowerCase()}`, `Sum, ${level.title.en.toLowerCase()}`),
			sum(...level.ages.map(([age]) => answer(ageItem(level, age)))),
			{ unit: learners },
		),
	],
}));

const general = [["TH"], ["CS"], ["PT"], ["TH", "CS"], ["CS", "PT"], ["TH", "PT"], ["TH", "CS", "PT"]];

/** Which levels a school can have together. */
const together = [["NT"], ["MG"], ["NT", "MG"], ...general, ...general.map((codes) => ["NT", "MG", ...codes])];

/** The levels that a school has add up to its total: a hidden level is no number, so each combination is asked on its own. */
const levelChecks: CrossCheck[] = together.map((codes) => {
	const own = levels.filter(({ code }) => codes.includes(code));
	const exactly = and(...levels.map((level) => (own.includes(level) ? taught(level) : not(taught(level)))));
	return check(
		`GDKN-KT.${codes.join("-")}`,
		or(not(exactly), eq(sum(...own.map((level) => answer(levelSum(level)))), answer("GDKN-NH.2"))),
		w(
			"Số người học cộng theo khối, nhóm tuổi phải bằng tổng số người học đã được giáo dục.",
			"The learners by grade and age must add up to all learners reached.",
		),
		["GDKN-NH.2", ...own.map(levelSum)],
	);
});

const bySession = w("Số buổi theo chủ đề", "Sessions by theme");
const byLevel = w("Người học đã được giáo dục", "Learners reached");
const adults = w("Người lớn", "Adults");

const figures: DraftFigure[] = [
	...themes.map(([code, figure, text]) =>
		sumFigure(`BUOI-${figure}`, text, answer(`GDKN-CD.${code}`), { group: bySession, unit: sessions }),
	),
	sumFigure("BUOI", w("Tổng số buổi", "Sessions in all"), answer("GDKN-CD.7"), {
		group: bySession,
		unit: sessions,
		watched: true,
	}),
	...levels.flatMap((level) => [
		...level.ages.map(([age, text]) =>
			sumFigure(`${level.code}-${age}`, shortened(text), answer(ageItem(level, age)), {
				group: w(`${level.title.vi}`, `${level.title.en}`),
				unit: learners,
			}),
		),
		sumFigure(level.code, w("Cộng", "Sum"), answer(levelSum(level)), {
			group: w(`${level.title.vi}`, `${level.title.en}`),
			unit: learners,
		}),
	]),
	sumFigure("NGUOI-HOC", w("Tổng số", "All"), answer("GDKN-NH.2"), { group: byLevel, unit: learners, watched: true }),
	shareFigure("NGUOI-HOC-TL", w("Tỷ lệ", "Share"), [answer("GDKN-NH.2"), answer("GDKN-NH.1")], { group: byLevel }),
	sumFigure("TAP-HUAN", w("Cán bộ, giáo viên, nhân viên được tập huấn", "Staff trained"), answer("GDKN-NL.2"), {
		group: adults,
		unit: people,
		watched: true,
	}),
	shareFigure("TAP-HUAN-TL", w("Tỷ lệ được tập huấn", "Share trained"), [answer("GDKN-NL.2"), answer("GDKN-NL.1")], {
		group: adults,
	}),
	sumFigure("CHA-ME", w("Cha mẹ được tuyên truyền", "Parents reached"), answer("GDKN-NL.3"), {
		group: adults,
		unit: people,
	}),
];

/** Under the heading of its level a column need not say again whom it counts. */
function shortened({ vi, en }: Bilingual): Bilingual {
	const bare = w(
		vi.replace(/^Số (người học|trẻ( mẫu giáo)?) /, ""),
		en.replace(/^(Learners of|Children (from|of)) /, ""),
	);
	return w(bare.vi.charAt(0).toUpperCase() + bare.vi.slice(1), bare.en.charAt(0).toUpperCase() + bare.en.slice(1));
}

export const education: LibraryTemplate = template({
	code: "BK-GDKN",
	title: w(
		"Giáo dục kiến thức về giới, kỹ năng phòng, tránh bạo lực, xâm hại, tai nạn thương tích",
		"Education on gender and on avoiding violence, abuse and injury",
	),
	kinds: everyKind,
	validFrom: "2019-11-04",
	validTo: null,
	legalBasis: [letter566("mục 4"), read(decree80("Điều 4 khoản 1 và Điều 6 khoản 1"))],
	notes: w(
		"Bản làm việc, chưa đối chiếu phụ lục chính thức (công văn không kèm biểu mẫu). Biểu chỉ thu số đếm. Khối, nhóm tuổi hiện theo loại hình trường; trường nhiều cấp học, cơ sở giáo dục thường xuyên và trường chuyên biệt tự chọn cấp học của mình.",
		"Working draft, not compared with an official annex (the letter has no form). It gathers counts only. Grades and ages follow the kind of school; schools of several levels, continuing education and special schools choose their levels.",
	),
	definition: {
		sections: [
			{
				code: "TT",
				title: w("Kỳ báo cáo", "Period"),
				items: [
					...periodItems("GDKN"),
					choices(
						levelsItem,
						w("Cơ sở dạy chương trình của những cấp học nào?", "Which levels are taught here?"),
						[
							option("MN", "Mầm non", "Preschool"),
							option("TH", "Tiểu học", "Primary"),
							option("THCS", "Trung học cơ sở", "Lower secondary"),
							option("THPT", "Trung học phổ thông", "Upper secondary"),
						],
						{ visibleIf: severalLevels, carry: true },
					),
				],
			},
			{
				code: "CD",
				title: w("Số buổi theo chủ đề", "Sessions by theme"),
				hint: w(
					"Tính tiết học, hoạt động trải nghiệm, sinh hoạt chuyên đề có chủ đề này là chính. Không có thì ghi 0.",
					"Lessons, activities and talks that are mainly about the theme. Write 0 where there is none.",
				),
				items: [
					...themes.map(([code, , text]) => count(`GDKN-CD.${code}`, text, sessions, { max: 10_000 })),
					computed(
						"GDKN-CD.7",
						w("Tổng số buổi", "Sessions in all"),
						sum(...themes.map(([code]) => answer(`GDKN-CD.${code}`))),
						{ unit: sessions },
					),
				],
			},
			{
				code: "NH",
				title: w("Người học", "Learners"),
				items: [
					count("GDKN-NH.1", w("Tổng số người học của đơn vị", "Learners of the school"), learners, {
						min: 1,
						record: "pupils",
					}),
					count(
						"GDKN-NH.2",
						w("Số người học đã được giáo dục ít nhất một chủ đề", "Learners reached by at least one theme"),
						learners,
						{ hint: w("Mỗi người học tính một lần.", "Each learner counts once.") },
					),
				],
			},
			...levelSections,
			{
				code: "NL",
				title: w("Cán bộ, giáo viên, nhân viên và cha mẹ", "Staff and parents"),
				items: [
					count("GDKN-NL.1", w("Tổng số cán bộ, giáo viên, nhân viên", "Staff in all"), people, {
						min: 1,
						record: "staff",
					}),
					count(
						"GDKN-NL.2",
						w("Số người được tập huấn trong kỳ về các chủ đề trên", "Staff trained on these themes in the period"),
						people,
					),
					count(
						"GDKN-NL.3",
						w("Số cha mẹ, người giám hộ được tuyên truyền, hướng dẫn", "Parents and guardians reached"),
						people,
					),
				],
			},
			remarksSection(remark("GDKN-NX.1", w("Khó khăn, kiến nghị", "Difficulties and requests"))),
		],
		checks: [
			periodCheck("GDKN"),
			partCheck(
				"GDKN-KT.2",
				"GDKN-NH.2",
				"GDKN-NH.1",
				w(
					"Số người học đã được giáo dục không được nhiều hơn tổng số người học.",
					"No more learners can be reached than there are.",
				),
			),
			partCheck(
				"GDKN-KT.3",
				"GDKN-NL.2",
				"GDKN-NL.1",
				w("Số người được tập huấn không được nhiều hơn tổng số.", "No more staff can be trained than there are."),
			),
			...levelChecks,
		],
		figures,
		rule: statusOnly,
	},
});
