import { useLoaderData } from "@remix-run/react";
import { type AdoptionStep, adoptionSteps } from "#app/domain/conduct/schema.ts";
import type { AdoptionSummary } from "#app/domain/conduct/steps.ts";
import { dayOf } from "#app/domain/days.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductSchoolWords } from "#app/i18n/conduct-school.ts";
import { formatDay } from "#app/i18n/format.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import type { Tone } from "#app/ui/tone.ts";
import { addressOf } from "./next.tsx";
import type { loader } from "./route.ts";

const tones: Record<AdoptionSummary["steps"][AdoptionStep], Tone> = { done: "good", now: "accent", later: "neutral" };

/** The steps in the order of the law, each with its day and evidence. */
export function Steps() {
	const { adoption } = useLoaderData<typeof loader>();
	const { steps: t } = useWords(conductSchoolWords);
	const { versionLine } = useWords(conductWords);
	const evidence = useEvidence(adoption);
	const version = adoption.open ?? adoption.published;
	return (
		<section aria-labelledby="steps">
			<h2 id="steps" className="mb-2 text-lg font-semibold">
				{version ? t.of(versionLine(version.number)) : t.title}
			</h2>
			<TaskList
				tasks={adoptionSteps.map((step, index) => {
					const status = version ? adoption.steps[step] : "later";
					return {
						key: step,
						title: `${index + 1}. ${t.names[step]}`,
						hint: evidence(step),
						to: version && status !== "later" ? addressOf(step, adoption) : undefined,
						status: <StatusBadge tone={tones[status]}>{t.status[status]}</StatusBadge>,
					};
				})}
			/>
		</section>
	);
}

/** What shows that a step was done, in words. */
function useEvidence(adoption: AdoptionSummary): (step: AdoptionStep) => string | undefined {
	const { steps: t, reviews } = useWords(conductSchoolWords);
	const { open, published, clauses, consultation, staff, reviewYear } = adoption;
	const version = open ?? published;
	if (!version) return () => undefined;
	const read: Record<AdoptionStep, () => string | undefined> = {
		adapt: () =>
			[
				t.begun(formatDay(dayOf(version.createdAt))),
				clauses && t.clauses(clauses.kept, clauses.reworded, clauses.dropped, clauses.local),
			]
				.filter(Boolean)
				.join(" · "),
		consult() {
			if (!consultation) return undefined;
			const { closesOn, closedAt, percent, agreed, voices, result } = consultation;
			if (closedAt === null) return t.asking(formatDay(closesOn), voices);
			const closed = formatDay(dayOf(closedAt));
			const told = percent === null ? t.askedNobody(closed) : t.asked(closed, percent, agreed, voices);
			return result === "no_majority" ? `${told} · ${t.noMajority}` : told;
		},
		decide: () =>
			version.decision
				? t.decided(version.decision.number, formatDay(version.decision.decidedOn), version.decision.signer)
				: undefined,
		publish() {
			const { publication } = version;
			if (!publication) return undefined;
			const { publishedOn, effectiveOn, onWeb, onBoard, inClassrooms } = publication;
			return [
				t.published(formatDay(publishedOn), formatDay(effectiveOn)),
				onWeb,
				onBoard && t.onBoard,
				inClassrooms && t.inClassrooms,
			]
				.filter(Boolean)
				.join(" · ");
		},
		acknowledge: () => (open || !staff ? undefined : t.signed(staff.signed, staff.asked)),
		review() {
			if (open || reviewYear === null) return undefined;
			const done = adoption.reviews.find(({ schoolYear }) => schoolYear === reviewYear);
			if (done) return t.reviewed(formatDay(done.reviewedOn), reviews.outcomes[done.outcome]);
			return t.reviewBy(reviewYear, formatDay(`${Number(reviewYear.slice(5))}-08-01`));
		},
	};
	return (step) => read[step]();
}
