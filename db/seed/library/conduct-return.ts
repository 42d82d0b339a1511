/**
 * The return on the code of conduct. What the school's own record says of its code is worked out and typed by nobody; asked, once, is only
 * what people know: feedback, breaches, rewards, difficulties.
 */
import type { z } from "zod";
import type { ConductField } from "../../../app/domain/forms/expression-schema.ts";
import type { drawnList, light } from "../../../app/domain/forms/figure-schema.ts";
import type { CrossCheck } from "../../../app/domain/forms/schema.ts";
import { type Bilingual, type DraftItem, type DraftSection, preschoolKinds, w } from "./draft.ts";
import {
	and,
	answer,
	answered,
	div,
	eq,
	ge,
	has,
	hasAny,
	kindIs,
	mul,
	not,
	or,
	percent,
	positive,
	rows,
	school,
	total,
	value,
} from "./expressions.ts";
import {
	check,
	choice,
	computed,
	count,
	type DraftFigure,
	option,
	partCheck,
	remark,
	shareFigure,
	sumFigure,
	textFigure,
	yesFigure,
	yesNo,
} from "./fields.ts";

const people = w("người", "people");
const cases = w("vụ", "cases");
const share = w("%", "%");
const reports = w("ý kiến", "reports");

const fact = (field: ConductField) => school(field);
const isYes = (field: ConductField) => eq(fact(field), value(1));
const published = eq(fact("conduct_stage"), value("published"));
const groupsComplete = ge(fact("conduct_groups"), fact("conduct_groups_wanted"));

const derived: [code: string, text: Bilingual, field: ConductField, more?: Parameters<typeof computed>[3]][] = [
	["1", w("Số quyết định ban hành", "Number of the decision"), "conduct_decision"],
	["2", w("Ngày ban hành", "Day of the decision"), "conduct_decided_on"],
	["3", w("Ngày công khai", "Day of publication"), "conduct_published_on"],
	["4", w("Đăng trên trang thông tin điện tử", "On the website"), "conduct_on_web"],
	["5", w("Niêm yết tại bảng tin", "On the notice board"), "conduct_on_board"],
	["6", w("Số nhóm đối tượng có trong Bộ quy tắc", "Groups that the code covers"), "conduct_groups"],
	["7", w("Số nhóm đối tượng phải có", "Groups that it must cover"), "conduct_groups_wanted"],
	["8", w("Số ý kiến đã lấy", "Voices heard"), "conduct_voices", { unit: reports }],
	["9", w("Tỷ lệ đồng thuận", "Share that agreed"), "conduct_agreed_percent", { digits: 1, unit: share }],
	[
		"10",
		w("Số cán bộ, giáo viên, nhân viên phải ký xác nhận", "Staff asked to acknowledge"),
		"conduct_asked",
		{ unit: people },
	],
	[
		"11",
		w("Số người đã ký xác nhận bản đang có hiệu lực", "Staff who acknowledged the code in force"),
		"conduct_signed",
		{ unit: people },
	],
	["13", w("Kênh tiếp nhận phản ánh", "Feedback channel"), "conduct_channel"],
	["14", w("Ngày rà soát gần nhất", "Day of the last review"), "conduct_reviewed_on"],
	["15", w("Còn viện dẫn văn bản đã hết hiệu lực", "Cites a rule no longer in force"), "conduct_outdated"],
];

/** Facts kept as 1 and 0, which people read as yes and no. */
const flags: ReadonlySet<ConductField> = new Set(["conduct_on_web", "conduct_on_board", "conduct_outdated"]);

const derivedItems: DraftItem[] = derived.flatMap(([code, text, field, more]) => {
	const item = computed(`QTUX-BH.${code}`, text, flags.has(field) ? isYes(field) : fact(field), more);
	if (code !== "11") return [item];
	const signedShare = computed(
		"QTUX-BH.12",
		w("Tỷ lệ đã ký xác nhận", "Share that acknowledged"),
		percent(fact("conduct_signed"), fact("conduct_asked")),
		{ digits: 1, unit: share },
	);
	return [item, signedShare];
});

const channel = "QTUX-BH.13";
const breached = "QTUX-VP.1";
const roster = "QTUX-NV";
const row = { group: "QTUX-NV.1", handling: "QTUX-NV.2", cases: "QTUX-NV.3" } as const;

