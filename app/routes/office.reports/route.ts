import { redirect } from "@remix-run/node";
import { addDays } from "#app/domain/days.ts";
import { listDirectives } from "#app/domain/directives/queries.ts";
import { isId, newId } from "#app/domain/id.ts";
import { draftReport } from "#app/domain/papers/commands.ts";
import { listReports } from "#app/domain/papers/queries.ts";
import { newReport } from "#app/domain/papers/schema.ts";
import { allows } from "#app/domain/people/policy.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm, formFields } from "#app/platform/form.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

/** Half a year, the usual period of such reports. */
const PERIOD_DAYS = 182;

/** Reports of the office; with `?new` or `?letter=` the form for a new one stands above. */
export const loader = page("reports.read", async ({ ctx, url }) => {
	const after = url.searchParams.get("after") ?? undefined;
	const letter = url.searchParams.get("letter");
	const mayWrite = allows(ctx.actor, "reports.write");
	const asked = mayWrite && (letter !== null || url.searchParams.has("new"));
	const letters = asked ? (await listDirectives(ctx)).lines.filter(({ ours }) => ours > 0) : [];
	return {
		...(await listReports(ctx, { after })),
		mayWrite,
		form: asked
			? {
					id: newId(),
					letters: letters.map(({ id, number, issuer }) => ({ id, name: `${number} · ${issuer}` })),
					directiveId: letter ?? letters[0]?.id ?? "",
					periodFrom: addDays(ctx.today, -PERIOD_DAYS),
					periodTo: ctx.today,
				}
			: null,
	};
});

/** Drafts a report. */
export const action = act("reports.write", async ({ ctx, request }) => {
	const fields = await formFields(request);
	const text = (name: string) => (typeof fields[name] === "string" ? fields[name] : "");
	const typed = {
		id: isId(text("id")) ? text("id") : newId(),
		directiveId: text("directiveId"),
		periodFrom: text("periodFrom"),
		periodTo: text("periodTo"),
	};
	return keepTyped(typed, async () => {
		const input = checkForm(typed, newReport, issueMessage(ctx.locale));
		throw redirect(`/office/reports/${await draftReport(ctx, input, typed.id)}`);
	});
});
