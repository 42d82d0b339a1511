import type { Locale } from "#app/domain/ctx.ts";
import type { AnswerValue } from "#app/domain/forms/schema.ts";
import type { FigureColumn } from "#app/domain/reports/schema.ts";
import { answerText } from "./answer-text.ts";
import { formatDecimal, formatNumber, formatShare } from "./format.ts";
import { textOf } from "./returns.ts";
import { plural, words } from "./words.ts";

/** Words of the roll-up of figures: the page, the card on the campaign's page, the downloads. */
export const figuresWords = words(
	{
		title: "Tổng hợp số liệu",
		meta: (reported: string, recipients: string) =>
			`${reported}/${recipients} đơn vị đã báo cáo. Đơn vị chưa báo cáo không được tính là 0.`,
		none: "Mẫu của đợt này không có chỉ tiêu số liệu",
		noneText: "Kết quả của đợt xem ở trang chính và trong danh sách Đạt / Chưa đạt.",
		back: "Về trang của đợt",
		views: { label: "Cách xem", schools: "Theo đơn vị", communes: "Theo xã, thị trấn", change: "So với đợt trước" },
		groups: { public: "Công lập", private: "Ngoài công lập", independent: "Nhóm, lớp độc lập" },
		total: "Tổng cộng",
		totalOf: (name: string) => `Cộng ${name.toLowerCase()}`,
		unit: "Đơn vị",
		commune: "Xã, thị trấn",
		reported: "Đã báo cáo",
		recipients: "Số đơn vị nhận",
		reportedOf: (reported: string, recipients: string) => `${reported}/${recipients} đã báo cáo`,
		notReported: "chưa báo cáo",
		nobodyReported: "chưa đơn vị nào báo cáo",
		toldBy: (n: string) => `${n} đơn vị có số`,
		unknown: "chưa xác định",
		lights: "Đèn hiện trạng",
		lightsOf: (n: string) => `${n} đơn vị đã báo cáo`,
		light: { green: "xanh", amber: "vàng", red: "đỏ" },
		schoolTable: "Số liệu của từng đơn vị, phía trên là dòng tổng cộng và cộng theo nhóm",
		communeTable: "Số liệu theo xã, thị trấn",
		scroll: "Cuộn ngang để xem hết các cột",
		empty: "Chưa có đơn vị nào trong danh sách này.",
		change: {
			title: "So với đợt trước",
			intro: (title: string, day: string) => `Đợt trước cùng mẫu: “${title}”, hạn ${day}.`,
			none: "Chưa có đợt nào trước đó trên cùng mẫu",
			noneText: "Khi giao lại mẫu này, mức tăng giảm của từng chỉ tiêu hiện ở đây.",
			uneven: (before: string, now: string) =>
				`Số đơn vị báo cáo khác nhau (đợt trước ${before}, đợt này ${now}), nên tổng số chưa so sánh được trọn vẹn.`,
			figure: "Chỉ tiêu",
			before: "Đợt trước",
			now: "Đợt này",
			by: "Tăng, giảm",
			points: (n: string) => `${n} điểm %`,
			byCommune: "Tăng, giảm theo xã, thị trấn",
			of: "Chỉ tiêu",
			same: "không đổi",
			unknown: "chưa so sánh được",
		},
		list: {
			row: "Vị trí",
			none: "Không có dòng nào khớp điều kiện của danh sách này",
			noneYet: "Trong các đơn vị vừa xem chưa có dòng nào khớp; xem trang sau để tìm tiếp.",
			noneText: "Danh sách lấy từ lần nộp mới nhất của từng đơn vị.",
			intro: "Lấy từ lần nộp mới nhất của từng đơn vị.",
			rows: (n: string) => `${n} dòng`,
		},
		download: "Tải về",
		allRows: (row: string) => `Mọi ${row} (Excel)`,
		sheets: {
			schools: "Theo đơn vị",
			communes: "Theo xã",
			change: "So đợt trước",
			rowId: "Mã dòng",
			code: (label: string) => `${label} (mã)`,
			change_by: "Tăng, giảm",
			measure: "Đơn vị tính",
			percent: "%",
			points: "điểm %",
			schoolsSaying: "số đơn vị có",
		},
		more: "Xem bảng tổng hợp",
		key: "Số liệu chính",
		yes: "Có",
		no: "Không",
	},
	{
		title: "Figures",
		meta: (reported, recipients) =>
			`${reported} of ${recipients} institutions have reported. Those that have not are not counted as 0.`,
		none: "The template of this campaign has no figures",
		noneText: "Its results stand on its main page and in the list of who met the rules.",
		back: "Back to the campaign",
		views: { label: "View", schools: "By institution", communes: "By commune", change: "Since the last round" },
		groups: { public: "Public", private: "Non-public", independent: "Independent groups" },
		total: "Total",
		totalOf: (name) => `Sub-total, ${name.toLowerCase()}`,
		unit: "Institution",
		commune: "Commune",
		reported: "Reported",
		recipients: "Recipients",
		reportedOf: (reported, recipients) => `${reported} of ${recipients} reported`,
		notReported: "not reported",
		nobodyReported: "nobody has reported",
		toldBy: (n) => `told by ${n}`,
		unknown: "not known",
		lights: "Status lights",
		lightsOf: (n) => `${n} reported`,
		light: { green: "green", amber: "amber", red: "red" },
		schoolTable: "Figures of each institution, below the total and the sub-totals by group",
		communeTable: "Figures by commune",
		scroll: "Scroll sideways for all columns",
		empty: "Nothing in this list yet.",
		change: {
			title: "Since the last round",
			intro: (title, day) => `Last round on the same template: “${title}”, due ${day}.`,
			none: "No earlier round on the same template",
			noneText: "When the template is issued again, the change of each figure shows here.",
			uneven: (before, now) =>
				`Not as many institutions reported (${before} last time, ${now} now), so totals do not fully compare.`,
			figure: "Figure",
			before: "Last round",
			now: "This round",
			by: "Change",
			points: (n) => `${n} points`,
			byCommune: "Change by commune",
			of: "Figure",
			same: "unchanged",
			unknown: "cannot be compared",
		},
		list: {
			row: "Place",
			none: "Nothing fits the condition of this list",
			noneYet: "None among the institutions looked at; the next page goes on.",
			noneText: "It is drawn from the latest sending of each institution.",
			intro: "Drawn from the latest sending of each institution.",
			rows: (n) => `${n} rows`,
		},
		download: "Download",
		allRows: (row) => `Every ${row} (Excel)`,
		sheets: {
			schools: "By institution",
			communes: "By commune",
			change: "Since last round",
			rowId: "Row id",
			code: (label) => `${label} (code)`,
			change_by: "Change",
			measure: "Measured in",
			percent: "%",
			points: "points",
			schoolsSaying: "institutions that have it",
		},
		more: "Open the table",
		key: "Main figures",
		yes: "Yes",
		no: "No",
	},
);

