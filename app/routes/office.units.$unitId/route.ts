import { redirect } from "@remix-run/node";
import { allows } from "#app/domain/people/policy.ts";
import { closeSchool, reopenSchool, updateSchool } from "#app/domain/units/commands.ts";
import { readSchool } from "#app/domain/units/queries.ts";
import { closingForm, schoolForm } from "#app/domain/units/schema.ts";
import { communes, managers } from "#app/domain/units/tree.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm, formFields } from "#app/platform/form.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

/** One school, with what its form may choose from. */
export const loader = page("units.read", async ({ ctx, params, url }) => {
	const school = await readSchool(ctx, params.unitId);
	const done = url.searchParams.get("done");
	const [places, keepers] = await Promise.all([communes(ctx), managers(ctx)]);
	return { school, communes: places, managers: keepers, done, mayWrite: allows(ctx.actor, "units.write") };
});

/** Saves the facts, closes the school, or opens it again. */
export const action = act("units.write", async ({ ctx, params, request }) => {
	const { id } = await readSchool(ctx, params.unitId);
	const fields = await formFields(request);
	return keepTyped(fields, async () => {
		const { intent } = fields;
		if (intent === "close" || intent === "reopen") {
			const { reason } = checkForm(fields, closingForm, issueMessage(ctx.locale));
			await (intent === "close" ? closeSchool : reopenSchool)(ctx, id, reason);
			return redirect(`/office/units/${id}?done=${intent}`);
		}
		await updateSchool(ctx, id, checkForm(fields, schoolForm, issueMessage(ctx.locale)));
		return redirect(`/office/units/${id}?done=save`);
	});
});
