import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { documentNumber } from "#app/domain/paper.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { reportsWords } from "#app/i18n/reports.ts";
import { StatusBadge, Tag } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { titled } from "#app/ui/titled.ts";
import { ReportBlockCard } from "./block.tsx";
import { HeadForm } from "./head-form.tsx";
import type { action, loader } from "./route.ts";
import { Downloads, Steps, Versions } from "./steps.tsx";

export const meta = titled(reportsWords, (t) => t.page.crumb);

const tones = { draft: "warn", checked: "accent", issued: "good" } as const;

/** A report as it will stand on paper, each part with its form; steps and files beside it. */
export function Screen() {
	const { head, number, state, periodFrom, periodTo, letter, directiveId, issued, mayOpenLetter } =
		useLoaderData<typeof loader>();
	const { page: t, states } = useWords(reportsWords);
	return (
		<>
			<PageHeader
				crumbs={[{ to: "/office/reports", label: t.crumb }]}
				title={head.abstract}
				badge={
					<>
						<StatusBadge tone={tones[state]}>{states[state]}</StatusBadge>
						{number > 1 && <Tag>{t.version(number)}</Tag>}
						{issued && <Tag>{`${documentNumber(issued)} · ${formatDay(issued.issuedOn)}`}</Tag>}
					</>
				}
				meta={`${letter.number} · ${t.period(formatDay(periodFrom), formatDay(periodTo))}`}
				actions={mayOpenLetter && <LinkButton to={`/office/directives/${directiveId}`}>{t.letter}</LinkButton>}
			/>
			<div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
				<div className="grid min-w-0 gap-4">
					<Messages />
					<PaperText />
					<HeadForm />
				</div>
				<div className="grid min-w-0 gap-4 lg:sticky lg:top-6">
					<Steps />
					<Downloads />
					<Versions />
				</div>
			</div>
		</>
	);
}

/** What just happened, what moved, what is new. */
function Messages() {
	const { id, saved, changed, state, newest, mayWrite } = useLoaderData<typeof loader>();
	const problem = problemOf(useActionData<typeof action>());
	const { page: t } = useWords(reportsWords);
	const locale = useLocale();
	return (
		<>
			<ProblemBanner problem={problem} />
			{saved && !problem && (
				<Notice tone="success" live>
					{t.saved}
				</Notice>
			)}
			{!newest && <Notice actions={<LinkButton to={`/office/reports/${id}`}>{t.crumb}</LinkButton>}>{t.older}</Notice>}
			{changed.moved.length > 0 && (
				<Notice
					tone="warning"
					title={t.moved(formatNumber(changed.moved.length, locale))}
					actions={
						mayWrite &&
						state === "draft" && (
							<Form method="post">
								<Button type="submit" name="intent" value="accept">
									{t.acceptAll}
								</Button>
							</Form>
						)
					}
				>
					{t.movedText}
				</Notice>
			)}
			{changed.campaigns.length > 0 && state === "draft" && (
				<Notice title={t.fresh}>{t.freshText(changed.campaigns.join("; "))}</Notice>
			)}
			{state === "issued" && <Notice tone="success">{t.frozen}</Notice>}
		</>
	);
}

function PaperText() {
	const { chapters, head } = useLoaderData<typeof loader>();
	const { page: t } = useWords(reportsWords);
	return (
		<Card labelledBy="text">
			<h2 id="text" className="sr-only">
				{t.text}
			</h2>
			<p className="mb-5 text-center font-medium text-balance">{t.toBe(head.addressees.join("; "))}</p>
			<div className="grid gap-5">
				{chapters.map(({ heading, blocks }) => (
					<section key={heading} className="grid gap-4">
						{heading && <h3 className="text-lg font-semibold">{heading}</h3>}
						{blocks.map(({ block, heading }) => (
							<ReportBlockCard key={block.id} block={block} heading={heading} />
						))}
					</section>
				))}
			</div>
		</Card>
	);
}
