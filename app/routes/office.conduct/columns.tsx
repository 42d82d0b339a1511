import type { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductOfficeWords } from "#app/i18n/conduct-office.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { StatusBadge, ToneMark } from "#app/ui/badge.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { Column } from "#app/ui/table.tsx";
import { stageTone } from "#app/ui/tone.ts";
import type { loader } from "./route.ts";

type Line = ReturnType<typeof useLoaderData<typeof loader>>["lines"][number];

/** The columns of annex IV (facts §9.3), two facts that belong together in one cell. */
export function useColumns(): Column<Line>[] {
	const t = useWords(conductOfficeWords);
	const { stages } = useWords(conductWords);
	const locale = useLocale();
	const { columns: c } = t;
	const n = (value: number) => formatNumber(value, locale);
	return [
		{
			key: "school",
			header: c.school,
			cell: (line) => <Two below={line.commune}>{line.name}</Two>,
		},
		{
			key: "stage",
			header: c.stage,
			cell: (line) => (
				<span className="flex flex-col items-start gap-1">
					<StatusBadge tone={stageTone[line.stage]}>
						{line.stage === "published" ? t.published : stages[line.stage]}
					</StatusBadge>
					{line.outdated && (
						<span className="flex items-baseline gap-1.5 text-sm font-medium text-bad-ink">
							<ToneMark tone="bad" className="translate-y-0.5" />
							{t.outdatedShort}
						</span>
					)}
				</span>
			),
		},
		{
			key: "decision",
			header: c.decision,
			// A long number breaks rather than widen the table.
			cell: ({ decision }) =>
				decision && (
					<Two below={formatDay(decision.decidedOn)}>
						<span className="wrap-anywhere">{decision.number}</span>
					</Two>
				),
		},
		{
			key: "groups",
			header: c.groupsShort,
			label: c.groups,
			tight: true,
			cell: ({ groups, groupsWanted }) =>
				groups > 0 ? (
					<Two below={groups < groupsWanted && t.incomplete}>
						<span className="tabular">
							{n(groups)}/{n(groupsWanted)}
						</span>
					</Two>
				) : null,
		},
		{
			key: "agreed",
			header: c.agreed,
			tight: true,
			cell: ({ agreedPercent, voices }) =>
				agreedPercent === null || voices === null ? null : (
					<Two below={t.ofVoices(n(voices))}>
						<span className="tabular">{n(agreedPercent)} %</span>
					</Two>
				),
		},
		{
			key: "publicity",
			header: c.publicity,
			tight: true,
			cell: ({ publishedOn, onWeb, onBoard }) =>
				publishedOn && <Two below={onWeb && onBoard ? t.both : onWeb ? t.web : t.board}>{formatDay(publishedOn)}</Two>,
		},
		{
			key: "signed",
			header: c.signed,
			numeric: true,
			cell: ({ staff }) => staff && `${n(staff.signed)}/${n(staff.asked)}`,
		},
		{
			key: "channel",
			header: c.channel,
			cell: ({ publishedOn, channel, breaches }) =>
				publishedOn && (
					<Two below={breaches !== null && t.ofBreaches(n(breaches))}>{channel === "" ? t.no : t.yes}</Two>
				),
		},
		{
			key: "reviewed",
			header: c.reviewed,
			tight: true,
			cell: ({ reviewedOn }) => reviewedOn && formatDay(reviewedOn),
		},
	];
}

function Two({ children, below }: { children: ReactNode; below: ReactNode }) {
	return (
		<>
			<span className="block">{children}</span>
			{below && <span className="block text-sm font-normal text-muted">{below}</span>}
		</>
	);
}
