import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { daysBetween } from "#app/domain/days.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import { visibleItems } from "#app/domain/forms/visibility.ts";
import type { PrefillOffer } from "#app/domain/returns/schema.ts";
import { formatDay } from "#app/i18n/format.ts";
import { returnWords, textOf } from "#app/i18n/returns.ts";
import { schoolPageWords } from "#app/i18n/school.ts";
import { useAutosave } from "#app/offline/use-autosave.ts";
import { usePhotos } from "#app/offline/use-photos.ts";
import { AsideAnswers } from "#app/ui/aside-answers.tsx";
import { StatusBadge } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { titled } from "#app/ui/titled.ts";
import { stateTone } from "#app/ui/tone.ts";
import { ConductHint } from "./conduct-hint.tsx";
import { Outcome } from "./outcome.tsx";
import { PublishCard } from "./publish-card.tsx";
import type { loader } from "./route.ts";
import { MarkedItems, SectionTasks } from "./section-tasks.tsx";

export const meta = titled(schoolPageWords, (t) => t.page.sections);

export function Screen() {
	const { page, today, personId, justSent } = useLoaderData<typeof loader>();
	const { page: t, home, check } = useWords(schoolPageWords);
	const { states } = useWords(returnWords);
	const locale = useLocale();
	// What an earlier page left behind on this device is sent from here as well.
	const { queue, view } = useAutosave(page.returnId, personId);
	usePhotos(page.returnId, personId, queue);
	const filling = page.closed === null;
	const left = daysBetween(today, page.dueOn);
	const { itemByCode } = prepare(page.definition);
	return (
		<>
			<PageHeader
				crumbs={[{ to: "/school", label: home.title }]}
				title={page.title}
				badge={<StatusBadge tone={stateTone[page.state]}>{states[page.state]}</StatusBadge>}
				meta={
					<>
						{t.template(textOf(page.template.title, locale), page.template.number)} ·{" "}
						{home.dueOn(formatDay(page.dueOn))}
						{filling && page.round === 0 && ` (${home.left(left)})`}
						{page.extensionReason && <span className="block">{home.extended(page.extensionReason)}</span>}
					</>
				}
			/>
			<div className="grid gap-5">
				{justSent && page.state === "submitted" && (
					<Notice tone="success" live>
						{check.sent}
					</Notice>
				)}
				<Standing />
				{view.waiting > 0 && <Notice tone="warning">{check.waiting(view.waiting)}</Notice>}
				{page.state === "sent_back" && <SentBack />}
				{page.submission && page.state !== "sent_back" && <Outcome />}
				<PublishCard />
				{(filling || page.closed === "not_open_yet") && <About />}
				{filling && <ConductHint />}
				{page.prefill && <Prefill offer={page.prefill} />}
				{/* Photographs of items that the form still has stand beside them. */}
				<AsideAnswers answers={page.aside} photos={page.photos.filter(({ item }) => !itemByCode.has(item))} />
				{(filling || page.round === 0) && <SectionTasks />}
				{filling && (
					<div>
						<LinkButton variant="primary" size="large" wide to={`/school/returns/${page.returnId}/check`}>
							{t.check}
						</LinkButton>
						<p className="mt-1 text-center text-sm text-muted">{t.checkHint}</p>
					</div>
				)}
			</div>
		</>
	);
}

/** Whether the return can be changed and sent, when that is not plain. */
function Standing() {
	const { page } = useLoaderData<typeof loader>();
	const { page: t } = useWords(schoolPageWords);
	if (page.closed) {
		const tone = page.closed === "accepted" ? "success" : page.closed === "campaign_closed" ? "warning" : "info";
		return <Notice tone={tone}>{t.closed[page.closed]}</Notice>;
	}
	if (page.round > 0 || page.phase === "open") return null;
	return <Notice tone="warning">{page.phase === "ended" ? t.tooLate : t.overdue}</Notice>;
}

function SentBack() {
	const { page } = useLoaderData<typeof loader>();
	const { page: t } = useWords(schoolPageWords);
	return (
		<section className="grid gap-3" aria-label={t.remark}>
			{page.review?.remark && (
				<Notice tone="warning" title={t.remark}>
					<p className="whitespace-pre-line wrap-anywhere">{page.review.remark}</p>
				</Notice>
			)}
			<MarkedItems />
		</section>
	);
}

/** The last round, or the school's record, put in with one button. */
function Prefill({ offer }: { offer: PrefillOffer }) {
	const { prefill: t } = useWords(schoolPageWords);
	const { state } = useNavigation();
	return (
		<Card labelledBy="prefill">
			<CardHeader id="prefill" title={t.title} />
			<p>
				{offer.from ? t.fromLast(offer.from.title, formatDay(offer.from.submittedAt.slice(0, 10))) : t.fromRecord}{" "}
				{t.what(offer.rows, offer.answers)}
			</p>
			<p className="mt-1 text-sm text-muted">{t.look}</p>
			<Form method="post" className="mt-3">
				<Button
					type="submit"
					variant="primary"
					size="large"
					wide
					name="do"
					value="prefill"
					busy={state === "submitting"}
				>
					{t.start}
				</Button>
			</Form>
		</Card>
	);
}

/** What the office wrote, what it attached, and that the form is not the official one where nobody has compared it. */
function About() {
	const { page } = useLoaderData<typeof loader>();
	const { page: t } = useWords(schoolPageWords);
	const { workingCopy } = useWords(returnWords);
	const { sections } = visibleItems(page.definition, page.answers, page.facts);
	if (sections.size === 0) return null;
	return (
		<div className="grid gap-3">
			{page.instruction && (
				<section aria-labelledby="instruction">
					<h2 id="instruction" className="font-semibold">
						{t.instruction}
					</h2>
					<p className="whitespace-pre-line wrap-anywhere">{page.instruction}</p>
				</section>
			)}
			{page.file && (
				<p>
					{t.attachment}:{" "}
					<TextLink reloadDocument to={`/files/${page.file.id}`}>
						{page.file.name}
					</TextLink>
				</p>
			)}
			{page.template.checkedAt === null && <p className="text-sm text-muted">{workingCopy}.</p>}
		</div>
	);
}
