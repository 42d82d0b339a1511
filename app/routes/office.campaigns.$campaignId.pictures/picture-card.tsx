import { useLoaderData } from "@remix-run/react";
import type { Picture } from "#app/domain/reports/pictures.ts";
import type { Cell, Column } from "#app/domain/reports/schema.ts";
import { formatDay, formatNumber, formatTenths } from "#app/i18n/format.ts";
import { pictureFiles, picturesWords, pictureTitle } from "#app/i18n/pictures.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { PictureDrawing } from "#app/ui/charts/picture.tsx";
import { FilterChips } from "#app/ui/filters.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { DataTable } from "#app/ui/table.tsx";
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
		<Card labelledBy={kind}>
			<CardHeader id={kind} title={title} note={<Note picture={picture} />} actions={<More picture={picture} />} />
			{kind === "map" && campaign.rated && (
				<div className="mb-3">
					<FilterChips
						label={t.map.by}
						param="by"
						current={by ?? ""}
						chips={[
							{ value: "", label: t.map.met },
							{ value: "rate", label: t.map.rate },
						]}
					/>
				</div>
			)}
			<div className="md:hidden print:hidden">
				<PictureDrawing picture={picture} about={about} width={320} id={`${kind}-s`} linked={may.lists} />
			</div>
			<div className="hidden md:block print:block">
				<PictureDrawing picture={picture} about={about} width={940} id={`${kind}-w`} linked={may.lists} />
			</div>
			<details className="group mt-4" data-print="hide">
				<summary className="flex min-h-12 items-center gap-2 font-medium text-accent-ink underline underline-offset-4">
					{t.table}
				</summary>
				<div className="-mx-4 max-h-[32rem] overflow-auto border-y border-line sm:-mx-5">
					<Figures title={title} table={table} />
				</div>
			</details>
			<Files kind={kind} title={title} />
		</Card>
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

function Figures({ title, table }: { title: string; table: Table }) {
	const { campaign, may } = useLoaderData<typeof loader>();
	const locale = useLocale();
	return (
		<DataTable
			caption={title}
			wide
			rows={table.rows.map((row, at) => ({ ...row, key: String(at) }))}
			rowKey={({ key }) => key}
			rowTo={({ list }) => may.lists && list && `/office/campaigns/${campaign.id}/results?${list}`}
			columns={table.columns.map(({ label, kind }, at) => ({
				key: String(at),
				header: label,
				numeric: kind === "integer" || kind === "tenths",
				cell: ({ cells }: Table["rows"][number]) => {
					const given = cells[at] ?? null;
					const value = given !== null && typeof given === "object" ? given.value : given;
					if (typeof value === "number")
						return kind === "tenths" ? formatTenths(value, locale) : formatNumber(value, locale);
					return kind === "day" && value ? formatDay(value) : value;
				},
			}))}
		/>
	);
}

function Files({ kind, title }: { kind: Picture["kind"]; title: string }) {
	const { campaign, by } = useLoaderData<typeof loader>();
	const t = useWords(picturesWords);
	const query = kind === "map" && by ? `?by=${by}` : "";
	return (
		<nav aria-label={t.downloads(title)} className="mt-3">
			<ul className="flex flex-wrap gap-2">
				{(["svg", "png", "xlsx"] as const).map((type) => (
					<li key={type}>
						<LinkButton
							size="small"
							reloadDocument
							to={`/office/campaigns/${campaign.id}/pictures/${pictureFiles[kind]}.${type}${query}`}
						>
							{type.toUpperCase()}
						</LinkButton>
					</li>
				))}
			</ul>
		</nav>
	);
}
