/**
 * The 22 duties of Nghị định 80/2017/NĐ-CP as a checklist. The decree sets duties and no pass mark, so its rule here is *every duty that
 * applies is carried out*: named levels or a lower share would be thresholds that nobody issued. A duty that does not bind a school (no
 * website; points b to đ of Điều 5 for independent classes) leaves the denominator.
 */
import type { Expression } from "../../../app/domain/forms/expression-schema.ts";
import type { CrossCheck } from "../../../app/domain/forms/schema.ts";
import {
	type Bilingual,
	type DraftVerdict,
	decree80,
	everyKind,
	type LibraryTemplate,
	read,
	template,
	w,
} from "./draft.ts";
import { closingSection, openingSection, sessionItems } from "./opening.ts";

const prefix = "ND80";

function duty(
	number: number,
	place: string,
	text: Bilingual,
	details: { hint?: Bilingual; mayLack?: true } = {},
): DraftVerdict {
	return {
		type: "verdict",
		code: `${prefix}-${number}`,
		text,
		legalBasis: read(decree80(place)),
		allowNa: details.mayLack ?? false,
		...(details.hint && { hint: details.hint }),
	};
}

/** Điều 5 khoản 2 asks independent classes for points a and e at least; only they may answer *Không áp dụng* to the others. */
const independent = w(
	"Nhóm trẻ, lớp độc lập chỉ bắt buộc các nghĩa vụ tại điểm a và điểm e, có thể chọn Không áp dụng ở đây.",
	"Independent groups and classes are bound by points a and e only and may choose Not applicable here.",
);

const isIndependent: Expression[] = ["NTDL", "LMG", "LMN"].map((kind) => ({
	op: "eq",
	left: { op: "school", field: "kind" },
	right: { op: "const", value: kind },
}));

const forIndependentOnly = [11, 12, 13, 14].map((number) => `${prefix}-${number}`);

const naOnlyForIndependent: CrossCheck = {
	code: `${prefix}-KT.1`,
	holds: {
		op: "or",
		args: [
			...isIndependent,
			{ op: "eq", left: { op: "count", outcome: "na", items: forIndependentOnly }, right: { op: "const", value: 0 } },
		],
	},
	message: w(
		"Chỉ nhóm trẻ, lớp độc lập được chọn Không áp dụng ở các nghĩa vụ từ điểm b đến điểm đ khoản 1 Điều 5.",
		"Only independent groups and classes may choose Not applicable for points b to đ of Article 5, clause 1.",
	),
	items: forIndependentOnly,
	severity: "error",
};

const facilities = [
	duty(
		1,
		"Điều 3 khoản 1; Luật Trẻ em 2016, Điều 6 khoản 13",
		w(
			"Địa điểm không gần cơ sở gây ô nhiễm, độc hại, dễ cháy, nổ; không nằm trong vùng nguy hiểm.",
			"The site is not near anything polluting, poisonous, flammable or explosive, nor in a dangerous area.",
		),
	),
	duty(
		2,
		"Điều 3 khoản 2 điểm a",
		w(
			"Khuôn viên, cổng, biển tên, tường rào hoặc hàng rào, sân và cây xanh bảo đảm an toàn.",
			"Grounds, gate, name sign, wall or fence, yard and trees are safe.",
		),
		{
			hint: w(
				"Lay trụ cổng, xem tường nứt, nghiêng, cành khô trên lối đi.",
				"Shake the gate posts; look for cracked or leaning walls and dead branches over paths.",
			),
		},
	),
	duty(
		3,
		"Điều 3 khoản 2 điểm b",
		w("Sân chơi, bãi tập, khu để xe bảo đảm an toàn.", "Playground, sports ground and parking are safe."),
	),
	duty(
		4,
		"Điều 3 khoản 2 điểm c",
		w(
			"Phòng học đủ ánh sáng, bàn ghế phù hợp; có chỗ ăn, nghỉ nếu tổ chức bán trú.",
			"Classrooms are well lit, furniture fits; there is room to eat and rest where pupils stay all day.",
		),
	),
	duty(
		5,
		"Điều 3 khoản 2 điểm d",
		w(
			"Công trình vệ sinh, nước sạch bảo đảm, thân thiện, dễ tiếp cận.",
			"Toilets and clean water are adequate, friendly and easy to reach.",
		),
	),
	duty(
		6,
		"Điều 3 khoản 3",
		w("Thiết bị, đồ chơi an toàn, phù hợp lứa tuổi.", "Equipment and toys are safe and suit the age."),
	),
];

const materials = [
	duty(
		7,
		"Điều 4 khoản 1 điểm a",
		w(
			"Tài liệu không kích động bạo lực, không chứa định kiến.",
			"Materials neither incite violence nor carry prejudice.",
		),
	),
	duty(
		8,
		"Điều 4 khoản 1 điểm b",
		w(
			"Có tài liệu về kỹ năng sống, giới tính, phòng, chống tai nạn thương tích, phòng, tránh xâm hại.",
			"There are materials on life skills, sex education, injury prevention and avoiding abuse.",
		),
	),
	duty(
		9,
		"Điều 4 khoản 1 điểm c",
		w(
			"Nội dung trên internet, trang thông tin điện tử của cơ sở được kiểm soát.",
			"Internet access and the school's website are controlled in content.",
		),
		{ mayLack: true },
	),
];

