import { data, redirect } from "@remix-run/node";
import type { Ctx } from "#app/domain/ctx.ts";
import { isRoster, rowsOf } from "#app/domain/forms/rows.ts";
import { visibleItems } from "#app/domain/forms/visibility.ts";
import { isId } from "#app/domain/id.ts";
import { problem } from "#app/domain/problem.ts";
import { readOwnReturn } from "#app/domain/returns/queries.ts";
import { openReturn, saveOperations } from "#app/domain/returns/save.ts";
import { act, page } from "#app/platform/door.ts";
import { formWithPhotos } from "#app/platform/pictures/photo-post.ts";
import { listNames, operationsOf, tracesOf } from "./form.ts";
import { changePhotos } from "./photo-changes.ts";
import { rowAct, rowOperations } from "./rows.ts";

export { meta, Screen as default } from "./screen.tsx";

type Params = Record<string, string | undefined>;

/** The return, the section, and the row of a roster that the address names; "" for the list of rows, and outside rosters. */
async function read(ctx: Ctx, params: Params, url: URL) {
	if (!isId(params.returnId)) throw problem("not_found", {});
	const page = await readOwnReturn(ctx, params.returnId);
	const section = page.definition.sections.find((one) => one.code === params.section);
	if (!section) throw problem("not_found", {});
	return { page, section, row: isRoster(section) ? (url.searchParams.get("row") ?? "") : "" };
}

/** One section to fill, or one row of it. Coming here opens the return. */
export const loader = page("returns.fill", async ({ ctx, params, url }) => {
	const { page, section, row } = await read(ctx, params, url);
	const { definition, answers, facts } = page;
	// Sent, it is read as a whole; hidden since, there is nothing here any more.
	if (page.closed === "submitted" || page.closed === "accepted") throw redirect(`/school/returns/${page.returnId}`);
	if (!visibleItems(definition, answers, facts).sections.has(section.code)) {
		throw redirect(`/school/returns/${page.returnId}`);
	}
	if (row !== "" && isRoster(section)) {
		const rows = rowsOf(answers, new Set([section.roster.code])).get(section.roster.code) ?? [];
		// Taken out meanwhile, on this device or another.
		if (!rows.includes(row)) throw redirect(`${url.pathname}`);
	}
	if (page.state === "not_started") await openReturn(ctx, page.returnId);
	const { submission, ...shown } = page;
	return {
		page: shown,
		/** What was sent and came back: what may be changed follows from it. */
		sent: page.state === "sent_back" ? (submission?.answers ?? null) : null,
		section: section.code,
		row,
		removed: url.searchParams.get("removed") ?? "",
		traces: tracesOf(section.items, answers, row),
		personId: ctx.actor.personId,
		schoolName: ctx.actor.unitName,
	};
});

/** Saves the section as a plain form and goes on; what could not be saved comes back with both values, or with its reason. */
export const action = act("returns.fill", async ({ ctx, params, request, url }) => {
	const { page, section, row } = await read(ctx, params, url);
	const { fields, photos } = await formWithPhotos(request, listNames(section.items));
	const here = `/school/returns/${page.returnId}/sections/${encodeURIComponent(section.code)}`;
	// "Keep the saved one": the own answer of this item is let go.
	const items = section.items.filter((item) => item.code !== fields.theirs);
	const operations = operationsOf(page, items, row, fields, ctx.now);
	const { operations: results } = await saveOperations(ctx, page.returnId, operations);
	const unsaved = results.filter(({ outcome }) => outcome === "conflict" || outcome === "refused");
	if (unsaved.length > 0) {
		const typed = operations.filter(({ id }) => unsaved.some((result) => result.id === id));
		return data({ unsaved, typed }, { status: 422 });
	}
	const changed = await changePhotos(ctx, page, { row, fields, photos });
	if (changed) return redirect(`${here}${row === "" ? "" : `?row=${row}`}#item-${changed}`);
	const back = `/school/returns/${page.returnId}`;
	const pressed = rowAct(fields.rows);
	if (pressed && isRoster(section)) {
		// What the page's own fields said is in; the row begins from there.
		const fresh = row === "" ? page : await readOwnReturn(ctx, page.returnId);
		const asked = rowOperations(fresh, section, pressed, ctx.now);
		const done = await saveOperations(ctx, page.returnId, asked.operations);
		const refused = done.operations.filter(({ outcome }) => outcome === "conflict" || outcome === "refused");
		if (refused.length > 0) return data({ unsaved: refused, typed: [] }, { status: 422 });
		if (asked.row !== "") return redirect(`${here}?row=${asked.row}`);
		return redirect(pressed.kind === "remove" ? `${here}?removed=${pressed.row}` : here);
	}
	if (fields.theirs !== undefined) return redirect(row === "" ? here : `${here}?row=${row}`);
	if (row !== "" && typeof fields.go === "string" && fields.go.startsWith("@"))
		return redirect(`${here}${rowIn(fields.go)}`);
	if (fields.go === "check") return redirect(`${back}/check`);
	const next = page.definition.sections.find((one) => one.code === fields.go);
	return redirect(next ? `${back}/sections/${encodeURIComponent(next.code)}` : back);
});

/** `@row:<id>` names another row of the roster, anything else its list. */
function rowIn(go: string): string {
	const id = /^@row:([A-Za-z0-9-]{1,40})$/.exec(go)?.[1];
	return id ? `?row=${id}` : "";
}
