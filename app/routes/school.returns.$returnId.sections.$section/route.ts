import { data, redirect } from "@remix-run/node";
import type { Ctx } from "#app/domain/ctx.ts";
import { visibleItems } from "#app/domain/forms/visibility.ts";
import { isId } from "#app/domain/id.ts";
import { problem } from "#app/domain/problem.ts";
import { readOwnReturn } from "#app/domain/returns/queries.ts";
import { openReturn, saveOperations } from "#app/domain/returns/save.ts";
import { act, page } from "#app/platform/door.ts";
import { formFields } from "#app/platform/form.ts";
import { listNames, operationsOf, tracesOf } from "./form.ts";

export { meta, Screen as default } from "./screen.tsx";

type Params = Record<string, string | undefined>;

async function read(ctx: Ctx, params: Params) {
	if (!isId(params.returnId)) throw problem("not_found", {});
	const page = await readOwnReturn(ctx, params.returnId);
	const section = page.definition.sections.find((one) => one.code === params.section);
	if (!section) throw problem("not_found", {});
	return { page, section };
}

/** One section to fill. Coming here opens the return. */
export const loader = page("returns.fill", async ({ ctx, params }) => {
	const { page, section } = await read(ctx, params);
	const { definition, answers, facts } = page;
	// Sent, it is read as a whole; hidden since, there is nothing here any more.
	if (page.closed === "submitted" || page.closed === "accepted") throw redirect(`/school/returns/${page.returnId}`);
	if (!visibleItems(definition, answers, facts).sections.has(section.code)) {
		throw redirect(`/school/returns/${page.returnId}`);
	}
	if (page.state === "not_started") await openReturn(ctx, page.returnId);
	const { submission, ...shown } = page;
	return {
		page: shown,
		/** What was sent and came back: what may be changed follows from it. */
		sent: page.state === "sent_back" ? (submission?.answers ?? null) : null,
		section: section.code,
		traces: tracesOf(section.items, answers),
		personId: ctx.actor.personId,
		schoolName: ctx.actor.unitName,
	};
});

/** Saves the section as a plain form and goes on; what could not be saved comes back with both values, or with its reason. */
export const action = act("returns.fill", async ({ ctx, params, request }) => {
	const { page, section } = await read(ctx, params);
	const fields = await formFields(request, listNames(section.items));
	// "Keep the saved one": the own answer of this item is let go.
	const items = section.items.filter((item) => item.code !== fields.theirs);
	const operations = operationsOf(page, items, fields, ctx.now);
	const { operations: results } = await saveOperations(ctx, page.returnId, operations);
	const unsaved = results.filter(({ outcome }) => outcome === "conflict" || outcome === "refused");
	if (unsaved.length > 0) {
		const typed = operations.filter(({ id }) => unsaved.some((result) => result.id === id));
		return data({ unsaved, typed }, { status: 422 });
	}
	const back = `/school/returns/${page.returnId}`;
	if (fields.theirs !== undefined) return redirect(`${back}/sections/${encodeURIComponent(section.code)}`);
	if (fields.go === "check") return redirect(`${back}/check`);
	const next = page.definition.sections.find((one) => one.code === fields.go);
	return redirect(next ? `${back}/sections/${encodeURIComponent(next.code)}` : back);
});
