import { redirect } from "@remix-run/node";
import { parseAnswerKey } from "#app/domain/forms/answers.ts";
import { isId } from "#app/domain/id.ts";
import { noticeOf } from "#app/domain/papers/letter-queries.ts";
import { allows } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { reviewReturn } from "#app/domain/returns/review.ts";
import { readReturnForReview } from "#app/domain/returns/review-queries.ts";
import { review } from "#app/domain/returns/schema.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm, formFields } from "#app/platform/form.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

/** One return beside the round before, for the officer to accept or to send back. */
export const loader = page("returns.inspect", async ({ ctx, params, url }) => {
	if (!isId(params.returnId)) throw problem("not_found", {});
	return {
		...(await readReturnForReview(ctx, params.returnId)),
		notice: await noticeOf(ctx, params.returnId),
		onlyUnmet: url.searchParams.get("show") === "unmet",
		may: { review: allows(ctx.actor, "returns.review") },
	};
});

/** The officer's decision: `decision`, `round`, `remark`, `mark` (answer keys, rows of rosters too) and `reason:<key>` for each. */
export const action = act("returns.review", async ({ ctx, params, request }) => {
	const { returnId } = params;
	if (!isId(returnId)) throw problem("not_found", {});
	const fields = await formFields(request, ["mark"]);
	return keepTyped(fields, async () => {
		const input = checkForm(
			{
				round: Number(fields.round),
				decision: fields.decision,
				remark: fields.remark ?? "",
				items: markedIn(fields).map((key) => ({ ...parseAnswerKey(key), reason: fields[`reason:${key}`] ?? "" })),
			},
			review,
			issueMessage(ctx.locale),
		);
		await reviewReturn(ctx, returnId, input);
		throw redirect(`/office/returns/${returnId}?decided=${input.decision}`);
	});
});

/** Answers ticked, and those that were given a reason without a tick: whoever writes a reason means it. */
function markedIn(fields: Record<string, string | string[]>): string[] {
	const ticked = Array.isArray(fields.mark) ? fields.mark : [];
	const reasoned = Object.entries(fields)
		.filter(([name, value]) => name.startsWith("reason:") && typeof value === "string" && value.trim() !== "")
		.map(([name]) => name.slice("reason:".length));
	return [...new Set([...ticked, ...reasoned])];
}