export const returnSections: DraftSection[] = [
	{
		code: "BH",
		title: w("Bộ Quy tắc ứng xử của đơn vị, hệ thống tự lấy", "The school's code, from its record"),
		hint: w(
			"Không phải nhập. Nếu có chỗ chưa đúng, hãy sửa ở trang Bộ Quy tắc ứng xử của trường.",
			"Nothing to type. If something is wrong, mend it on the school's page of its code of conduct.",
		),
		items: derivedItems,
	},
	{
		code: "PA",
		title: w("Phản ánh", "Feedback"),
		hotline: true,
		items: [
			count(
				"QTUX-PA.1",
				w("Số phản ánh về ứng xử nhận được trong kỳ", "Reports on conduct received in the period"),
				reports,
				{ hint: w("Chỉ ghi số. Không có thì ghi 0.", "Only the number. Write 0 if there was none.") },
			),
			count("QTUX-PA.2", w("Trong đó: đã giải quyết", "Of these: dealt with"), reports),
		],
	},
	{
		code: "VP",
		title: w("Vi phạm", "Breaches"),
		items: [yesNo(breached, w("Trong kỳ có vi phạm Bộ Quy tắc ứng xử không?", "Was the code breached in the period?"))],
	},
	{
		code: "NV",
		title: w("Các nhóm vi phạm", "Groups of breaches"),
		hint: w(
			"Mỗi nhóm gom các vụ cùng đối tượng và cùng hình thức xử lý. Chỉ ghi số vụ.",
			"A group holds breaches by one group of people, dealt with in one way. Only numbers.",
		),
		hotline: true,
		visibleIf: has(breached, "co"),
		roster: { code: roster, row: w("nhóm vi phạm", "group of breaches"), title: row.group, min: 1, max: 60 },
		items: [
			choice(row.group, w("Đối tượng vi phạm", "By whom"), [
				option("cbql", "Cán bộ quản lý", "Managers"),
				option("gv", "Giáo viên", "Teachers"),
				option("nv", "Nhân viên", "Staff"),
				option("nguoi_hoc", "Người học (không tính trẻ mầm non)", "Learners (never children of preschools)"),
				option("cha_me", "Cha mẹ người học", "Parents"),
				option("khach", "Khách đến trường", "Visitors"),
			]),
			choice(row.handling, w("Hình thức xử lý", "How it was dealt with"), [
				option("nhac_nho", "Nhắc nhở, phê bình", "Reminder, reprimand"),
				option("ky_luat", "Kỷ luật", "Discipline"),
				option("chuyen", "Chuyển cơ quan có thẩm quyền", "Referred to the competent body"),
				option("ho_tro", "Tư vấn, hỗ trợ thay đổi hành vi", "Counselling and support"),
				option("dang_xu_ly", "Đang xử lý", "Still open"),
			]),
			count(row.cases, w("Số vụ", "Cases"), cases, { min: 1, max: 1000 }),
		],
	},
	{
		code: "KN",
		title: w("Khen thưởng, khó khăn, kiến nghị", "Rewards, difficulties, requests"),
		items: [
			count(
				"QTUX-KN.1",
				w("Số tập thể, cá nhân được khen vì ứng xử tốt", "Collectives and people praised for their conduct"),
				w("lượt", "times"),
				{ hint: w("Không có thì ghi 0.", "Write 0 if there was none.") },
			),
			remark("QTUX-KN.2", w("Khó khăn", "Difficulties")),
			remark("QTUX-KN.3", w("Kiến nghị", "Requests")),
		],
	},
];

export const returnChecks: CrossCheck[] = [
	partCheck(
		"QTUX-KT.1",
		"QTUX-PA.2",
		"QTUX-PA.1",
		w(
			"Số phản ánh đã giải quyết không được nhiều hơn số nhận được.",
			"No more reports can be dealt with than came in.",
		),
	),
	check(
		"QTUX-KT.2",
		not(and(kindIs(...preschoolKinds), has(row.group, "nguoi_hoc"))),
		w(
			"Trẻ mầm non không phải đối tượng của Bộ Quy tắc ứng xử (Thông tư 06/2019/TT-BGDĐT, Điều 8): hãy chọn đối tượng khác.",
			"Children of preschools are no group of the code (Circular 06/2019, Article 8): choose another group.",
		),
		[row.group],
	),
];

const decision = w("Quyết định ban hành", "Decision");
const publicity = w("Công khai", "Publicity");
const signing = w("Ký xác nhận", "Acknowledgement");
const feedback = w("Phản ánh, vi phạm", "Feedback and breaches");