/** What stands over a column: its label with the unit. */
export function columnLabel({ label, unit }: Pick<FigureColumn, "label" | "unit">, locale: Locale): string {
	return unit ? `${textOf(label, locale)} (${textOf(unit, locale)})` : textOf(label, locale);
}

/** What a column is called where nothing stands over it: *Số mắt: Lớp*. */
export function columnName(column: FigureColumn, locale: Locale): string {
	const label = columnLabel(column, locale);
	return column.group ? `${textOf(column.group, locale)}: ${label}` : label;
}

/** What one school told; "" when it told nothing. */
export function ownText(column: FigureColumn, value: AnswerValue, locale: Locale): string {
	if (value === null) return "";
	const t = figuresWords[locale];
	if (column.type === "yes") return value === 1 ? t.yes : t.no;
	if (column.type === "text") return column.item ? answerText(column.item, value, locale) : String(value);
	return typeof value === "number" ? amount(column, value, locale) : "";
}

/** A total: of a yes how many of those that told it. "" while nobody told it. */
export function totalText(
	column: FigureColumn,
	total: { value: number | null; known: number } | undefined,
	locale: Locale,
): string {
	if (!total || total.value === null) return "";
	if (column.type === "yes") return `${formatNumber(total.value, locale)}/${formatNumber(total.known, locale)}`;
	return amount(column, total.value, locale);
}

function amount({ type, digits }: FigureColumn, value: number, locale: Locale): string {
	return type === "share" ? formatShare(value, locale) : formatDecimal(value, digits, locale);
}

/** By how much a total moved: `+12`, `−3,5`, `+5,0 điểm %`. */
export function changeText(column: FigureColumn, by: number | null, locale: Locale): string {
	const t = figuresWords[locale].change;
	if (by === null) return t.unknown;
	if (by === 0) return t.same;
	const size = Math.abs(by);
	const sign = by > 0 ? "+" : "−";
	if (column.type !== "share") return `${sign}${formatDecimal(size, column.digits, locale)}`;
	return t.points(`${sign}${formatShare(size, locale).replace(/ %$/, "")}`);
}

/** The number of rows of a list in the reader's language. */
export function rowsText(n: number, locale: Locale): string {
	return locale === "en" ? plural(n, "row") : figuresWords.vi.list.rows(formatNumber(n, locale));
}
