import { redirect } from "@remix-run/node";
import { schoolCode } from "#app/domain/conduct/paper-queries.ts";
import type { Ctx } from "#app/domain/ctx.ts";
import { isId } from "#app/domain/id.ts";
import { allows } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { prefillReturn } from "#app/domain/returns/prefill.ts";
import { makePublic, publicResult, publicSince, takeBack } from "#app/domain/returns/public-results.ts";
import { type ReturnPage, readOwnReturn } from "#app/domain/returns/queries.ts";
import { act, page } from "#app/platform/door.ts";
import { formFields } from "#app/platform/form.ts";

export { meta, Screen as default } from "./screen.tsx";

/** A return as a list of sections while it is being filled, as a result once it was sent. */
export const loader = page("returns.fill", async ({ ctx, params, url }) => {
	if (!isId(params.returnId)) throw problem("not_found", {});
	const page = await readOwnReturn(ctx, params.returnId);
	return {
		page,
		publication: await publicationOf(ctx, page),
		today: ctx.today,
		personId: ctx.actor.personId,
		justSent: url.searchParams.has("sent"),
	};
});

/** What there is to make public: the result of an accepted return on a form that judges. */
async function publicationOf(ctx: Ctx, page: ReturnPage) {
	const { submission, definition, returnId, schoolId, title, facts } = page;
	if (!submission || page.state !== "accepted" || definition.rule.type === "none") return null;
	const about = { title, submittedAt: submission.submittedAt, kind: facts.kind };
	return {
		since: await publicSince(ctx, schoolId, returnId),
		may: allows(ctx.actor, "results.publish"),
		result: publicResult(about, definition, submission.answers, submission.verdict),
		address: `/public/schools/${await schoolCode(ctx)}#result`,
	};
}

/** Puts the last round, or the school's record, into a return that nobody has answered yet; makes an accepted result public, or takes it back. */
export const action = act("returns.fill", async ({ ctx, params, request }) => {
	if (!isId(params.returnId)) throw problem("not_found", {});
	const fields = await formFields(request);
	if (fields.do === "prefill") await prefillReturn(ctx, params.returnId);
	if (fields.do === "publish") await makePublic(ctx, params.returnId);
	if (fields.do === "take_back") await takeBack(ctx, params.returnId);
	return redirect(`/school/returns/${params.returnId}${fields.do === "prefill" ? "" : "#publish"}`);
});
