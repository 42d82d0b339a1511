/** What may be wrong at a school: the remark a principal would write at a criterion, and what they would do about it. */
export type Defect = {
	item: string;
	/** `{a|b}` stands for one of several wordings, chosen per school. */
	remark: string;
	what: string;
	who: string;
	/** Days from the review to the proposed due day. */
	days: number;
	/** What the school asks of its superior; present only where it cannot mend the thing by itself. */
	request?: string;
	/** Only for schools with more than one site. */
	sites?: true;
};

/** People of a school by their duty: no form of ours asks for names where a duty will do. */
const who = {
	HT: "Hiệu trưởng",
	PHT: "Phó hiệu trưởng phụ trách cơ sở vật chất",
	BV: "Tổ bảo vệ",
	YT: "Nhân viên y tế",
	ND: "Tổ trưởng tổ nuôi dưỡng",
	CN: "Giáo viên chủ nhiệm lớp",
	CM: "Tổ trưởng chuyên môn",
	KT: "Kế toán",
	TPT: "Tổng phụ trách Đội",
} as const;

/** One line of a pool: item, remark, measure, who, days, and the request to the superior where there is one. */
export function defect(
	item: string,
	remark: string,
	what: string,
	by: keyof typeof who,
	days: number,
	more: { request?: string; sites?: true } = {},
): Defect {
	return { item, remark, what, who: who[by], days, ...more };
}
