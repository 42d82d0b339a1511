import { schoolPictureKinds } from "#app/domain/reports/schema.ts";
import { ownRounds, readSchoolPicture } from "#app/domain/reports/school-pictures.ts";
import { page } from "#app/platform/door.ts";
import { schoolTable } from "#app/platform/tables/school-sheets.ts";

export { meta, Screen as default } from "./screen.tsx";

/** The school's own results beside the median of its peers; `?campaign=` chooses the round whose sections are drawn. */
export const loader = page("returns.fill", async ({ ctx, url }) => {
	const rounds = await ownRounds(ctx);
	const asked = url.searchParams.get("campaign");
	const pictures = [];
	for (const kind of schoolPictureKinds) {
		const picture = await readSchoolPicture(ctx, kind, asked);
		if (picture) pictures.push({ picture, table: schoolTable(ctx, picture) });
	}
	return { rounds: rounds.map(({ campaign_id: id, title }) => ({ id, title })), pictures };
});
