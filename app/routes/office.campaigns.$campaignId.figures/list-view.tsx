import { useLoaderData } from "@remix-run/react";
import { answerText } from "#app/i18n/answer-text.ts";
import { figuresWords, rowsText } from "#app/i18n/figures.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { textOf } from "#app/i18n/returns.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { loader } from "./route.ts";

/** Rows of rosters, or returns, for which the list's condition holds: what is broken, what is needed. */
export function ListView() {
	const { campaign, list, next } = useLoaderData<typeof loader>();
	const t = useWords(figuresWords);
	const r = useWords(resultsWords);
	const locale = useLocale();
	if (!list) return null;
	const title = textOf(list.title, locale);
	const file = (type: string) =>
		`/office/campaigns/${campaign.id}/figures/danh-sach.${type}?code=${encodeURIComponent(list.code)}`;
	const rostered = list.lines.some(({ row }) => row !== "");
	return (
		<Card flush labelledBy="drawn">
			<CardHeader
				id="drawn"
				title={title}
				note={`${t.list.intro}${next ? "" : ` ${rowsText(list.lines.length, locale)}.`}`}
				ruled
				actions={
					<>
						<LinkButton size="small" to={file("csv")} reloadDocument>
							{r.downloadCsv}
						</LinkButton>
						<LinkButton size="small" to={file("xlsx")} reloadDocument>
							{r.downloadXlsx}
						</LinkButton>
					</>
				}
			/>
			<DataTable
				caption={title}
				rows={list.lines}
				rowKey={({ returnId, row }) => `${returnId}#${row}`}
				rowTo={({ returnId, row }) => `/office/returns/${returnId}${row ? `#row-${row}` : ""}`}
				empty={
					next ? (
						<p className="text-muted">{t.list.noneYet}</p>
					) : (
						<EmptyState title={t.list.none}>{t.list.noneText}</EmptyState>
					)
				}
				columns={[
					{
						key: "school",
						header: t.unit,
						cell: ({ school, commune }) => (
							<>
								{school}
								<span className="block text-sm font-normal text-muted">{commune}</span>
							</>
						),
					},
					...(rostered
						? [{ key: "row", header: t.list.row, cell: ({ title }: (typeof list.lines)[number]) => title }]
						: []),
					...list.items.map((item) => ({
						key: item.code,
						header: textOf(item.text, locale),
						numeric: item.type === "integer" || item.type === "decimal" || item.type === "computed",
						cell: ({ answers }: (typeof list.lines)[number]) => answerText(item, answers[item.code]?.value, locale),
					})),
				]}
			/>
			<Pager next={next} />
		</Card>
	);
}
