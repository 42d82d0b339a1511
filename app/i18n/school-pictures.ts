import type { Locale } from "#app/domain/ctx.ts";
import type { SchoolPictureKind } from "#app/domain/reports/schema.ts";
import type { SchoolPicture } from "#app/domain/reports/school-pictures.ts";
import { formatDay } from "./format.ts";
import { words } from "./words.ts";

/** Words of a school's own picture: the page, the drawings, their tables and files. */
export const schoolPictureWords = words(
	{
		title: "Kết quả của trường qua biểu đồ",
		intro:
			"Kết quả của trường bên cạnh trung vị của các trường cùng loại hình trong đợt. Chỉ nhà trường xem được trang này.",
		link: "Xem biểu đồ của trường",
		compare: "So với các trường cùng loại hình",
		none: "Chưa có kết quả để vẽ",
		noneText: "Sau khi trường nộp báo cáo có xếp loại, kết quả từng nhóm tiêu chí và qua các đợt hiện ở đây.",
		home: "Về trang của trường",
		pictures: { sections: "Tỷ lệ đạt theo nhóm tiêu chí", rounds: "Tỷ lệ đạt qua các đợt" },
		own: "Nhà trường",
		median: "Trung vị các trường cùng loại hình",
		before: "Nhà trường, đợt trước",
		medianShort: "Trung vị",
		beforeShort: "Đợt trước",
		group: "Nhóm tiêu chí",
		round: "Đợt báo cáo",
		due: "Hạn nộp",
		choose: "Đợt báo cáo",
		few: "Chưa hiện trung vị: cần ít nhất 5 trường khác cùng loại hình đã nộp, để không ai bị nhận ra.",
		how: "Trung vị là mức đứng giữa khi xếp kết quả của các trường khác cùng loại hình trong đợt từ thấp đến cao.",
		note: (title: string, before: string | null) => (before ? `${title} · đợt trước: ${before}` : title),
		spoken: (row: string, own: string, median: string, before: string) =>
			`${row}: nhà trường ${own}${median ? `, trung vị ${median}` : ""}${before ? `, đợt trước ${before}` : ""}`,
		nothing: "không áp dụng",
	},
	{
		title: "The school's results in pictures",
		intro:
			"The school's result beside the median of schools of the same kind in the campaign. Only this school sees the page.",
		link: "See the school's pictures",
		compare: "Compare with schools of the same kind",
		none: "No result to draw yet",
		noneText:
			"Once the school has sent a return that is judged, its shares by group of criteria and by round show here.",
		home: "Back to the school's page",
		pictures: { sections: "Share met by group of criteria", rounds: "Share met by round" },
		own: "This school",
		median: "Median of schools of the same kind",
		before: "This school, the round before",
		medianShort: "Median",
		beforeShort: "Before",
		group: "Group of criteria",
		round: "Campaign",
		due: "Due",
		choose: "Campaign",
		few: "No median: at least 5 other schools of the same kind must have returned, so that nobody is recognised.",
		how: "The median is the middle one when results of the other schools of the same kind are put in order.",
		note: (title, before) => (before ? `${title} · the round before: ${before}` : title),
		spoken: (row, own, median, before) =>
			`${row}: this school ${own}${median ? `, median ${median}` : ""}${before ? `, before ${before}` : ""}`,
		nothing: "does not apply",
	},
);

/** Names of the files, without their ending. */
export const schoolPictureFiles: Record<SchoolPictureKind, string> = { sections: "nhom-tieu-chi", rounds: "cac-dot" };

/** One line of either picture. Shares in tenths of a percent. */
export type ShareLine = {
	key: string;
	label: string;
	note: string;
	own: number | null;
	median: number | null;
	before: number | null;
	/** The school's own return behind it. */
	to: string;
};

/** Lines of a picture and of its table. */
export function shareLines(picture: SchoolPicture, locale: Locale): ShareLine[] {
	const t = schoolPictureWords[locale];
	if (picture.kind === "sections") {
		return picture.sections.map(({ code, title, own, median, before }) => ({
			...{ key: code, label: `${code}. ${title}`, note: own === null ? t.nothing : "", own, median, before },
			to: `/school/returns/${picture.campaign.returnId}#sent-answers`,
		}));
	}
	return picture.rounds.map(({ campaignId, returnId, title, dueOn, own, median }) => ({
		...{ key: campaignId, label: title, note: `${t.due} ${formatDay(dueOn)}`, own, median, before: null },
		to: `/school/returns/${returnId}`,
	}));
}
