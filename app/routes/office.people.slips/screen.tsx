import { useActionData, useLoaderData } from "@remix-run/react";
import Printer from "lucide-react/icons/printer";
import { useEffect, useState } from "react";
import { dayOf } from "#app/domain/days.ts";
import { formatDay } from "#app/i18n/format.ts";
import { peopleWords } from "#app/i18n/people.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { titled } from "#app/ui/titled.ts";
import type { action, loader } from "./route.ts";

export const meta = titled(peopleWords, (t) => t.slip.title);

type Answer = Extract<ReturnType<typeof useActionData<typeof action>>, { slips: unknown }>;
type Slip = Answer["slips"][number];

/** One page of paper each. On the screen: what to do before leaving, then the pages one below the other. */
export function Screen() {
	const t = useWords(peopleWords);
	const { back } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const made = answer && "slips" in answer ? (answer as Answer) : null;
	const problem = problemOf(answer);
	return (
		<main className="mx-auto max-w-3xl px-4 py-5 print:max-w-none print:p-0">
			<div data-print="hide">
				<PageHeader
					title={t.slip.title}
					meta={made ? t.slip.count(made.slips.length) : undefined}
					actions={
						<>
							{made && <PrintButton />}
							<LinkButton to={back}>{t.slip.back}</LinkButton>
						</>
					}
				/>
				<div className="mb-5">
					<ProblemBanner problem={problem} />
					{made ? <Notice tone="warning">{t.slip.once}</Notice> : <p>{t.print.text}</p>}
					{made?.onlyHere && (
						<div className="mt-3">
							<Notice tone="danger">{t.slip.onlyHere(made.origin)}</Notice>
						</div>
					)}
				</div>
			</div>
			{made?.slips.map((slip) => (
				<Page key={slip.personId} slip={slip} origin={made.origin} />
			))}
		</main>
	);
}

function PrintButton() {
	const t = useWords(peopleWords);
	const [ready, setReady] = useState(false);
	useEffect(() => setReady(true), []);
	// Without script the browser's own menu prints.
	if (!ready) return null;
	return (
		<Button variant="primary" icon={<Printer />} onClick={() => window.print()}>
			{t.slip.print}
		</Button>
	);
}

function Page({ slip, origin }: { slip: Slip; origin: string }) {
	const t = useWords(peopleWords);
	return (
		<article className="mb-5 rounded-md border border-line bg-surface p-6 break-after-page last:break-after-auto print:mb-0 print:border-0 print:p-0">
			<p className="text-sm text-muted">{t.slip.heading}</p>
			<h2 className="text-2xl font-semibold">{slip.unitName}</h2>
			<p className="mt-1">
				{t.slip.for} {slip.name} · {t.roles[slip.role]}
			</p>
			<div className="mt-6 flex flex-wrap items-start gap-x-8 gap-y-5">
				<svg
					role="img"
					aria-label={t.slip.qr}
					viewBox={`-2 -2 ${slip.qr.size + 4} ${slip.qr.size + 4}`}
					width="190"
					height="190"
					className="shrink-0 rounded-sm"
					shapeRendering="crispEdges"
				>
					<rect x="-2" y="-2" width={slip.qr.size + 4} height={slip.qr.size + 4} fill="#fff" />
					<path d={slip.qr.path} fill="#000" />
				</svg>
				<dl className="min-w-0 grid gap-4">
					<div>
						<dt className="text-muted">{t.list.username}</dt>
						<dd className="text-2xl font-semibold break-all">{slip.username}</dd>
					</div>
					<div>
						<dt className="text-muted">{t.slip.code}</dt>
						<dd className="text-xl font-semibold tracking-wider whitespace-nowrap sm:text-3xl print:text-3xl">
							{slip.code}
						</dd>
						<dd className="text-sm text-muted">{t.slip.until(formatDay(dayOf(slip.expiresAt)))}</dd>
					</div>
				</dl>
			</div>
			<ol className="mt-6 grid list-decimal gap-2 ps-5">
				{t.slip.steps.map((step) => (
					<li key={step}>{step}</li>
				))}
			</ol>
			<p className="mt-4 font-medium break-all">{origin}/activate</p>
		</article>
	);
}
