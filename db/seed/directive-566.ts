/**
 * The first directive: letter 566-CV/HU of the district Party committee. Its tasks are told in our own words; the letter itself is the
 * source. The letter gives the education sector one paragraph (4); it is split here into the six things it asks, a to f, so that each
 * can carry its own campaigns and its own lines in the report.
 */
import type { Bilingual } from "./library/draft.ts";

/** `lead`: the education sector answers for it · `shared`: it takes part and reports · `other`: another body's task, kept for the whole picture. */
export type TaskRole = "lead" | "shared" | "other";

export type DirectiveTask = {
	/** Stable: campaigns, reports and links name a task by it. */
	number: string;
	title: Bilingual;
	text: Bilingual;
	role: TaskRole;
	/** Who answers to the Party committee for it. */
	owner: Bilingual;
};

export type SeedDirective = {
	number: string;
	/** Calendar day. */
	issuedOn: string;
	issuer: Bilingual;
	abstract: Bilingual;
	signer: { name: string; position: Bilingual };
	reportPeriod: Bilingual;
	tasks: DirectiveTask[];
};

const education: Bilingual = {
	vi: "Phòng GD&ĐT và các cơ sở giáo dục",
	en: "District Education Office and the schools",
};

export const directive566: SeedDirective = {
	number: "566-CV/HU",
	issuedOn: "2019-11-04",
	issuer: { vi: "Ban Thường vụ Huyện ủy Giao Thủy", en: "Standing Board of the Giao Thủy District Party Committee" },
	abstract: {
		vi: "Tăng cường thực hiện công tác chăm sóc, giáo dục và bảo vệ trẻ em",
		en: "Strengthening the care, education and protection of children",
	},
	signer: {
		name: "Phạm Quang Ái",
		position: { vi: "T/M Ban Thường vụ, Bí thư", en: "For the Standing Board, Secretary" },
	},
	reportPeriod: {
		vi: "Báo cáo định kỳ với Ban Thường vụ Huyện ủy; công văn không ấn định ngày, Phòng GD&ĐT đặt kỳ báo cáo.",
		en: "Regular report to the Standing Board of the District Party Committee; the letter sets no day, so the District Education Office sets the periods.",
	},
	tasks: [
		{
			number: "1",
			title: { vi: "Lãnh đạo thực hiện Chỉ thị số 20-CT/TW", en: "Lead the carrying out of Directive 20-CT/TW" },
			text: {
				vi: "Cấp ủy, chính quyền, Mặt trận và đoàn thể tiếp tục thực hiện Chỉ thị 20-CT/TW của Bộ Chính trị; chỉ tiêu về trẻ em có mặt trong kế hoạch kinh tế – xã hội hằng năm của địa phương.",
				en: "Party committees, authorities, the Fatherland Front and mass organisations keep carrying out Directive 20-CT/TW of the Politburo; targets for children are part of each locality's yearly socio-economic plan.",
			},
			role: "other",
			owner: { vi: "Các cấp ủy, chính quyền, đoàn thể", en: "Party committees, authorities, mass organisations" },
		},
		{
			number: "2",
			title: {
				vi: "Quản lý nhà nước về trẻ em, đầu tư cơ sở vật chất",
				en: "State management of children's affairs, investment in facilities",
			},
			text: {
				vi: "UBND huyện chỉ đạo xây dựng môi trường giáo dục an toàn, không bạo lực; bố trí đầu tư cơ sở vật chất; củng cố đội ngũ và dịch vụ làm công tác trẻ em, nhất là ở cơ sở; ngăn ngừa xâm hại, bạo lực và trẻ em vi phạm pháp luật.",
				en: "The district People's Committee steers towards a safe education environment free of violence, invests in facilities, strengthens the people and services that work for children, above all at the grass roots, and prevents abuse, violence and offending by children.",
			},
			role: "other",
			owner: { vi: "UBND huyện", en: "District People's Committee" },
		},
		{
			number: "3",
			title: {
				vi: "Vận động, giám sát của Mặt trận và đoàn thể",
				en: "Mobilising and watching by the Front and mass organisations",
			},
			text: {
				vi: "MTTQ và các đoàn thể vận động hội viên, nhân dân cùng giữ môi trường giáo dục an toàn; giám sát, tố giác và kiến nghị giải quyết hành vi xâm hại trẻ em; phối hợp liên ngành trong các chương trình về trẻ em.",
				en: "The Fatherland Front and mass organisations mobilise members and people for a safe education environment, watch for, report and demand action on child abuse, and work across sectors in children's programmes.",
			},
			role: "other",
			owner: { vi: "MTTQ và các đoàn thể huyện", en: "Fatherland Front and mass organisations of the district" },
		},
		{
			number: "4a",
			title: { vi: "Xây dựng và thực hiện Bộ Quy tắc ứng xử", en: "Draw up and follow the code of conduct" },
			text: {
				vi: "Mọi cơ sở giáo dục mầm non, phổ thông, thường xuyên trong huyện ban hành, công khai và thực hiện Bộ Quy tắc ứng xử của đơn vị.",
				en: "Every preschool, general and continuing education institution of the district adopts, publishes and follows its code of conduct.",
			},
			role: "lead",
			owner: education,
		},
		{
			number: "4b",
			title: {
				vi: "Kiểm tra, rà soát công trình, cơ sở vật chất bảo đảm an toàn",
				en: "Inspect and review buildings and facilities for safety",
			},
			text: {
				vi: "Từng trường rà soát công trình, phòng học, sân, cổng, tường rào, thiết bị theo bảng kiểm; nêu biện pháp và thời hạn cho chỗ chưa an toàn; Phòng kiểm tra, theo dõi đến khi khắc phục xong.",
				en: "Each school goes through its buildings, rooms, yard, gate, walls and equipment with the checklist, names a measure and a due day for whatever is unsafe; the Office inspects and follows up until it is mended.",
			},
			role: "lead",
			owner: education,
		},
		{
			number: "4c",
			title: { vi: "Khuyến khích lắp đặt camera ở cơ sở mầm non", en: "Encourage cameras in preschools" },
			text: {
				vi: "Vận động các cơ sở mầm non lắp camera hỗ trợ quản lý trẻ. Đây là việc khuyến khích: chỉ nắm hiện trạng, không xếp đạt hay chưa đạt.",
				en: "Preschools are encouraged to install cameras that help look after children. It is encouraged, not required: only the state of affairs is gathered, nobody passes or fails.",
			},
			role: "lead",
			owner: { vi: "Phòng GD&ĐT và các cơ sở mầm non", en: "District Education Office and the preschools" },
		},
		{
			number: "4d",
			title: {
				vi: "Chủ động phát hiện, thông báo học sinh có dấu hiệu bị bạo lực, xâm hại",
				en: "Notice and report pupils who show signs of violence or abuse",
			},
			text: {
				vi: "Nhà trường phát hiện sớm và báo ngay cho cơ quan có thẩm quyền. Trong hệ thống này chỉ tổng hợp số đếm, không thu thập danh tính trẻ.",
				en: "Schools notice early and tell the competent bodies at once. This system adds up counts only and never gathers a child's identity.",
			},
			role: "lead",
			owner: education,
		},
		{
			number: "4e",
			title: {
				vi: "Giáo dục kiến thức về giới và kỹ năng tự bảo vệ",
				en: "Teach about gender and the skills of self-protection",
			},
			text: {
				vi: "Dạy cho học sinh kiến thức về giới, kỹ năng phòng bạo lực học đường, xâm hại và tai nạn thương tích, phù hợp từng cấp học.",
				en: "Pupils learn about gender and how to avoid school violence, abuse and injury, as suits each level.",
			},
			role: "lead",
			owner: education,
		},
		{
			number: "4f",
			title: { vi: "Phối hợp gia đình, nhà trường và xã hội", en: "Family, school and community together" },
			text: {
				vi: "Duy trì trao đổi giữa nhà trường với cha mẹ và địa phương để trẻ em có điều kiện phát triển toàn diện.",
				en: "Schools keep up the exchange with parents and the locality so that children can develop fully.",
			},
			role: "lead",
			owner: education,
		},
		{
			number: "5",
			title: { vi: "Thông tin, tuyên truyền, nêu gương", en: "Information, publicity, good examples" },
			text: {
				vi: "Cơ quan tuyên truyền phổ biến chủ trương, chính sách, pháp luật về trẻ em và giới thiệu kịp thời cá nhân, đơn vị làm tốt trong huyện.",
				en: "The media and publicity bodies make known the policies and laws on children and present people and units of the district that do well.",
			},
			role: "other",
			owner: { vi: "Các cơ quan tuyên truyền", en: "Media and publicity bodies" },
		},
		{
			number: "6",
			title: {
				vi: "Thanh tra, kiểm tra, xử lý vi phạm và công khai kết quả",
				en: "Inspect, deal with violations, publish the outcome",
			},
			text: {
				vi: "Phát hiện sớm và xử lý nghiêm tổ chức, cá nhân bạo lực học đường hoặc xâm hại trẻ em; kết quả xử lý được công khai để nhân dân biết. Ngành giáo dục thực hiện phần thuộc thẩm quyền.",
				en: "Organisations and people guilty of school violence or child abuse are found early and dealt with firmly; the outcome is made public. The education sector does the part within its powers.",
			},
			role: "shared",
			owner: {
				vi: "Các cấp, các ngành theo thẩm quyền; Phòng GD&ĐT trong phạm vi quản lý",
				en: "Every level and sector within its powers; the District Education Office for what it manages",
			},
		},
		{
			number: "7",
			title: {
				vi: "Theo dõi, đôn đốc, định kỳ báo cáo kết quả với Ban Thường vụ Huyện ủy",
				en: "Follow up, urge on, and report regularly to the Standing Board",
			},
			text: {
				vi: "Ban Tuyên giáo Huyện ủy chủ trì; Phòng GD&ĐT cùng Phòng Lao động – Thương binh và Xã hội phối hợp theo dõi, kiểm tra và góp phần báo cáo của ngành mình.",
				en: "The Party committee's Propaganda and Education Board leads; the Education Office and the Office of Labour, War Invalids and Social Affairs follow up with it and contribute their sector's report.",
			},
			role: "shared",
			owner: {
				vi: "Ban Tuyên giáo Huyện ủy; phối hợp: Phòng LĐ-TB&XH, Phòng GD&ĐT",
				en: "Propaganda and Education Board; with the Labour and Social Affairs Office and the District Education Office",
			},
		},
	],
};
