import { redirect } from "@remix-run/node";
import type { Ctx } from "#app/domain/ctx.ts";
import { checkDefinition } from "#app/domain/forms/check-definition.ts";
import type { JsonReading } from "#app/domain/interchange/json.ts";
import { type Fate, fates, linesOf, wholeNotes } from "#app/domain/interchange/lines.ts";
import type { FormFile } from "#app/domain/interchange/schema.ts";
import { formTarget } from "#app/domain/interchange/target.ts";
import { ownTemplates } from "#app/domain/templates/queries.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm, formFields } from "#app/platform/form.ts";
import { confirmForm, readFormReading } from "#app/platform/jobs/form-imports.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

const ROWS_SHOWN = 100;
const NOTES_SHOWN = 60;

/** A read form: what it will be, how each row fared, and what stands in the way. */
export const loader = page("templates.write", async ({ ctx, params, url }) => {
	const { name, reading } = await readFormReading(ctx, params.fileId);
	const { form, format } = reading;
	const lines = linesOf(reading);
	const counts = Object.fromEntries(fates.map((fate) => [fate, lines.filter((line) => line.fate === fate).length]));
	const wanted = url.searchParams.get("fate") as Fate | null;
	const fate = wanted && fates.includes(wanted) ? wanted : null;
	const fitting = fate ? lines.filter((line) => line.fate === fate) : lines;
	const place = Number(url.searchParams.get("after") ?? url.searchParams.get("before") ?? 0);
	const from = Number.isInteger(place) && place > 0 ? Math.min(place, fitting.length) : 0;
	const whole = wholeNotes(reading);
	return {
		file: { id: params.fileId ?? "", name },
		format,
		outline: form ? outlineOf(form) : null,
		faults: form ? checkDefinition(form.definition) : [],
		whole: whole.slice(0, NOTES_SHOWN),
		wholeMore: Math.max(0, whole.length - NOTES_SHOWN),
		lines: fitting.slice(from, from + ROWS_SHOWN),
		counts: { ...counts, all: lines.length } as Record<Fate | "all", number>,
		fate,
		place: { from, of: fitting.length, shown: ROWS_SHOWN },
		target: form ? await targetOf(ctx, form, reading.conduct, name) : null,
	};
});

/** Makes the draft, and opens it. */
export const action = act("templates.write", async ({ ctx, params, request }) => {
	const fields = await formFields(request);
	const { into = "", code = "", title = "", templateId = "" } = fields as Record<string, string>;
	return keepTyped({ into, code, title, templateId }, async () => {
		const target = checkForm(fields, formTarget, issueMessage(ctx.locale));
		const made = await confirmForm(ctx, params.fileId, target);
		return redirect(`/office/templates/${made.templateId}?version=${made.versionId}`);
	});
});

/** What a person needs to see of the form before it is one. */
function outlineOf({ definition, title }: FormFile) {
	return {
		title,
		checks: definition.checks.length,
		items: definition.sections.reduce((sum, { items }) => sum + items.length, 0),
		sections: definition.sections.map(({ code, title, roster, visibleIf, items }) => ({
			code,
			title,
			repeats: roster !== undefined,
			conditional: visibleIf !== undefined,
			items: items.map((item) => ({
				code: item.code,
				text: item.text,
				type: item.type,
				conditional: item.visibleIf !== undefined,
				mandatory: item.type === "verdict" && item.mandatory !== false,
				knockout: item.type === "verdict" && item.knockout,
			})),
		})),
	};
}

/** Where the form may go, and where it most likely belongs: a file of a template of ours becomes its next version. */
async function targetOf(ctx: Ctx, form: FormFile, conduct: JsonReading["conduct"], fileName: string) {
	const templates = (await ownTemplates(ctx)).filter(({ kind }) => conduct === null || kind === "conduct");
	const same = templates.find(({ code }) => code === form.code);
	const fromName = fileName
		.replace(/\.\w{1,5}$/, "")
		.normalize("NFC")
		.replace(/[^\p{L}0-9._-]+/gu, "-");
	return {
		into: same ? ("version" as const) : ("new" as const),
		code: (form.code || fromName).replace(/^[._-]+/, "").slice(0, 40),
		title: form.title.vi,
		templateId: same?.id ?? "",
		templates: templates.map(({ id, code, title }) => ({ id, code, title })),
	};
}
