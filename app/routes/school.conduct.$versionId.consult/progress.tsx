import type { ConsultationPage } from "#app/domain/conduct/queries.ts";
import { sharePercent } from "#app/domain/conduct/rules.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductStepWords } from "#app/i18n/conduct-steps.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { StatBar } from "#app/ui/stat-bar.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";

type Row = ConsultationPage["groups"][number];

/** Who was asked and who was heard, group by group. */
export function Progress({ consultation }: { consultation: ConsultationPage }) {
	const { consult: t } = useWords(conductStepWords);
	const { voiceGroups } = useWords(conductWords);
	const locale = useLocale();
	const { groups, voices, agreed, closedAt } = consultation;
	const number = (value: number | null) => (value === null ? null : formatNumber(value, locale));
	const share = (value: number | null) => (value === null ? null : t.percent(value));
	const columns: Column<Row>[] = [
		{ key: "group", header: t.group, cell: (row) => voiceGroups[row.group] },
		{ key: "people", header: t.asked, numeric: true, cell: (row) => number(row.people) },
		{ key: "voices", header: t.voices, numeric: true, cell: (row) => number(row.voices) },
		{ key: "share", header: t.share, numeric: true, cell: (row) => share(sharePercent(row.agreed, row.voices)) },
		{ key: "part", header: t.takingPart, numeric: true, cell: (row) => share(row.takingPart) },
		{
			key: "links",
			header: t.links,
			numeric: true,
			cell: (row) => (row.links === 0 ? null : t.ofLinks(row.linksUsed, row.links)),
		},
	];
	const few = groups.some(({ takingPart }) => takingPart !== null && takingPart < 50);
	const asksStaff = closedAt === null && groups.some(({ group }) => group === "staff");
	return (
		<Card labelledBy="progress" flush>
			<CardHeader id="progress" title={t.progress} ruled />
			<div className="grid gap-2 px-4 py-3 sm:px-5">
				{voices === 0 ? (
					<p className="text-muted">{t.nobody}</p>
				) : (
					<>
						<StatBar
							label={t.voices}
							total={voices}
							segments={[
								{ label: t.agrees, value: agreed, tone: "good" },
								{ label: t.disagrees, value: voices - agreed, tone: "bad" },
							]}
							thick
						/>
						<p>
							{t.agrees}: {number(agreed)} · {t.disagrees}: {number(voices - agreed)} · {t.total}: {number(voices)}
						</p>
					</>
				)}
				{few && closedAt === null && <p className="text-sm text-muted">{t.fewTakingPart}</p>}
				{asksStaff && (
					<p>
						<TextLink to="/me/conduct/consultation">{t.staffLink}</TextLink>
					</p>
				)}
			</div>
			<DataTable caption={t.progress} columns={columns} rows={groups} rowKey={(row) => row.group} />
		</Card>
	);
}
