import { words } from "./words.ts";

/** Words of the office's frame. */
export const officeWords = words(
	{
		nav: {
			overview: "Tổng quan",
			directives: "Văn bản chỉ đạo",
			campaigns: "Đợt báo cáo",
			returns: "Bài nộp",
			findings: "Tồn tại",
			conduct: "Quy tắc ứng xử",
			reports: "Báo cáo",
			templates: "Mẫu biểu",
			units: "Đơn vị",
			people: "Tài khoản",
			api: "Kết nối dữ liệu",
			audit: "Nhật ký",
		},
	},
	{
		nav: {
			overview: "Overview",
			directives: "Directives",
			campaigns: "Campaigns",
			returns: "Returns",
			findings: "Findings",
			conduct: "Codes of conduct",
			reports: "Reports",
			templates: "Templates",
			units: "Units",
			people: "Accounts",
			api: "Data access",
			audit: "Audit log",
		},
	},
);
