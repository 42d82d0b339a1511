import { useLoaderData } from "@remix-run/react";
import ClipboardCheck from "lucide-react/icons/clipboard-check";
import { useId } from "react";
import { daysBetween } from "#app/domain/days.ts";
import type { OwnReturn } from "#app/domain/returns/queries.ts";
import { ownConductWords } from "#app/i18n/conduct-public.ts";
import { formatDay, formatTime } from "#app/i18n/format.ts";
import { returnWords, textOf } from "#app/i18n/returns.ts";
import { schoolPageWords } from "#app/i18n/school.ts";
import { schoolPictureWords } from "#app/i18n/school-pictures.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatBar } from "#app/ui/stat-bar.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { titled } from "#app/ui/titled.ts";
import type { Tone } from "#app/ui/tone.ts";
import { VerdictBadge } from "#app/ui/verdict-summary.tsx";
import { ConductCards } from "./conduct-cards.tsx";
import { Letters, Reminders } from "./letters.tsx";
import type { loader } from "./route.ts";

export const meta = titled(schoolPageWords, (t) => t.home.title);

/** What a school has to do, what came back and why, what it has sent: the most urgent on top. */
export function Screen() {
	const { returns, role } = useLoaderData<typeof loader>();
	const { home: t } = useWords(schoolPageWords);
	const { link: pictureLink } = useWords(schoolPictureWords);
	// A status form judges nobody: there would be nothing to see.
	const judged = returns.some(({ verdict }) => verdict !== null && verdict !== "none");
	const open = (one: OwnReturn) => one.phase !== "closed" && (one.state === "not_started" || one.state === "draft");
	const sent = (one: OwnReturn) => one.state === "submitted" || one.state === "accepted";
	const groups = [
		{ title: t.sentBack, list: returns.filter((one) => one.state === "sent_back") },
		{ title: t.due, list: returns.filter(open) },
		{ title: t.sent, list: returns.filter(sent).reverse() },
		{ title: t.past, list: returns.filter((one) => one.state !== "sent_back" && !open(one) && !sent(one)).reverse() },
	];
	return (
		<>
			<PageHeader
				title={t.title}
				actions={judged && role !== "teacher" && <LinkButton to="/school/pictures">{pictureLink}</LinkButton>}
			/>
			<div className="grid gap-6">
				<ToSign />
				<Reminders />
				{role === "teacher" && <Notice>{t.teacher}</Notice>}
				{role === "deputy" && <Notice>{t.deputy}</Notice>}
				<ConductCards />
				{returns.length === 0 && (
					<Card>
						<EmptyState title={t.emptyTitle} icon={<ClipboardCheck />}>
							{t.emptyText}
						</EmptyState>
					</Card>
				)}
				{groups.map(({ title, list }) => list.length > 0 && <Group key={title} title={title} list={list} />)}
				<Letters />
			</div>
		</>
	);
}

/** The code of conduct that waits for the reader's own signature, here first. */
function ToSign() {
	const { toSign, unitId } = useLoaderData<typeof loader>();
	const t = useWords(ownConductWords);
	const here = toSign.find(({ schoolId }) => schoolId === unitId);
	const [other] = toSign.filter(({ schoolId }) => schoolId !== unitId);
	return (
		<>
			{here && (
				<Notice
					tone="warning"
					actions={
						<LinkButton to="/me/conduct/read" variant="primary">
							{t.read}
						</LinkButton>
					}
				>
					{t.due(here.number)}
				</Notice>
			)}
			{other && (
				<Notice tone="warning" actions={<LinkButton to="/me/conduct">{t.title}</LinkButton>}>
					{t.dueAt(other.school)}
				</Notice>
			)}
		</>
	);
}

function Group({ title, list }: { title: string; list: OwnReturn[] }) {
	const id = useId();
	return (
		<section aria-labelledby={id}>
			<h2 id={id} className="mb-2 text-lg font-semibold">
				{title}
			</h2>
			<ul className="grid gap-3">
				{list.map((one) => (
					<li key={one.returnId}>
						<ReturnCard one={one} />
					</li>
				))}
			</ul>
		</section>
	);
}

