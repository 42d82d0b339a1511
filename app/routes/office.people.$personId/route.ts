import { redirect } from "@remix-run/node";
import { z } from "zod";
import { isId } from "#app/domain/id.ts";
import { blockPerson, renamePerson, unblockPerson, unlockPerson } from "#app/domain/people/accounts.ts";
import { addMembership, changeRole, endMembership } from "#app/domain/people/memberships.ts";
import { mayGrant } from "#app/domain/people/policy.ts";
import { readAccount, unitsToChoose } from "#app/domain/people/queries.ts";
import { membershipForm, renameForm, role, roleForm } from "#app/domain/people/schema.ts";
import { problem } from "#app/domain/problem.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm, formFields } from "#app/platform/form.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

export const loader = page("people.write", async ({ ctx, params, url }) => {
	if (!isId(params.personId)) throw problem("not_found", {});
	const account = await readAccount(ctx, params.personId);
	const find = url.searchParams.get("find")?.slice(0, 200) ?? "";
	return {
		account,
		roles: role.options.filter((one) => mayGrant(ctx.actor, one)),
		choice: { find, ...(await unitsToChoose(ctx, find)) },
		done: url.searchParams.get("done"),
	};
});

const intent = z.enum(["rename", "block", "unblock", "unlock", "change_role", "end_role", "add_role"]);

export const action = act("people.write", async ({ ctx, params, request }) => {
	const { personId } = params;
	if (!isId(personId)) throw problem("not_found", {});
	const fields = await formFields(request);
	const complaint = issueMessage(ctx.locale);
	const work: Record<z.infer<typeof intent>, () => Promise<unknown>> = {
		rename: () => renamePerson(ctx, personId, checkForm(fields, renameForm, complaint).name),
		block: () => blockPerson(ctx, personId),
		unblock: () => unblockPerson(ctx, personId),
		unlock: () => unlockPerson(ctx, personId),
		change_role: () => changeRole(ctx, { personId, ...checkForm(fields, roleForm, complaint) }),
		end_role: () => endMembership(ctx, { personId, membershipId: String(fields.membershipId) }),
		add_role: () => addMembership(ctx, { personId, ...checkForm(fields, membershipForm, complaint) }),
	};
	const chosen = intent.safeParse(fields.intent);
	if (!chosen.success) throw problem("not_found", {});
	await work[chosen.data]();
	return redirect(chosen.data === "end_role" ? "/office/people" : `/office/people/${personId}?done=saved`);
});
