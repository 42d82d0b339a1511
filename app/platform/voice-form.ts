import { type VoiceInput, voiceForm } from "#app/domain/conduct/schema.ts";
import type { Locale } from "#app/domain/ctx.ts";
import { Problem, problem } from "#app/domain/problem.ts";
import { conductStepWords } from "#app/i18n/conduct-steps.ts";
import { checkForm, formFields } from "./form.ts";

const REMARK = "remark.";

/** A posted voice as it was typed, with remarks by the code of their clause. */
export async function typedVoice(request: Request) {
	const fields = await formFields(request);
	const text = (name: string) => (typeof fields[name] === "string" ? fields[name] : "");
	const remarks: Record<string, string> = Object.fromEntries(
		Object.keys(fields)
			.filter((name) => name.startsWith(REMARK) && text(name).trim() !== "")
			.map((name) => [name.slice(REMARK.length), text(name)]),
	);
	return { agrees: text("agrees"), comment: text("comment"), remarks };
}

/** The voice in it. Throws `invalid_input` with the names that the fields bear on the page. */
export function checkVoice(
	typed: Awaited<ReturnType<typeof typedVoice>>,
	complaint: (locale: Locale) => Parameters<typeof checkForm>[2],
	locale: Locale,
): VoiceInput {
	const remarks = Object.entries(typed.remarks).map(([code, remark]) => ({ code, remark }));
	const agrees = typed.agrees === "" ? undefined : typed.agrees;
	try {
		return checkForm({ agrees, comment: typed.comment, remarks }, voiceForm, complaint(locale)) as VoiceInput;
	} catch (thrown) {
		if (!(thrown instanceof Problem) || thrown.body.code !== "invalid_input") throw thrown;
		const fields = thrown.body.details.fields.map(({ field, message }) => {
			const at = /^remarks\.(\d+)/.exec(field)?.[1];
			if (field === "agrees") return { field, message: conductStepWords[locale].voice.choose };
			return { field: at === undefined ? field : `${REMARK}${remarks[Number(at)]?.code}`, message };
		});
		throw problem("invalid_input", { fields });
	}
}
