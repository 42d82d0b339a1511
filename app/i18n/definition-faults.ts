/** What is wrong with a definition, in sentences: for the author, before publishing, and for a form that was read from a file. */
import type { Locale } from "#app/domain/ctx.ts";
import type { DefinitionFault, Place } from "#app/domain/forms/check-definition.ts";
import { kindsInWords } from "./templates.ts";

const placeNames = {
	vi: {
		section: "phần",
		item: "mục",
		check: "kiểm tra chéo",
		rule: "cách xếp loại",
		figure: "số liệu",
		light: "đèn",
		list: "danh sách trích",
		level: "mức",
	},
	en: {
		section: "section",
		item: "item",
		check: "cross-check",
		rule: "the verdict rule",
		figure: "figure",
		light: "light",
		list: "drawn list",
		level: "level",
	},
} satisfies Record<Locale, Record<Place["part"] | "level", string>>;

/** A kind of school; "" is every kind that a rule does not name. */
export const kindName = (kind: string, locale: Locale) =>
	kind === "" ? (locale === "vi" ? "Loại hình khác" : "Other kinds") : kindsInWords([kind], locale);

/** What is wrong with a definition, as a sentence that says how to mend it. */
export function definitionSentence(fault: DefinitionFault, locale: Locale): string {
	const names = placeNames[locale];
	const at = (place: Place) => [names[place.part], place.code].filter(Boolean).join(" ");
	const vi = locale === "vi";
	switch (fault.code) {
		case "duplicate":
			return vi
				? `Hai ${names[fault.part]} cùng mã ${fault.duplicate}. Đổi mã một trong hai.`
				: `Two have the code ${fault.duplicate} (${names[fault.part]}). Change one of them.`;
		case "duplicate_option":
			return vi
				? `${fault.item}: phương án “${fault.option}” có hai lần.`
				: `${fault.item}: the option “${fault.option}” is there twice.`;
		case "unknown_item":
			return vi
				? `Tại ${at(fault.place)} có nhắc đến ${fault.item}, nhưng mẫu không có mục này.`
				: `${at(fault.place)} speaks of ${fault.item}, which is not in the form.`;
		case "expression_too_large":
			return vi
				? `Điều kiện tại ${at(fault.place)} quá phức tạp. Tách nhỏ ra.`
				: `The expression at ${at(fault.place)} is too large. Split it.`;
		case "circular":
			return vi
				? `Điều kiện đi vòng giữa: ${fault.codes.join(", ")}. Bỏ một trong các điều kiện.`
				: `Conditions go round in a circle: ${fault.codes.join(", ")}. Take one away.`;
		case "limits_reversed":
			return vi
				? `${fault.item}: giới hạn dưới lớn hơn giới hạn trên.`
				: `${fault.item}: the smallest is beyond the largest.`;
		case "mandatory_not_counted":
			return vi
				? `${fault.item} đánh dấu bắt buộc nhưng không tính vào số tiêu chí, nên dấu không có tác dụng.`
				: `${fault.item} is mandatory but outside the count, so the mark has no effect.`;
		case "decisive_item_optional":
			return vi
				? `${fault.item} quyết định kết quả nhưng trường được bỏ trống.`
				: `${fault.item} decides, yet a school may leave it open.`;
		case "too_few_criteria":
			return vi
				? `${kindName(fault.kind, locale)}: cách xếp loại yêu cầu ${fault.wanted} tiêu chí, mẫu chỉ có ${fault.have}.`
				: `${kindName(fault.kind, locale)}: the rule wants ${fault.wanted} criteria, the form has ${fault.have}.`;
		case "mandatory_not_flagged":
			return vi
				? `${kindName(fault.kind, locale)}: cách xếp loại yêu cầu ${fault.wanted} tiêu chí bắt buộc, mẫu đánh dấu ${fault.flagged}, nên chưa ai được kết luận Đạt.`
				: `${kindName(fault.kind, locale)}: the rule wants ${fault.wanted} mandatory criteria, ${fault.flagged} are flagged, so nobody passes finally.`;
		case "kind_in_two_lines":
			return vi
				? `${kindName(fault.kind, locale)} nằm ở hai dòng của cách xếp loại.`
				: `${kindName(fault.kind, locale)} stands in two lines of the rule.`;
		case "level_out_of_reach":
			return vi ? `Không trường nào đạt được mức ${fault.level}.` : `No school can reach the level ${fault.level}.`;
		case "no_passing_level":
			return vi ? "Không mức nào được tính là Đạt." : "No level counts as Met.";
		case "verdict_in_roster":
			return vi
				? `${fault.item} là tiêu chí Đạt/Chưa đạt nằm trong danh sách dòng; chuyển ra ngoài hoặc đổi loại.`
				: `${fault.item} is a criterion among repeated rows: move it out or change its kind.`;
		case "row_out_of_reach":
			return vi
				? `Tại ${at(fault.place)} có nhắc đến ${fault.item} của từng dòng, ở đây không biết dòng nào.`
				: `${at(fault.place)} speaks of ${fault.item} of a row, where no row is at hand.`;
		case "prefill_not_taken":
			return vi
				? `Tại ${at(fault.place)}, dòng tạo sẵn có câu trả lời mà mục ${fault.item} không nhận. Chọn câu trả lời khác.`
				: `${at(fault.place)}: rows made beforehand begin with an answer that ${fault.item} does not take. Choose another.`;
		case "roster_without_title":
			return vi
				? `Danh sách ${fault.roster} chưa có mục làm tên dòng.`
				: `The rows of ${fault.roster} have no item to name them.`;
		case "figure_incomplete":
			return vi ? `Số liệu ${fault.figure} chưa đủ phần.` : `The figure ${fault.figure} is incomplete.`;
	}
}
