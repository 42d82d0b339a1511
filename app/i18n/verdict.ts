import type { Locale } from "#app/domain/ctx.ts";
import type { VerdictReason, VerdictResult } from "#app/domain/forms/verdict-schema.ts";
import { formatNumber } from "./format.ts";
import { plural, words } from "./words.ts";

/** Text of an item by its code, to stand behind the code; "" when there is none. */
export type ItemText = (code: string) => string;

/** What a return came to, in one or two words: on badges, in lists, in annexes. */
export const verdictNames = words(
	{ met: "Đạt", not_met: "Chưa đạt", provisional: "Chưa kết luận", none: "Không xếp loại" },
	{ met: "Met", not_met: "Not met", provisional: "Not concluded", none: "Not rated" },
);

const sentences = words(
	{
		percentBelow: (percent: string, atLeast: string) => `Đạt ${percent} % số tiêu chí, dưới mức ${atLeast} %`,
		countBelow: (met: number, atLeast: number) => `Đạt ${met} tiêu chí, dưới mức ${atLeast} tiêu chí`,
		mandatoryUnmet: (items: string) => `Chưa đạt tiêu chí bắt buộc: ${items}`,
		knockedOut: (items: string) => `Vi phạm điều kiện loại trực tiếp: ${items}`,
		knockoutUnanswered: (items: string) => `Chưa thể kết luận Đạt: chưa trả lời điều kiện loại trực tiếp ${items}`,
		mandatoryNotFlagged: (flagged: number, wanted: number) =>
			`Chưa thể kết luận Đạt: mẫu mới đánh dấu ${flagged}/${wanted} tiêu chí bắt buộc`,
		mandatoryOverFlagged: (flagged: number, wanted: number) =>
			`Chưa thể kết luận Đạt: mẫu đánh dấu ${flagged} tiêu chí bắt buộc, quy định là ${wanted}`,
		noRuleForKind: (kind: string) => `Mẫu chưa có quy tắc xếp loại cho loại hình ${kind}`,
		nothingCounted: "Không có tiêu chí nào áp dụng cho đơn vị nên không tính được tỷ lệ",
		level: (level: string) => `Xếp mức ${level}`,
	},
	{
		percentBelow: (percent: string, atLeast: string) => `${percent}% of the criteria met, below ${atLeast}%`,
		countBelow: (met: number, atLeast: number) => `${plural(met, "criterion", "criteria")} met, fewer than ${atLeast}`,
		mandatoryUnmet: (items: string) => `Mandatory criteria not met: ${items}`,
		knockedOut: (items: string) => `Knock-out condition breached: ${items}`,
		knockoutUnanswered: (items: string) => `Met cannot be concluded yet: knock-out condition not answered: ${items}`,
		mandatoryNotFlagged: (flagged: number, wanted: number) =>
			`Met cannot be concluded yet: the template flags only ${flagged} of ${wanted} mandatory criteria`,
		mandatoryOverFlagged: (flagged: number, wanted: number) =>
			`Met cannot be concluded yet: the template flags ${plural(flagged, "mandatory criterion", "mandatory criteria")}, the rule asks for ${wanted}`,
		noRuleForKind: (kind: string) => `The template has no rule for schools of kind ${kind}`,
		nothingCounted: "No criterion applies to the school, so there is no share to work out",
		level: (level: string) => `Level ${level}`,
	},
);

/** The name of a verdict in the reader's language. */
export function verdictName(result: VerdictResult, locale: Locale): string {
	return verdictNames[locale][result];
}

/**
 * Why a return came to its verdict, one sentence without a full stop. Items are named by code, with their text behind where
 * `itemText` knows it: `Chưa đạt tiêu chí bắt buộc: PT-8 (Lan can, tay vịn chắc chắn)`.
 */
export function reasonSentence(reason: VerdictReason, locale: Locale, itemText?: ItemText): string {
	const say = sentences[locale];
	const named = (codes: readonly string[]) => codes.map((code) => nameItem(code, itemText)).join("; ");
	switch (reason.code) {
		case "percent_below":
			return say.percentBelow(formatNumber(reason.percent, locale), formatNumber(reason.atLeast, locale));
		case "count_below":
			return say.countBelow(reason.met, reason.atLeast);
		case "mandatory_unmet":
			return say.mandatoryUnmet(named(reason.items));
		case "knocked_out":
			return say.knockedOut(named(reason.items));
		case "knockout_unanswered":
			return say.knockoutUnanswered(named(reason.items));
		case "mandatory_not_flagged":
			return reason.flagged < reason.wanted
				? say.mandatoryNotFlagged(reason.flagged, reason.wanted)
				: say.mandatoryOverFlagged(reason.flagged, reason.wanted);
		case "no_rule_for_kind":
			return say.noRuleForKind(reason.kind);
		case "nothing_counted":
			return say.nothingCounted;
		case "level":
			return say.level(reason.level);
	}
}

/** Item texts are sentences; inside another sentence their full stop goes. */
function nameItem(code: string, itemText: ItemText | undefined): string {
	const text = (itemText?.(code) ?? "").trim().replace(/\.$/, "");
	return text === "" ? code : `${code} (${text})`;
}
