import { redirect } from "@remix-run/node";
import { z } from "zod";
import { beginDraft } from "#app/domain/conduct/adapt.ts";
import { acceptOffer } from "#app/domain/conduct/offers.ts";
import { readAdoption } from "#app/domain/conduct/queries.ts";
import { summarise } from "#app/domain/conduct/steps.ts";
import { allows } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { act, page } from "#app/platform/door.ts";
import { formFields } from "#app/platform/form.ts";

export { meta, Screen as default } from "./screen.tsx";

/** Where the school stands with its code of conduct, and the one thing to do next. */
export const loader = page("conduct.adapt", async ({ ctx, url }) => ({
	adoption: summarise(await readAdoption(ctx), ctx.today),
	mayDecide: allows(ctx.actor, "conduct.decide"),
	today: ctx.today,
	reviewed: url.searchParams.has("reviewed"),
}));

const intent = z.enum(["begin", "accept"]);

/** Begins a draft, or takes the office's newest model over into it. */
export const action = act("conduct.adapt", async ({ ctx, request }) => {
	const chosen = intent.safeParse((await formFields(request)).intent);
	if (!chosen.success) throw problem("not_found", {});
	if (chosen.data === "begin") return redirect(`/school/conduct/${await beginDraft(ctx)}/adapt`);
	return redirect(`/school/conduct/${await acceptOffer(ctx)}/adapt?taken`);
});
