import { z } from "zod";
import { isId } from "#app/domain/id.ts";
import { allows } from "#app/domain/people/policy.ts";
import { role } from "#app/domain/people/schema.ts";
import { issueSlip, issueSlips } from "#app/domain/people/slips.ts";
import { problem } from "#app/domain/problem.ts";
import { act, page } from "#app/platform/door.ts";
import { readForm } from "#app/platform/form.ts";
import { qrOf } from "#app/platform/qr.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

/** Opened as an address it issues nothing: a code can be read only in the answer that made it. */
export const loader = page("signed_in", async ({ ctx }) => {
	const office = allows(ctx.actor, "people.write");
	if (!office && !allows(ctx.actor, "staff.write")) throw problem("forbidden", {});
	return { back: office ? "/office/people?do=slips" : "/school/people" };
});

const form = z.object({
	/** One person, whatever their state; or those of the filtered list who wait. */
	person: z.string().optional(),
	q: z.string().max(200).catch(""),
	unit: z.uuid().nullable().catch(null),
	role: role.nullable().catch(null),
	fresh: z.literal("1").optional().catch(undefined),
});

/** Issues codes and answers with the slips to print. */
export const action = act("signed_in", async ({ ctx, request, http, url }) => {
	const { person, q, unit, role, fresh } = await readForm(request, form, issueMessage(ctx.locale));
	if (person !== undefined && !isId(person)) throw problem("not_found", {});
	const slips = person
		? [await issueSlip(ctx, person)]
		: await issueSlips(ctx, { q, unitId: unit, role, freshOnly: fresh === "1" });
	const origin = http.app.config.origin ?? url.origin;
	return {
		origin,
		/** The address is this machine's own name for itself: a phone that scans it would ask itself. */
		onlyHere: /^(localhost|127\.|\[::1\]|0\.0\.0\.0)/.test(new URL(origin).hostname),
		slips: slips.map((slip) => ({ ...slip, qr: qrOf(`${origin}/activate?code=${slip.code}`) })),
	};
});
