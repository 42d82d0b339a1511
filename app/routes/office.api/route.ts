import { data, redirect } from "@remix-run/node";
import { listCampaigns } from "#app/domain/campaigns/queries.ts";
import { addDays } from "#app/domain/days.ts";
import { newId } from "#app/domain/id.ts";
import { listApiKeys, makeApiKey, revokeApiKey } from "#app/domain/people/api-tokens.ts";
import { API_KEY_DAYS, apiKeyForm } from "#app/domain/people/schema.ts";
import { resources } from "#app/platform/api/resources.ts";
import { API_ROOT } from "#app/platform/api/serve.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm, formFields } from "#app/platform/form.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

/** Keys with which programs read the office's data, and how to connect. */
export const loader = page("api.write", async ({ ctx, url }) => {
	const [keys, { lines }] = [await listApiKeys(ctx), await listCampaigns(ctx)];
	const newest = lines.find(({ state }) => state !== "draft");
	return {
		keys,
		freshId: newId(),
		days: { first: ctx.today, usual: addDays(ctx.today, 180), last: addDays(ctx.today, API_KEY_DAYS) },
		campaign: newest ? { id: newest.id, title: newest.title } : null,
		origin: url.origin,
		addresses: resources.map(({ path, name }) => ({ name, path: API_ROOT + path })),
		done: url.searchParams.get("done") === "revoked" ? ("revoked" as const) : null,
	};
});

/** Makes a key, which stands in this answer and nowhere else, or revokes one (`intent=revoke`). */
export const action = act("api.write", async ({ ctx, request }) => {
	const fields = await formFields(request, ["reads"]);
	if (fields.intent === "revoke") {
		await revokeApiKey(ctx, typeof fields.keyId === "string" ? fields.keyId : undefined);
		return redirect("/office/api?done=revoked");
	}
	const typed = { name: fields.name, reads: fields.reads, expiresOn: fields.expiresOn };
	return keepTyped(typed, async () => {
		const key = await makeApiKey(ctx, checkForm(fields, apiKeyForm, issueMessage(ctx.locale)));
		return data({ made: { key, name: String(fields.name) } }, { headers: { "Cache-Control": "no-store" } });
	});
});
