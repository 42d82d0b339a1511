import type { OverviewPicture } from "#app/domain/reports/overview-pictures.ts";
import { overviewWords } from "#app/i18n/overview.ts";
import { type OverviewLinks, overviewBars } from "#app/i18n/overview-rows.ts";
import { useLocale, useWords } from "../locale.tsx";
import { LateSchools } from "./late-grid.tsx";
import type { Frame } from "./marks.tsx";
import { PartBars } from "./part-bars.tsx";

/** Any picture of the office's first page, drawn to a width. */
export function OverviewDrawing({ picture, may, ...frame }: Frame & { picture: OverviewPicture; may: OverviewLinks }) {
	const t = useWords(overviewWords);
	const locale = useLocale();
	if (picture.kind === "late") return <LateSchools {...frame} grid={picture.grid} may={may} />;
	return (
		<PartBars
			{...frame}
			rows={overviewBars(picture, may, locale)}
			label={t.pictures[picture.kind]}
			ownKeys={picture.kind === "cameras"}
			mark={picture.kind === "campaigns" ? t.elapsed : undefined}
		/>
	);
}