const running = [
	duty(
		10,
		"Điều 5 khoản 1 điểm a",
		w(
			"Có phương án bảo đảm an ninh, an toàn thực phẩm, phòng, chống tai nạn thương tích, cháy, nổ, thiên tai.",
			"There are plans for security, food safety, injuries, fire, explosion and natural disasters.",
		),
	),
	duty(
		11,
		"Điều 5 khoản 1 điểm b",
		w(
			"Bộ Quy tắc ứng xử được xây dựng, công khai, thực hiện, có sự tham gia của người học.",
			"The code of conduct is drawn up, published and followed, and learners take part in it.",
		),
		{ hint: independent, mayLack: true },
	),
	duty(
		12,
		"Điều 5 khoản 1 điểm c",
		w(
			"Có hộp thư góp ý, đường dây nóng và bảo mật thông tin người phản ánh.",
			"There are a suggestion box and a hotline, and those who report stay confidential.",
		),
		{ hint: independent, mayLack: true },
	),
	duty(
		13,
		"Điều 5 khoản 1 điểm d",
		w(
			"Tổ chức hoạt động trải nghiệm, rèn luyện kỹ năng cho người học.",
			"Learners have hands-on activities and skills practice.",
		),
		{ hint: independent, mayLack: true },
	),
	duty(
		14,
		"Điều 5 khoản 1 điểm đ",
		w("Thực hiện công tác y tế, tư vấn, trợ giúp cho người học.", "Learners have health care, counselling and help."),
		{ hint: independent, mayLack: true },
	),
	duty(
		15,
		"Điều 5 khoản 1 điểm e",
		w(
			"Trao đổi thông tin với gia đình và bảo vệ đời sống riêng tư của người học.",
			"Information is exchanged with families, and learners' private life is protected.",
		),
	),
];

const violence = [
	duty(
		16,
		"Điều 6 khoản 1 điểm a",
		w("Tuyên truyền về phòng, chống bạo lực học đường.", "Preventing school violence is made known."),
	),
	duty(
		17,
		"Điều 6 khoản 1 điểm b",
		w(
			"Trang bị kỹ năng phòng, chống bạo lực học đường cho người học, giáo viên và gia đình.",
			"Learners, teachers and families are given the skills to prevent school violence.",
		),
	),
	duty(
		18,
		"Điều 6 khoản 1 điểm c",
		w(
			"Công khai kế hoạch phòng, chống bạo lực học đường và kênh tố giác.",
			"The plan against school violence and the way to report it are public.",
		),
	),
	duty(
		19,
		"Điều 6 khoản 1 điểm d",
		w(
			"Kiểm tra, thu thập và xử lý thông tin về bạo lực học đường.",
			"Information on school violence is checked, gathered and acted on.",
		),
	),
	duty(
		20,
		"Điều 6 khoản 1 điểm đ",
		w(
			"Áp dụng phương pháp giáo dục tích cực, không bạo lực với người học.",
			"Education is positive and never violent towards learners.",
		),
	),
	duty(
		21,
		"Điều 6 khoản 2",
		w(
			"Phát hiện, đánh giá nguy cơ và tham vấn cho người học có nguy cơ bị bạo lực hoặc gây bạo lực.",
			"Learners at risk of suffering or causing violence are noticed, assessed and counselled.",
		),
		{ hint: w("Không ghi tên, lớp của người học.", "Do not write a learner's name or class.") },
	),
	duty(
		22,
		"Điều 6 khoản 3",
		w(
			"Có quy trình can thiệp: đánh giá sơ bộ mức độ tổn hại; trợ giúp ngay và theo dõi an toàn; báo gia đình, báo công an, UBND xã khi vượt khả năng.",
			"There is a procedure: first judge the harm; help at once and watch over safety; tell the family, and the police and commune when it is beyond the school.",
		),
	),
];

export const decree80Duties: LibraryTemplate = template({
	code: "ND80-22",
	title: w(
		"Môi trường giáo dục an toàn, lành mạnh, thân thiện (22 nghĩa vụ của Nghị định 80/2017/NĐ-CP)",
		"Safe, healthy, friendly education environment (22 duties of Decree 80/2017)",
	),
	kinds: everyKind,
	validFrom: "2017-09-05",
	validTo: null,
	legalBasis: [read(decree80("Điều 3 đến Điều 6 và Điều 16"))],
	notes: w(
		"Bản làm việc, chưa đối chiếu phụ lục chính thức (Nghị định không có bảng kiểm kèm theo; việc chia thành 22 dòng là của bộ công cụ). Căn cứ từng dòng đã đọc nguyên văn. Nghị định không đặt ngưỡng đạt, nên kết quả Đạt ở đây nghĩa là đã thực hiện mọi nghĩa vụ áp dụng cho đơn vị; dùng để rà soát, không dùng để công nhận danh hiệu.",
		"Working draft, not compared with an official annex (the decree has no checklist; the split into 22 lines is the toolkit's). The basis of each line was read in full. The decree sets no pass mark, so Met here means that every duty that applies is carried out; it is for review, not for recognition.",
	),
	definition: {
		sections: [
			openingSection(sessionItems(prefix)),
			{ code: "3", title: w("Cơ sở vật chất, thiết bị", "Facilities and equipment"), items: facilities },
			{ code: "4", title: w("Tài liệu, học liệu, internet", "Materials and internet"), items: materials },
			{ code: "5", title: w("Tổ chức hoạt động", "How the school works"), items: running },
			{ code: "6", title: w("Phòng, chống bạo lực học đường", "Preventing school violence"), items: violence },
			closingSection(prefix),
		],
		checks: [naOnlyForIndependent],
		rule: { type: "percent", na: "leave_out", atLeast: 100, allMandatory: false },
		failure: { remark: true, measure: true },
	},
});