export const returnFigures: DraftFigure[] = [
	textFigure("SO-QD", w("Số", "Number"), "QTUX-BH.1", { group: decision }),
	textFigure("NGAY-QD", w("Ngày", "Day"), "QTUX-BH.2", { group: decision }),
	yesFigure("BAN-HANH", w("Đã ban hành, công khai", "Adopted and published"), published),
	yesFigure("DU-NHOM", w("Đủ nhóm đối tượng", "All groups covered"), and(published, groupsComplete)),
	shareFigure("DONG-THUAN", w("Tỷ lệ đồng thuận", "Agreement"), [
		div(mul(fact("conduct_voices"), fact("conduct_agreed_percent")), value(100)),
		fact("conduct_voices"),
	]),
	yesFigure("WEB", w("Trang thông tin điện tử", "Website"), isYes("conduct_on_web"), { group: publicity }),
	yesFigure("BANG-TIN", w("Bảng tin", "Notice board"), isYes("conduct_on_board"), { group: publicity }),
	sumFigure("PHAI-KY", w("Phải ký", "Asked"), fact("conduct_asked"), { group: signing, unit: people }),
	sumFigure("DA-KY", w("Đã ký", "Signed"), fact("conduct_signed"), { group: signing, unit: people }),
	shareFigure("KY-TL", w("Tỷ lệ", "Share"), [fact("conduct_signed"), fact("conduct_asked")], { group: signing }),
	yesFigure("KENH", w("Có kênh phản ánh", "Has a feedback channel"), answered(channel), { group: feedback }),
	sumFigure("PHAN-ANH", w("Số phản ánh", "Reports"), answer("QTUX-PA.1"), {
		group: feedback,
		unit: reports,
		watched: true,
	}),
	sumFigure("VI-PHAM", w("Số vi phạm", "Breaches"), total(row.cases), { group: feedback, unit: cases, watched: true }),
	textFigure("RA-SOAT", w("Ngày rà soát", "Day of review"), "QTUX-BH.14"),
	yesFigure("LAC-HAU", w("Viện dẫn văn bản hết hiệu lực", "Cites a repealed rule"), isYes("conduct_outdated")),
	sumFigure("KHEN", w("Lượt khen", "Praised"), answer("QTUX-KN.1"), { unit: w("lượt", "times") }),
	yesFigure(
		"KY-LUAT",
		w("Có vi phạm phải kỷ luật hoặc chuyển cơ quan có thẩm quyền", "Had breaches disciplined or referred"),
		positive(rows(roster, hasAny(row.handling, ["ky_luat", "chuyen"]))),
	),
];

export const returnLights: z.input<typeof light>[] = [
	{
		code: "BAN-HANH",
		label: w("Ban hành, công khai", "Adoption"),
		known: answered("QTUX-BH.7"),
		green: and(published, groupsComplete, or(isYes("conduct_on_web"), isYes("conduct_on_board"))),
		amber: or(
			...["adapting", "consulting", "consulted", "decided", "published"].map((stage) =>
				eq(fact("conduct_stage"), value(stage)),
			),
		),
		says: {
			green: w("Đã công khai, đủ nhóm đối tượng", "Published, all groups covered"),
			amber: w("Đang xây dựng hoặc còn thiếu nhóm đối tượng", "Under way, or a group is missing"),
			red: w("Chưa bắt đầu xây dựng", "Not begun"),
		},
	},
	{
		code: "KY",
		label: w("Ký xác nhận", "Acknowledgement"),
		known: and(published, positive(fact("conduct_asked"))),
		green: ge(fact("conduct_signed"), fact("conduct_asked")),
		amber: ge(mul(fact("conduct_signed"), value(2)), fact("conduct_asked")),
		says: {
			green: w("Mọi người đã ký bản đang có hiệu lực", "Everybody acknowledged the code in force"),
			amber: w("Ít nhất một nửa đã ký", "At least half acknowledged it"),
			red: w("Chưa đến một nửa đã ký", "Fewer than half acknowledged it"),
		},
	},
	{
		code: "CAN-CU",
		label: w("Căn cứ pháp lý", "Legal basis"),
		known: published,
		green: eq(fact("conduct_outdated"), value(0)),
		amber: value(false),
		says: {
			green: w("Mọi căn cứ còn hiệu lực", "Every basis is in force"),
			amber: w("Chưa xác định", "Not determined"),
			red: w("Còn viện dẫn văn bản đã hết hiệu lực", "Cites a rule no longer in force"),
		},
	},
];

export const returnLists: z.input<typeof drawnList>[] = [
	{
		code: "VI-PHAM",
		title: w("Vi phạm và hình thức xử lý", "Breaches and how they were dealt with"),
		roster,
		where: positive(answer(row.cases)),
		items: [row.group, row.handling, row.cases],
	},
	{
		code: "KIEN-NGHI",
		title: w("Khó khăn, kiến nghị", "Difficulties and requests"),
		where: or(answered("QTUX-KN.2"), answered("QTUX-KN.3")),
		items: ["QTUX-KN.2", "QTUX-KN.3"],
	},
];
