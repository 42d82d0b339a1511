import { sameName } from "#app/domain/conduct/rules.ts";
import { signatureForm } from "#app/domain/conduct/schema.ts";
import { problemSentence } from "#app/i18n/problems.ts";

/** The form of a signature by the person with this name: browser and server say alike when another name was typed. */
export function signatureOf(name: string) {
	const differs = { code: "name_differs", details: { name } } as const;
	return signatureForm.refine((form) => sameName(form.name, name), {
		path: ["name"],
		params: { vi: problemSentence(differs, "vi"), en: problemSentence(differs, "en") },
	});
}
