import { redirect } from "@remix-run/node";
import { readImport } from "#app/domain/units/import-queries.ts";
import { type Fate, fates, fields, type Mapping } from "#app/domain/units/import-schema.ts";
import { act, page } from "#app/platform/door.ts";
import { formFields } from "#app/platform/form.ts";
import { confirmList, readReading, remapList } from "#app/platform/jobs/unit-lists.ts";

export { meta, Screen as default } from "./screen.tsx";

const ROWS_SHOWN = 100;

/** A read list: its columns, how its rows fare, and a page of the rows, by fate when the URL names one. */
export const loader = page("units.write", async ({ ctx, params, url }) => {
	const kept = await readImport(ctx, params.importId);
	const { header, rows, skipped, counts } = await readReading(ctx, kept);
	const wanted = url.searchParams.get("fate") as Fate | null;
	const fate = wanted && fates.includes(wanted) ? wanted : null;
	const fitting = fate ? rows.filter((row) => row.fate === fate) : rows;
	// The rows are all at hand, so a page begins at a number instead of a key.
	const place = Number(url.searchParams.get("after") ?? url.searchParams.get("before") ?? 0);
	const from = Number.isInteger(place) && place > 0 ? Math.min(place, fitting.length) : 0;
	const { id, fileId, fileName, state, summary } = kept;
	return {
		import: { id, fileId, fileName, state, summary },
		header,
		skipped,
		counts,
		fate,
		rows: fitting.slice(from, from + ROWS_SHOWN),
		place: { from, of: fitting.length, shown: ROWS_SHOWN },
	};
});

/** Reads the list again with other columns, or imports it. */
export const action = act("units.write", async ({ ctx, params, request }) => {
	const { id } = await readImport(ctx, params.importId);
	const posted = await formFields(request);
	if (posted.intent === "remap") await remapList(ctx, id, mappingOf(posted));
	else await confirmList(ctx, id);
	return redirect(`/office/units/import/${id}`);
});

/** Columns as chosen in the selects; an empty choice leaves the field out. */
function mappingOf(posted: Record<string, string | string[]>): Mapping {
	const mapping: Mapping = {};
	for (const field of fields) {
		const chosen = posted[field];
		if (typeof chosen === "string" && /^\d{1,3}$/.test(chosen)) mapping[field] = Number(chosen);
	}
	return mapping;
}
