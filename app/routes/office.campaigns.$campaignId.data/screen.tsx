import { useLoaderData } from "@remix-run/react";
import { useId } from "react";
import { dataWords } from "#app/i18n/data.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { photoWords } from "#app/i18n/photos.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { cx } from "#app/ui/cx.ts";
import { controlClasses } from "#app/ui/field.tsx";
import { FilterForm, FilterSelect } from "#app/ui/filters.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { titled } from "#app/ui/titled.ts";
import type { loader } from "./route.ts";

export const meta = titled(dataWords, (t) => t.title);

/** The whole data of a campaign: what to take, in which shape, and what the columns mean. */
export function Screen() {
	const { campaign } = useLoaderData<typeof loader>();
	const t = useWords(dataWords);
	const { campaigns } = useWords(resultsWords);
	return (
		<>
			<PageHeader
				crumbs={[
					{ to: "/office/campaigns", label: campaigns },
					{ to: `/office/campaigns/${campaign.id}`, label: campaign.title },
				]}
				title={t.title}
				meta={t.intro}
			/>
			<div className="grid gap-4">
				<Choice />
				<div className="grid gap-4 lg:grid-cols-2">
					<Table shape="wide" file="rong" />
					<Table shape="long" file="dai" />
				</div>
				<Photos />
				<p className="max-w-prose text-muted">{t.footer}</p>
				<Codes />
			</div>
		</>
	);
}

function Choice() {
	const { filter, states, communes, count } = useLoaderData<typeof loader>();
	const t = useWords(dataWords);
	const { states: stateNames } = useWords(resultsWords);
	const locale = useLocale();
	const since = useId();
	return (
		<Card>
			<FilterForm clear={filter.commune !== "" || filter.state !== "" || filter.since !== ""}>
				<FilterSelect
					name="commune"
					label={t.filter.commune}
					value={filter.commune}
					options={communes.map(({ id, name }) => ({ value: id, label: name }))}
				/>
				<FilterSelect
					name="state"
					label={t.filter.state}
					value={filter.state}
					options={states.map((state) => ({ value: state, label: stateNames[state] }))}
				/>
				<div className="max-sm:basis-full">
					<label htmlFor={since} className="block text-sm text-muted">
						{t.filter.since}
					</label>
					<input
						key={filter.since}
						id={since}
						type="date"
						name="since"
						defaultValue={filter.since.slice(0, 10)}
						className={cx(controlClasses, "text-sm")}
					/>
				</div>
			</FilterForm>
			<p className="mt-3 font-medium" role="status">
				{count === 0 ? t.nothing : t.chosen(formatNumber(count, locale))}
			</p>
		</Card>
	);
}

function Table({ shape, file }: { shape: "wide" | "long"; file: string }) {
	const t = useWords(dataWords);
	const { downloadCsv, downloadXlsx } = useWords(resultsWords);
	const addressOf = useFiles();
	const to = (type: string) => addressOf(`${file}.${type}`);
	return (
		<Card labelledBy={shape}>
			<CardHeader id={shape} title={t[shape].title} />
			<p className="text-muted">{t[shape].text}</p>
			<div className="mt-4 flex flex-wrap gap-3">
				<LinkButton to={to("xlsx")} reloadDocument variant="primary">
					{downloadXlsx}
				</LinkButton>
				<LinkButton to={to("csv")} reloadDocument>
					{downloadCsv}
				</LinkButton>
			</div>
		</Card>
	);
}

/** Addresses of files with the filter of the page. */
function useFiles(): (file: string) => string {
	const { campaign, filter } = useLoaderData<typeof loader>();
	const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== "")).toString();
	return (file) => `/office/campaigns/${campaign.id}/data/${file}${query ? `?${query}` : ""}`;
}

function Photos() {
	const { photos } = useLoaderData<typeof loader>();
	const { archive: t } = useWords(photoWords);
	const locale = useLocale();
	const addressOf = useFiles();
	return (
		<Card labelledBy="photos">
			<CardHeader id="photos" title={t.title} note={photos > 0 ? t.count(formatNumber(photos, locale)) : undefined} />
			<p className="max-w-prose text-muted">{photos > 0 ? t.text : t.none}</p>
			{photos > 0 && (
				<div className="mt-4">
					<LinkButton to={addressOf("photos.zip")} reloadDocument>
						{t.download}
					</LinkButton>
				</div>
			)}
		</Card>
	);
}

function Codes() {
	const { school, codes } = useLoaderData<typeof loader>();
	const t = useWords(dataWords);
	return (
		<Card flush labelledBy="codes">
			<CardHeader id="codes" title={t.codebook} note={t.codebookIntro} ruled />
			<p className="px-4 py-3 text-sm text-muted sm:px-5">{school.join(" · ")}</p>
			<DataTable
				caption={t.codebook}
				rows={codes}
				rowKey={({ code }) => code}
				columns={[
					{ key: "code", header: t.columns.code, tight: true, cell: ({ code }) => code },
					{
						key: "meaning",
						header: t.columns.meaning,
						cell: ({ meaning }) => <span className="block max-w-prose lg:min-w-96">{meaning}</span>,
					},
					{ key: "type", header: t.columns.type, tight: true, cell: ({ type }) => type },
					{ key: "values", header: t.columns.values, cell: ({ values }) => values },
				]}
			/>
		</Card>
	);
}
