import { useActionData, useLoaderData } from "@remix-run/react";
import type { RecipientLine } from "#app/domain/campaigns/recipients.ts";
import { campaignsWords } from "#app/i18n/campaigns.ts";
import { formatDay, formatNumber, formatTime } from "#app/i18n/format.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import type { Tone } from "#app/ui/tone.ts";
import type { action, loader } from "./route.ts";

const tones: Record<RecipientLine["state"], Tone> = {
	not_started: "neutral",
	draft: "neutral",
	submitted: "accent",
	sent_back: "warn",
	accepted: "good",
};

/** The list by name. `selectable`: schools that have not sent anything can be chosen, in a form around the table. */
export function RecipientTable({ selectable = false }: { selectable?: boolean }) {
	const { rows, next, mayInspect } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const { recipients: t } = useWords(campaignsWords);
	const { kinds } = useWords(schoolWords);
	const locale = useLocale();
	const chosen = answer?.typed?.schoolIds ?? [];
	const choice: Column<RecipientLine> = {
		key: "choose",
		header: t.choose,
		cell: (row) =>
			row.extendable ? (
				<input
					type="checkbox"
					name="schoolIds"
					value={row.schoolId}
					aria-label={t.select(row.name)}
					defaultChecked={chosen.includes(row.schoolId)}
					className="size-5 accent-accent pointer-coarse:size-6"
				/>
			) : null,
	};
	const opens = (row: RecipientLine) =>
		mayInspect && row.submittedAt !== null ? `/office/returns/${row.returnId}` : null;
	return (
		<>
			<DataTable
				caption={t.title}
				rows={rows}
				rowKey={(row) => row.schoolId}
				rowTo={opens}
				empty={<p className="text-muted">{t.none}</p>}
				columns={[
					{
						key: "name",
						header: t.school,
						cell: (row) => (
							<>
								{row.name}
								<span className="block text-sm font-normal text-muted">
									{row.code} · {kinds[row.kind]}
								</span>
							</>
						),
					},
					...(selectable ? [choice] : []),
					{ key: "commune", header: t.commune, cell: (row) => row.commune },
					{ key: "state", header: t.state, cell: (row) => <State row={row} />, tight: true },
					{
						key: "due",
						header: t.dueOn,
						cell: (row) => (
							<>
								{formatDay(row.dueOn)}
								{row.extensionReason && (
									<span className="block text-sm text-muted">{t.extended(row.extensionReason)}</span>
								)}
							</>
						),
					},
					{
						key: "submitted",
						header: t.submitted,
						tight: true,
						cell: (row) => row.submittedAt && formatTime(row.submittedAt),
					},
				]}
			/>
			<Pager next={next} summary={rows.length > 0 ? t.page(formatNumber(rows.length, locale)) : undefined} />
		</>
	);
}

function State({ row }: { row: RecipientLine }) {
	const { recipients: t } = useWords(campaignsWords);
	return (
		<div className="flex flex-wrap gap-1">
			<StatusBadge tone={tones[row.state]}>
				{row.state === "draft" ? t.draftProgress(row.progress) : t.states[row.state]}
			</StatusBadge>
			{row.overdue && <StatusBadge tone="bad">{t.overdue}</StatusBadge>}
			{row.onTime === false && <StatusBadge tone="warn">{t.late}</StatusBadge>}
		</div>
	);
}
