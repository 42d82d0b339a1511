import { redirect } from "@remix-run/node";
import { problem } from "#app/domain/problem.ts";
import { mapPicture } from "#app/domain/reports/map-picture.ts";
import { figuresOf } from "#app/domain/reports/rules.ts";
import { communesBelow, readMap } from "#app/domain/units/map-queries.ts";
import { removeMap } from "#app/domain/units/maps.ts";
import { picturesWords } from "#app/i18n/pictures.ts";
import { readFileForm } from "#app/platform/attachment.ts";
import { act, page } from "#app/platform/door.ts";
import { MAP_LIMIT, uploadMap } from "#app/platform/jobs/unit-maps.ts";

export { meta, Screen as default } from "./screen.tsx";

/** The borders that pictures are drawn with: which are in use, which communes have none. */
export const loader = page("units.write", async ({ ctx }) => {
	const [map, communes] = [await readMap(ctx), await communesBelow(ctx)];
	const drawn = new Set(map?.areas.flatMap(({ unitIds }) => unitIds));
	const bare = communes.map(({ id, name }) => ({ id, name, figures: figuresOf({}) }));
	return {
		limitBytes: MAP_LIMIT,
		map: map && {
			fileName: map.fileName,
			by: map.uploadedBy,
			at: map.uploadedAt,
			areas: map.areas.length,
			communes: drawn.size,
			picture: mapPicture(
				bare.filter(({ id }) => drawn.has(id)),
				map,
				"rate",
			),
		},
		missing: communes.filter(({ id }) => !drawn.has(id)).map(({ name }) => name),
	};
});

/** Replaces the map by the file that was chosen, or takes it away (`intent=remove`). */
export const action = act("units.write", async ({ ctx, request }) => {
	const { file, fields } = await readFileForm(request, MAP_LIMIT);
	if (fields.intent === "remove") {
		await removeMap(ctx);
	} else {
		if (!file) throw problem("file_missing", {});
		await uploadMap(ctx, file, picturesWords[ctx.locale].borders.wanted);
	}
	return redirect("/office/units/map");
});
