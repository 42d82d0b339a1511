import { redirect } from "@remix-run/node";
import { readAdoption } from "#app/domain/conduct/queries.ts";
import { reviewCode } from "#app/domain/conduct/review.ts";
import { schoolYearOf } from "#app/domain/conduct/rules.ts";
import { reviewForm } from "#app/domain/conduct/schema.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm, formFields } from "#app/platform/form.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

/** The yearly review of the code in force; what was written this school year already, to correct it. */
export const loader = page("conduct.decide", async ({ ctx }) => {
	const { published, reviews } = await readAdoption(ctx);
	const written = reviews.find(({ schoolYear }) => schoolYear === schoolYearOf(ctx.today)) ?? null;
	return { mayReview: published !== null, written, today: ctx.today };
});

export const action = act("conduct.decide", async ({ ctx, request }) => {
	const fields = await formFields(request);
	const typed = { reviewedOn: fields.reviewedOn, outcome: fields.outcome, note: fields.note };
	return keepTyped(typed, async () => {
		await reviewCode(ctx, checkForm(fields, reviewForm, issueMessage(ctx.locale)));
		return redirect("/school/conduct?reviewed");
	});
});
