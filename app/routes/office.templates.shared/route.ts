import { redirect } from "@remix-run/node";
import { isId } from "#app/domain/id.ts";
import { allows } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { copyTemplate, followTemplate, takeUpdate, unfollowTemplate } from "#app/domain/templates/sharing.ts";
import { hasNews, listShared } from "#app/domain/templates/sharing-queries.ts";
import { act, page } from "#app/platform/door.ts";
import { formFields } from "#app/platform/form.ts";

export { meta, Screen as default } from "./screen.tsx";

/** What offices above share, and what is new of it. */
export const loader = page("templates.read", async ({ ctx }) => ({
	shared: (await listShared(ctx)).map((line) => ({ ...line, news: hasNews(line) })),
	mayWrite: allows(ctx.actor, "templates.write"),
}));

/** Copies, follows, or takes over what is new. */
export const action = act("templates.write", async ({ ctx, request }) => {
	const { templateId, intent } = await formFields(request);
	if (typeof templateId !== "string" || !isId(templateId)) throw problem("not_found", {});
	if (intent === "copy") {
		const copy = await copyTemplate(ctx, templateId);
		throw redirect(`/office/templates/${copy.templateId}`);
	}
	if (intent === "take") {
		const taken = await takeUpdate(ctx, templateId);
		if (taken) throw redirect(`/office/templates/${taken.copy}?version=${taken.draftId}`);
	} else if (intent === "follow") await followTemplate(ctx, templateId);
	else if (intent === "unfollow") await unfollowTemplate(ctx, templateId);
	else throw problem("not_found", {});
	throw redirect("/office/templates/shared");
});
