import { redirect } from "@remix-run/node";
import { z } from "zod";
import { isId } from "#app/domain/id.ts";
import { blockPerson, createPerson, unblockPerson, unlockPerson } from "#app/domain/people/accounts.ts";
import { endMembership } from "#app/domain/people/memberships.ts";
import { listAccounts, unitsToChoose } from "#app/domain/people/queries.ts";
import { accountFilter, staffForm } from "#app/domain/people/schema.ts";
import { problem } from "#app/domain/problem.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm, formFields } from "#app/platform/form.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

export const loader = page("staff.write", async ({ ctx, url }) => {
	const { rows, next } = await listAccounts(ctx, accountFilter.parse({ after: url.searchParams.get("after") }));
	const { units } = await unitsToChoose(ctx, "");
	const code = units.find((unit) => unit.id === ctx.actor.unitId)?.code ?? "";
	return { rows, next, code, created: url.searchParams.get("created"), done: url.searchParams.get("done") };
});

const intent = z.enum(["block", "unblock", "unlock", "end_role"]);

export const action = act("staff.write", async ({ ctx, request }) => {
	const fields = await formFields(request);
	if (fields.intent === "create") {
		const typed = { name: fields.name, username: fields.username, role: fields.role };
		return keepTyped(typed, async () => {
			const given = checkForm(fields, staffForm, issueMessage(ctx.locale));
			const { personId } = await createPerson(ctx, { ...given, unitId: ctx.actor.unitId });
			return redirect(`/school/people?created=${personId}`);
		});
	}
	const personId = String(fields.personId);
	const chosen = intent.safeParse(fields.intent);
	if (!chosen.success || !isId(personId)) throw problem("not_found", {});
	const work = {
		block: () => blockPerson(ctx, personId),
		unblock: () => unblockPerson(ctx, personId),
		unlock: () => unlockPerson(ctx, personId),
		end_role: () => endMembership(ctx, { personId, membershipId: String(fields.membershipId) }),
	};
	await work[chosen.data]();
	return redirect("/school/people?done=saved");
});
