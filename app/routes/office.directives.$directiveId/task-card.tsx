import { useLoaderData } from "@remix-run/react";
import type { CampaignLine } from "#app/domain/campaigns/queries.ts";
import type { TaskOfLetter } from "#app/domain/directives/queries.ts";
import { campaignsWords } from "#app/i18n/campaigns.ts";
import { directivesWords } from "#app/i18n/directives.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { StatusBadge, Tag } from "#app/ui/badge.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { StatBar } from "#app/ui/stat-bar.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { loader } from "./route.ts";

/** Tasks of the letter at the left, what serves each at the right. */
export function TaskCard() {
	const { directive } = useLoaderData<typeof loader>();
	const { page: t } = useWords(directivesWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	const ours = directive.tasks.filter((task) => task.ours).length;
	return (
		<Card flush labelledBy="tasks">
			<CardHeader
				ruled
				id="tasks"
				title={t.tasks}
				note={t.tasksNote(n(directive.tasks.length), n(ours))}
				actions={<span className="text-sm text-muted max-lg:hidden">{t.serves}</span>}
			/>
			{directive.tasks.length === 0 && <p className="px-4 py-6 text-muted sm:px-5">{t.noTasks}</p>}
			<ul className="divide-y divide-line">
				{directive.tasks.map((task) => (
					<li
						key={task.id}
						data-print="whole"
						className="grid gap-x-8 gap-y-3 px-4 py-4 sm:px-5 lg:grid-cols-[minmax(0,6fr)_minmax(0,5fr)]"
					>
						<TaskText task={task} />
						<Serving task={task} />
					</li>
				))}
			</ul>
		</Card>
	);
}

function TaskText({ task }: { task: TaskOfLetter }) {
	const { page: t } = useWords(directivesWords);
	return (
		<div className="flex gap-4">
			<span className="grid h-8 min-w-8 shrink-0 place-items-center rounded-full bg-accent-soft px-2 text-sm font-semibold text-accent-ink">
				<span className="sr-only">{t.taskNumber(task.number)}</span>
				<span aria-hidden="true">{task.number}</span>
			</span>
			<div className="min-w-0">
				<h3 className="pt-0.5 font-medium">{task.title}</h3>
				{task.detail && <p className="mt-0.5 text-sm whitespace-pre-line text-muted">{task.detail}</p>}
			</div>
		</div>
	);
}

function Serving({ task }: { task: TaskOfLetter }) {
	const { campaigns, may } = useLoaderData<typeof loader>();
	const { page: t } = useWords(directivesWords);
	const lines = campaigns[task.id] ?? [];
	const create = may.issue && task.ours && (
		<TextLink to={`/office/campaigns/new?task=${task.id}`} className="text-sm">
			{lines.length === 0 ? t.create : t.createMore}
			<span className="sr-only"> {t.createFor(task.number)}</span>
		</TextLink>
	);
	if (!task.ours && lines.length === 0) return <p className="text-sm text-muted">{t.notOurs}</p>;
	return (
		<div className="grid content-start gap-3">
			{lines.map((line) => (
				<ServingCampaign key={line.id} line={line} />
			))}
			<div className="flex flex-wrap items-center justify-between gap-2">
				{lines.length === 0 && <StatusBadge tone="warn">{t.noCampaign}</StatusBadge>}
				{create}
			</div>
		</div>
	);
}

function ServingCampaign({ line }: { line: CampaignLine }) {
	const { may } = useLoaderData<typeof loader>();
	const { page: t } = useWords(directivesWords);
	const { phases } = useWords(campaignsWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	const draft = line.state === "draft";
	return (
		<div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,1fr)_7rem_auto]">
			<span className="min-w-0 max-sm:col-span-2">
				<Tag tone={line.phase === "open" ? "accent" : "neutral"}>{draft ? phases.draft : t.campaign}</Tag>{" "}
				{draft && !may.issue ? (
					line.title
				) : (
					<TextLink to={draft ? `/office/campaigns/new?draft=${line.id}` : `/office/campaigns/${line.id}`}>
						{line.title}
					</TextLink>
				)}
			</span>
			{!draft && (
				<>
					<StatBar
						label={t.progress(line.title)}
						total={line.recipients}
						segments={[{ label: t.returned, value: line.reported, tone: "accent" }]}
					/>
					<span className="tabular text-end font-medium">
						{n(line.reported)}/{n(line.recipients)}
					</span>
				</>
			)}
		</div>
	);
}
