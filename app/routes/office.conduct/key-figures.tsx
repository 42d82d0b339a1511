import { useLoaderData, useLocation } from "@remix-run/react";
import { conductStages } from "#app/domain/conduct/schema.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductOfficeWords } from "#app/i18n/conduct-office.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { Tile, TileGrid } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { withParam } from "#app/ui/url.ts";
import type { loader } from "./route.ts";

/** Steps between the first draft and publication. */
const underWay = conductStages.filter((stage) => stage !== "none" && stage !== "published");

/** The four figures that a head of office asks for first. */
export function KeyFigures() {
	const { totals, search } = useLoaderData<typeof loader>();
	const { tiles: t } = useWords(conductOfficeWords);
	const { stages: names } = useWords(conductWords);
	const locale = useLocale();
	const location = useLocation();
	const n = (value: number) => formatNumber(value, locale);
	const { staff, stages } = totals;
	const going = underWay.reduce((sum, stage) => sum + stages[stage], 0);
	return (
		<TileGrid>
			<Tile
				label={t.adopted}
				value={n(stages.published)}
				of={n(totals.schools)}
				tone="good"
				bar={{
					total: totals.schools,
					segments: [
						{ label: names.published, value: stages.published, tone: "good" },
						{ label: t.underWay, value: going, tone: "accent", pale: true },
					],
				}}
				note={totals.adoptionPercent !== null && t.adoptedNote(n(totals.adoptionPercent))}
			/>
			<Tile
				label={t.signed}
				value={n(staff.signed)}
				of={n(staff.asked)}
				bar={{ total: staff.asked, segments: [{ label: t.signed, value: staff.signed, tone: "accent" }] }}
				note={
					totals.acknowledgementPercent === null ? (
						t.nobody
					) : (
						<>
							{t.signedNote(n(totals.acknowledgementPercent))}
							{staff.earlier > 0 && <span className="block">{t.earlier(n(staff.earlier))}</span>}
						</>
					)
				}
			/>
			<Tile
				label={t.underWay}
				value={n(going)}
				note={
					stages.consulting > 0 && search.stage !== "consulting" ? (
						<TextLink to={withParam(location, "stage", "consulting")}>{t.underWayNote(n(stages.consulting))}</TextLink>
					) : (
						t.underWayNote(n(stages.consulting))
					)
				}
			/>
			<Tile
				label={t.outdated}
				value={n(totals.outdated)}
				tone={totals.outdated > 0 ? "bad" : "neutral"}
				note={totals.outdated > 0 ? t.outdatedNote : stages.published > 0 && t.allCurrent}
				to={totals.outdated > 0 && !search.outdated ? withParam(location, "outdated", "1") : undefined}
			/>
		</TileGrid>
	);
}