function ReturnCard({ one }: { one: OwnReturn }) {
	const { role } = useLoaderData<typeof loader>();
	const { home: t } = useWords(schoolPageWords);
	const locale = useLocale();
	const to = `/school/returns/${one.returnId}`;
	const mayOpen = role !== "teacher";
	const working = one.state === "draft" || one.state === "not_started" || one.state === "sent_back";
	return (
		<Card>
			<div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
				<div className="min-w-0 flex-1 basis-60">
					<h3 className="font-semibold">{mayOpen ? <TextLink to={to}>{one.title}</TextLink> : one.title}</h3>
					<p className="text-sm text-muted">{textOf(one.template, locale)}</p>
				</div>
				<DueBadge one={one} />
			</div>
			{one.sentBack && (
				<div className="mt-3 border-s-4 border-warn ps-3">
					<p className="font-medium">{t.marked(one.sentBack.items)}</p>
					{one.sentBack.remark && <p className="whitespace-pre-line wrap-anywhere">{one.sentBack.remark}</p>}
				</div>
			)}
			{one.extensionReason && <p className="mt-2 text-sm text-muted">{t.extended(one.extensionReason)}</p>}
			<div className="mt-3 flex flex-wrap items-center justify-between gap-3">
				<div className="min-w-0 flex-1 basis-40 text-sm">
					{one.state === "draft" && <Filled percent={one.progress} />}
					{one.submittedAt && <SentLine one={one} submittedAt={one.submittedAt} />}
				</div>
				{mayOpen && (
					<LinkButton to={to} variant={working && one.phase !== "closed" ? "primary" : "secondary"}>
						{buttonWords(one, t)}
					</LinkButton>
				)}
			</div>
		</Card>
	);
}

function buttonWords(one: OwnReturn, t: { start: string; carryOn: string; mend: string; open: string }): string {
	if (one.phase === "closed" || one.phase === "scheduled") return t.open;
	if (one.state === "sent_back") return t.mend;
	if (one.state === "draft") return t.carryOn;
	return one.state === "not_started" ? t.start : t.open;
}

function Filled({ percent }: { percent: number }) {
	const { home: t } = useWords(schoolPageWords);
	const label = t.done(percent);
	return (
		<>
			<StatBar label={label} total={100} segments={[{ label, value: percent, tone: "accent" }]} />
			<p className="mt-1 text-muted">{label}</p>
		</>
	);
}

function SentLine({ one, submittedAt }: { one: OwnReturn; submittedAt: string }) {
	const { home: t } = useWords(schoolPageWords);
	const { states, late } = useWords(returnWords);
	return (
		<p className="flex flex-wrap items-center gap-2 text-muted">
			{one.verdict && <VerdictBadge result={one.verdict} />}
			{one.state !== "sent_back" && (
				<StatusBadge tone={one.state === "accepted" ? "good" : "accent"}>{states[one.state]}</StatusBadge>
			)}
			{one.onTime === false && <StatusBadge tone="warn">{late}</StatusBadge>}
			<span>{t.sentAt(formatTime(submittedAt))}</span>
			{one.openFindings > 0 && <span>· {t.findings(one.openFindings)}</span>}
		</p>
	);
}

/** How long there is, while there is something to do. */
function DueBadge({ one }: { one: OwnReturn }) {
	const { today } = useLoaderData<typeof loader>();
	const { home: t } = useWords(schoolPageWords);
	const left = daysBetween(today, one.dueOn);
	const waits = one.state === "not_started" || one.state === "draft";
	const tone: Tone = left < 0 ? "bad" : left <= 3 ? "warn" : "accent";
	return (
		<p className="text-sm">
			{one.phase === "scheduled" ? (
				<StatusBadge>{t.opensOn(formatDay(one.opensOn))}</StatusBadge>
			) : waits && one.phase === "closed" ? (
				<StatusBadge tone="bad">{t.missed}</StatusBadge>
			) : waits ? (
				<StatusBadge tone={tone}>{t.left(left)}</StatusBadge>
			) : null}{" "}
			<span className="whitespace-nowrap text-muted">{t.dueOn(formatDay(one.dueOn))}</span>
		</p>
	);
}
