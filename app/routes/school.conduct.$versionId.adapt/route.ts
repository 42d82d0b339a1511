import { data, redirect } from "@remix-run/node";
import { addLocalClause, moveClause, saveBasis, saveClause } from "#app/domain/conduct/adapt.ts";
import { conductGroup, conductRelation } from "#app/domain/conduct/content-schema.ts";
import { readConductVersion } from "#app/domain/conduct/queries.ts";
import { basisForm, clauseForm, localClauseForm, moveForm } from "#app/domain/conduct/schema.ts";
import type { Ctx } from "#app/domain/ctx.ts";
import { allows } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm, formFields } from "#app/platform/form.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

const wordsOfDone = ["saved", "removed", "moved", "added", "basis"] as const;

/** The text of a version to work on, one group of people a page. */
export const loader = page("conduct.adapt", async ({ ctx, params, url }) => {
	const { content, groupsWanted, ...version } = await readConductVersion(ctx, params.versionId);
	const groups = conductGroup.options
		.map((group) => ({ group, modules: content.modules.filter((module) => module.group === group) }))
		.filter(({ group, modules }) => modules.length > 0 || (groupsWanted as string[]).includes(group))
		.map(({ group, modules }) => ({ group, clauses: modules.reduce((sum, { clauses }) => sum + clauses.length, 0) }));
	const asked = conductGroup.safeParse(url.searchParams.get("group"));
	const group = groups.find((one) => one.group === asked.data)?.group ?? groups[0]?.group ?? "everyone";
	const order = conductRelation.options;
	return {
		id: version.id,
		number: version.number,
		state: version.state,
		basis: content.basis,
		basisRevision: content.basisRevision,
		groups,
		group,
		// Sorting keeps the office's order within a relation, as people will read it.
		modules: content.modules
			.filter((module) => module.group === group)
			.sort((a, b) => order.indexOf(a.relation) - order.indexOf(b.relation)),
		done: wordsOfDone.find((word) => word === url.searchParams.get("done")) ?? null,
		taken: url.searchParams.has("taken"),
		mayDecide: allows(ctx.actor, "conduct.decide"),
	};
});

type Fields = Record<string, string | string[]>;
type Work = (ctx: Ctx, versionId: string, fields: Fields, back: Back) => Promise<unknown>;
type Back = (done: (typeof wordsOfDone)[number], at?: string) => Response;

/** What the page asks for without script; with it clauses are saved at `clauses` and the rest comes here. */
const works: Record<string, Work> = {
	async clause(ctx, versionId, fields, back) {
		const form = checkForm(fields, clauseForm, issueMessage(ctx.locale));
		const result = await saveClause(ctx, versionId, form);
		if ("conflict" in result) return data({ conflict: result.conflict, typed: typedOf(fields) }, { status: 409 });
		return result.saved ? back("saved", `clause-${form.code}`) : back("removed", "text");
	},
	async move(ctx, versionId, fields, back) {
		const form = checkForm(fields, moveForm, issueMessage(ctx.locale));
		await moveClause(ctx, versionId, form);
		return back("moved", `clause-${form.code}`);
	},
	async add(ctx, versionId, fields, back) {
		const form = checkForm(fields, localClauseForm, issueMessage(ctx.locale));
		const { code } = await addLocalClause(ctx, versionId, form);
		return back("added", `clause-${code}`);
	},
	async basis(ctx, versionId, fields, back) {
		const form = checkForm({ ...fields, lines: fields.lines ?? "" }, basisForm, issueMessage(ctx.locale));
		const result = await saveBasis(ctx, versionId, { base: form.base, lines: form.lines.join("\n") });
		if ("saved" in result) return back("basis", "basis");
		return data({ basisConflict: result.conflict, base: result.revision, typed: typedOf(fields) }, { status: 409 });
	},
};

export const action = act("conduct.adapt", async ({ ctx, params, request, url }) => {
	const fields = await formFields(request);
	const work = Object.hasOwn(works, String(fields.intent)) ? works[String(fields.intent)] : undefined;
	const versionId = params.versionId ?? "";
	if (!work) throw problem("not_found", {});
	const group = conductGroup.catch("everyone").parse(url.searchParams.get("group"));
	const back: Back = (done, at) =>
		redirect(`/school/conduct/${versionId}/adapt?group=${group}&done=${done}${at ? `#${at}` : ""}`);
	return keepTyped(typedOf(fields), () => work(ctx, versionId, fields, back));
});

/** What was typed, for the page that refuses it. */
function typedOf(fields: Fields): Record<string, string> {
	return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
}
