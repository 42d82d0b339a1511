import { useLoaderData } from "@remix-run/react";
import type { Picture } from "#app/domain/reports/pictures.ts";
import type { Cell, Column } from "#app/domain/reports/schema.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { pictureFiles, picturesWords, pictureTitle } from "#app/i18n/pictures.ts";
import { ChartCard } from "#app/ui/charts/chart-card.tsx";
import { PictureDrawing } from "#app/ui/charts/picture.tsx";
import { FilterChips } from "#app/ui/filters.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { loader } from "./route.ts";

type Table = { columns: Column[]; rows: { cells: Cell[]; list: string | null }[] };

/** One picture: drawn for a page and for a phone, its choices, its figures as a table, its files. */
export function PictureCard({ picture, table }: { picture: Picture; table: Table }) {
	const { campaign, may, by, today } = useLoaderData<typeof loader>();
	const t = useWords(picturesWords);
	const locale = useLocale();
	const { kind } = picture;
	const title = pictureTitle(kind, campaign.rated, locale);
	const about = {
		id: campaign.id,
		dueOn: campaign.due_on,
		recipients: campaign.recipients,
		rated: campaign.rated,
		inspect: may.inspect,
		today,
	};
	return (
		<ChartCard
			id={kind}
			title={title}
			note={<Note picture={picture} />}
			actions={<More picture={picture} />}
			choices={
				kind === "map" &&
				campaign.rated && (
					<FilterChips
						label={t.map.by}
						param="by"
						current={by ?? ""}
						chips={[
							{ value: "", label: t.map.met },
							{ value: "rate", label: t.map.rate },
						]}
					/>
				)
			}
			draw={(frame) => <PictureDrawing picture={picture} about={about} {...frame} />}
			linked={may.lists}
			table={{
				...table,
				rows: table.rows.map(({ cells, list }) => ({
					cells,
					to: may.lists && list ? `/office/campaigns/${campaign.id}/results?${list}` : null,
				})),
			}}
			file={`/office/campaigns/${campaign.id}/pictures/${pictureFiles[kind]}`}
			query={kind === "map" && by ? `?by=${by}` : ""}
		/>
	);
}

/** What the picture leaves out, where it does. */
function Note({ picture }: { picture: Picture }) {
	const t = useWords(picturesWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	if (picture.kind === "heat") return t.heat.note(n(picture.heat.rows.length), n(picture.reported));
	if (picture.kind === "criteria") return t.criteria.note(n(picture.failed), n(picture.criteria));
	if (picture.kind === "rounds") return t.rounds.note(picture.pair.before.title);
	return null;
}

/** Where the rest of the picture is. */
function More({ picture }: { picture: Picture }) {
	const { campaign, may, all, mostSchools } = useLoaderData<typeof loader>();
	const t = useWords(picturesWords);
	const base = `/office/campaigns/${campaign.id}`;
	const { kind } = picture;
	if (kind === "map" && may.borders) return <TextLink to="/office/units/map">{t.map.upload}</TextLink>;
	if (kind === "criteria") return may.lists && <TextLink to={`${base}/results?list=criteria`}>{t.all}</TextLink>;
	if (picture.kind !== "heat") return null;
	const shown = picture.heat.rows.length;
	return (
		<>
			{(all || shown < picture.reported) && (
				<TextLink to={`${base}/pictures${all ? "" : `?schools=${mostSchools}`}#heat`}>
					{all ? t.heat.fewer : t.heat.more}
				</TextLink>
			)}
			{may.lists && <TextLink to={`${base}/results?list=${campaign.rated ? "not_met" : "all"}`}>{t.all}</TextLink>}
		</>
	);
}
