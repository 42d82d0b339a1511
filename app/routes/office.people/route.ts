import { redirect } from "@remix-run/node";
import type { Ctx } from "#app/domain/ctx.ts";
import { createPerson } from "#app/domain/people/accounts.ts";
import { mayGrant } from "#app/domain/people/policy.ts";
import { countAccounts, listAccounts, officeUnits, unitsToChoose } from "#app/domain/people/queries.ts";
import { type AccountFilter, accountFilter, personForm, role, schoolFilter } from "#app/domain/people/schema.ts";
import { createSchoolAccounts, schoolsWithoutAccount } from "#app/domain/people/school-accounts.ts";
import { countSlips, SLIPS_AT_ONCE } from "#app/domain/people/slips.ts";
import { communes } from "#app/domain/units/tree.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm, formFields } from "#app/platform/form.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

export const loader = page("people.write", async ({ ctx, url }) => {
	const search = Object.fromEntries(url.searchParams);
	const filter = accountFilter.parse(search);
	const [list, counts, units] = await Promise.all([
		listAccounts(ctx, filter),
		countAccounts(ctx, filter),
		officeUnits(ctx),
	]);
	const filtered = Boolean(filter.q || filter.unit || filter.role || filter.state);
	return { ...list, counts, units, filter, filtered, panel: await readPanel(ctx, search, filter) };
});

/** What stands above the list, chosen by `do` in the URL. */
async function readPanel(ctx: Ctx, search: Record<string, string>, filter: AccountFilter) {
	if (search.do === "create") {
		const find = search.find?.slice(0, 200) ?? "";
		const roles = role.options.filter((one) => mayGrant(ctx.actor, one));
		return { is: "create" as const, find, roles, ...(await unitsToChoose(ctx, find)) };
	}
	if (search.do === "schools") {
		const chosen = schoolFilter.parse(search);
		return {
			is: "schools" as const,
			chosen,
			communes: await communes(ctx),
			...(await schoolsWithoutAccount(ctx, chosen)),
		};
	}
	if (search.do === "slips") {
		const choice = { q: filter.q, unitId: filter.unit, role: filter.role };
		const [count, fresh] = await Promise.all([
			countSlips(ctx, choice),
			countSlips(ctx, { ...choice, freshOnly: true }),
		]);
		return { is: "slips" as const, count, fresh, atOnce: SLIPS_AT_ONCE, made: Number(search.made) || 0 };
	}
	return null;
}

export const action = act("people.write", async ({ ctx, request }) => {
	const fields = await formFields(request);
	if (fields.intent === "schools") {
		const made = await createSchoolAccounts(ctx, schoolFilter.parse(fields));
		return redirect(`/office/people?state=invited&do=slips&made=${made}`);
	}
	const typed = { name: fields.name, username: fields.username, role: fields.role, unitId: fields.unitId };
	return keepTyped(typed, async () => {
		const { personId } = await createPerson(ctx, checkForm(fields, personForm, issueMessage(ctx.locale)));
		return redirect(`/office/people/${personId}?done=created`);
	});
});
