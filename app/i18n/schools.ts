import { words } from "./words.ts";

/** What kinds of institution and ownership are called on every page. */
export const schoolWords = words(
	{
		kinds: {
			MN: "Trường mầm non",
			NT: "Nhà trẻ",
			MG: "Trường mẫu giáo",
			NTDL: "Nhóm trẻ độc lập",
			LMG: "Lớp mẫu giáo độc lập",
			LMN: "Lớp mầm non độc lập",
			TH: "Trường tiểu học",
			THCS: "Trường THCS",
			PTNC: "Trường phổ thông nhiều cấp",
			THPT: "Trường THPT",
			GDTX: "Trung tâm GDTX",
			CB: "Trường chuyên biệt",
		},
		ownerships: { cong_lap: "Công lập", dan_lap: "Dân lập", tu_thuc: "Tư thục" },
	},
	{
		kinds: {
			MN: "Preschool",
			NT: "Nursery",
			MG: "Kindergarten",
			NTDL: "Independent nursery group",
			LMG: "Independent kindergarten class",
			LMN: "Independent preschool class",
			TH: "Primary school",
			THCS: "Lower secondary school",
			PTNC: "School of several levels",
			THPT: "Upper secondary school",
			GDTX: "Continuing education centre",
			CB: "Special school",
		},
		ownerships: { cong_lap: "Public", dan_lap: "Community-run", tu_thuc: "Private" },
	},
);
