import { useActionData, useLoaderData } from "@remix-run/react";
import BookOpenCheck from "lucide-react/icons/book-open-check";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductSchoolWords } from "#app/i18n/conduct-school.ts";
import { formatDay } from "#app/i18n/format.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { titled } from "#app/ui/titled.ts";
import { InForce } from "./in-force.tsx";
import { Next } from "./next.tsx";
import { OfferCard } from "./offer.tsx";
import type { loader } from "./route.ts";
import { Steps } from "./steps.tsx";

export const meta = titled(conductSchoolWords, (t) => t.title);

export function Screen() {
	const { adoption, reviewed } = useLoaderData<typeof loader>();
	const t = useWords(conductSchoolWords);
	const { stages } = useWords(conductWords);
	const problem = problemOf(useActionData());
	const { stage, offer, next } = adoption;
	return (
		<>
			<PageHeader
				title={t.title}
				badge={<StatusBadge tone={stage === "published" ? "good" : "accent"}>{stages[stage]}</StatusBadge>}
				meta={t.meta}
			/>
			<div className="grid gap-5">
				<ProblemBanner problem={problem} />
				{reviewed && !problem && (
					<Notice tone="success" live>
						{t.review.done}
					</Notice>
				)}
				{next === "wait" ? (
					<Card>
						<EmptyState title={t.next.waitTitle} icon={<BookOpenCheck />}>
							{t.next.waitText}
						</EmptyState>
					</Card>
				) : (
					<Next />
				)}
				{offer && <OfferCard offer={offer} />}
				{next !== "wait" && <Steps />}
				<InForce />
				<Past />
			</div>
		</>
	);
}

/** Earlier versions and reviews: what an inspector asks for. */
function Past() {
	const { adoption } = useLoaderData<typeof loader>();
	const { earlier: t, reviews: r, version: v } = useWords(conductSchoolWords);
	const { versionLine } = useWords(conductWords);
	return (
		<>
			{adoption.reviews.length > 0 && (
				<Card labelledBy="reviews">
					<CardHeader id="reviews" title={r.title} />
					<ul className="divide-y divide-line">
						{adoption.reviews.map(({ schoolYear, reviewedOn, outcome, note }) => (
							<li key={schoolYear} className="py-2">
								<p>
									<span className="font-medium">{r.year(schoolYear)}</span> · {formatDay(reviewedOn)} ·{" "}
									{r.outcomes[outcome]}
								</p>
								{note && <p className="text-muted whitespace-pre-line wrap-anywhere">{note}</p>}
							</li>
						))}
					</ul>
				</Card>
			)}
			{adoption.earlier.length > 0 && (
				<Card labelledBy="earlier">
					<CardHeader id="earlier" title={t.title} />
					<ul className="divide-y divide-line">
						{adoption.earlier.map(({ id, number, decision }) => (
							<li key={id} className="py-2">
								<TextLink to={`/school/conduct/${id}`} className="inline-flex min-h-12 items-center">
									{v.title(versionLine(number))}
								</TextLink>
								{decision && <p className="text-muted">{t.decision(decision.number, formatDay(decision.decidedOn))}</p>}
							</li>
						))}
					</ul>
				</Card>
			)}
		</>
	);
}
