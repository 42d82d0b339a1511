/**
 * A code of conduct as chapters and articles of an official text, in the manner of Thông tư 06/2019 (facts §4.4): general provisions,
 * one article a group of people, how it is carried out. Papers are Vietnamese, whoever asks for them, so their words stand here.
 */
import type { Block, ListItem } from "../paper.ts";
import type { ConductGroup, ConductRelation } from "./content-schema.ts";
import { saysNot } from "./rules.ts";
import type { Channels, ReadableClause, ReadableCode } from "./schema.ts";

/** Groups as they stand in a sentence of a paper. */
export const people: Record<Exclude<ConductGroup, "everyone">, string> = {
	managers: "cán bộ quản lý",
	teachers: "giáo viên",
	staff: "nhân viên",
	pupils: "người học",
	parents: "cha mẹ người học",
	visitors: "khách đến trường",
};

/** Relations as the head of what is said about them. */
export const towards: Record<ConductRelation, string> = {
	general: "Quy tắc chung",
	pupils: "Ứng xử với người học",
	managers: "Ứng xử với cán bộ quản lý",
	teachers_staff: "Ứng xử với giáo viên, nhân viên",
	colleagues: "Ứng xử với đồng nghiệp",
	parents: "Ứng xử với cha mẹ người học",
	parents_visitors: "Ứng xử với cha mẹ người học và khách đến trường",
	visitors: "Ứng xử với khách đến trường",
	school: "Ứng xử với nhà trường",
	community: "Ứng xử với cộng đồng, môi trường",
};

export type TextOfCode = {
	school: string;
	/** Who heads the school: "Hiệu trưởng". */
	head: string;
	code: ReadableCode;
	/** Where people report; null before it is published. */
	channels: Channels | null;
};

/** The whole text, from Điều 1 on. */
export function codeArticles({ school, head, code, channels }: TextOfCode): Block[] {
	let number = 0;
	const article = (title: string): Block => {
		number += 1;
		return { kind: "article", label: `Điều ${number}`, title };
	};
	const listed = (...items: ListItem[]): Block => ({ kind: "list", marker: "number", items });
	const groups = code.groups.filter(({ group }) => group !== "everyone");
	const general = code.groups.find(({ group }) => group === "everyone");
	const bound = namesOf(code);
	return [
		{ kind: "chapter", label: "Chương I", title: "Quy định chung" },
		article("Phạm vi điều chỉnh và đối tượng áp dụng"),
		listed(
			`Bộ Quy tắc này quy định cách ứng xử giữa những người làm việc, học tập tại ${school}, giữa nhà trường với gia đình và khách đến trường.`,
			`Bộ Quy tắc này áp dụng đối với ${bound}.`,
		),
		article("Nguyên tắc ứng xử"),
		listed(
			"Chấp hành pháp luật; giữ các giá trị nhân ái, tôn trọng, trách nhiệm, hợp tác, trung thực.",
			"Dễ hiểu, dễ thực hiện, phù hợp với lứa tuổi, cấp học và với địa phương.",
			"Việc xây dựng, sửa đổi được thảo luận dân chủ, khách quan, công khai và được đa số thành viên nhà trường đồng thuận.",
		),
		...(general ? [article("Quy tắc chung"), ...rulesOf(general.relations, "Đối với mọi người")] : []),
		{ kind: "chapter", label: "Chương II", title: "Quy tắc ứng xử cụ thể" },
		...groups.flatMap(({ group, relations }) => [
			article(`Ứng xử của ${people[group as keyof typeof people]}`),
			...rulesOf(relations),
		]),
		{ kind: "chapter", label: "Chương III", title: "Tổ chức thực hiện" },
		article(`Trách nhiệm của ${head}`),
		listed(
			"Công khai Bộ Quy tắc trên trang thông tin điện tử hoặc tại bảng tin của trường; phổ biến đến từng thành viên.",
			reporting(channels),
			"Tổ chức thực hiện, khen thưởng, xử lý vi phạm theo quy định; rà soát và báo cáo cơ quan quản lý trực tiếp mỗi năm học.",
		),
		article(`Trách nhiệm của ${bound}`),
		listed(
			"Đọc và thực hiện Bộ Quy tắc; cán bộ quản lý, giáo viên, nhân viên ký xác nhận đã đọc.",
			"Kịp thời báo cho nhà trường khi biết có hành vi vi phạm; khi trẻ em, người học bị bạo lực, xâm hại thì báo ngay Tổng đài 111, công an hoặc Ủy ban nhân dân cấp xã.",
		),
		article("Sửa đổi, bổ sung"),
		{
			kind: "paragraph",
			text: "Bộ Quy tắc được rà soát mỗi năm học. Khi có thay đổi, nhà trường lấy ý kiến lại và ban hành, công khai bản mới.",
		},
	];
}

/** "cán bộ quản lý, giáo viên, nhân viên, cha mẹ người học và khách đến trường": the groups that the text speaks of. */
export function namesOf(code: ReadableCode): string {
	const names = code.groups.flatMap(({ group }) => (group === "everyone" ? [] : [people[group]]));
	const last = names.pop();
	if (last === undefined) return "mọi thành viên nhà trường";
	return names.length === 0 ? last : `${names.join(", ")} và ${last}`;
}

/** Clauses "1." by relation with points below them; the clauses alone where a group has no other relation than the general one. */
function rulesOf(relations: ReadableCode["groups"][number]["relations"], general = towards.general): Block[] {
	const [only] = relations;
	if (only && relations.length === 1 && only.relation === "general")
		return [{ kind: "list", marker: "number", items: only.clauses.map(sentence) }];
	const items = relations.map(({ relation, clauses }) => ({
		text: `${relation === "general" ? general : towards[relation]}:`,
		list: { marker: "letter" as const, items: clauses.map(sentence) },
	}));
	return [{ kind: "list", marker: "number", items }];
}

/** What must not be done says *Không* itself: on paper no column does. */
function sentence({ stance, text }: ReadableClause): string {
	const said = stance === "should" || saysNot(stance, text.vi) ? text.vi : `Không ${lowered(text.vi)}`;
	return /[.;:!?]$/.test(said) ? said : `${said}.`;
}

/** With a small first letter, unless it stands in an abbreviation. */
export function lowered(text: string): string {
	return /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLocaleLowerCase("vi") + text.slice(1) : text;
}

function reporting(channels: Channels | null): ListItem {
	const lines = [
		channels?.phone && `Điện thoại: ${channels.phone}`,
		channels?.box && `Hộp thư góp ý: ${channels.box}`,
		channels?.email && `Thư điện tử: ${channels.email}`,
		channels?.web && `Trang tiếp nhận: ${channels.web}`,
	].filter((line) => typeof line === "string" && line !== "");
	const text = "Lập kênh phản ánh an toàn, bảo mật; bảo vệ người phản ánh; xem xét, trả lời kịp thời";
	if (lines.length === 0) return `${text}.`;
	return {
		text: `${text}:`,
		list: { marker: "letter", items: lines.map((line, at) => `${line}${at === lines.length - 1 ? "." : ";"}`) },
	};
}
