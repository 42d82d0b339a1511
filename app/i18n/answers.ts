import { words } from "./words.ts";

/** How an answer is shown wherever it is read: in a review, before sending, on paper. */
export const answerWords = words(
	{
		none: "Không trả lời",
		met: "Đạt",
		unmet: "Chưa đạt",
		na: "Không áp dụng",
		remark: "Mô tả",
		measure: "Biện pháp",
		owner: "Người thực hiện",
		due: "Thời hạn",
		request: "Kiến nghị cấp trên",
		yes: "Có",
		no: "Không",
	},
	{
		none: "Not answered",
		met: "Met",
		unmet: "Not met",
		na: "Not applicable",
		remark: "Remark",
		measure: "Measure",
		owner: "By whom",
		due: "Due",
		request: "Help asked from above",
		yes: "Yes",
		no: "No",
	},
);
