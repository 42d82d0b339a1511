import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import type { AdoptionSummary, NextStep } from "#app/domain/conduct/steps.ts";
import { conductSchoolWords } from "#app/i18n/conduct-school.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { loader } from "./route.ts";

/** Steps that the law leaves to the head (`conduct.decide`): a deputy is told, and may look. */
const headOnly: readonly NextStep[] = ["decide", "publish", "review"];

/** One sentence and one button: what is to be done now. */
export function Next() {
	const { adoption, mayDecide } = useLoaderData<typeof loader>();
	const { next: t } = useWords(conductSchoolWords);
	const { next } = adoption;
	const blocked = !mayDecide && headOnly.includes(next);
	return (
		<Card labelledBy="next" className="border-s-4 border-s-accent">
			<CardHeader id="next" title={t.title} />
			<p>
				{next === null || next === "wait" ? t.nothing : sentence(next, adoption, t)} {blocked && t.headOnly}
			</p>
			{next !== null && next !== "wait" && !blocked && (
				<div className="mt-4">
					<NextButton next={next} />
				</div>
			)}
		</Card>
	);
}

type NextWords = ReturnType<typeof useWords<typeof conductSchoolWords.vi>>["next"];

function sentence(next: Exclude<NextStep, "wait" | null>, adoption: AdoptionSummary, t: NextWords): string {
	if (next === "acknowledge") return t.acknowledge(adoption.staff?.missing ?? 0);
	if (next === "adapt" && adoption.consultation?.result === "no_majority" && adoption.open) {
		return t.noMajority(adoption.consultation.percent ?? 0);
	}
	return t.sentences[next];
}

function NextButton({ next }: { next: Exclude<NextStep, "wait" | null> }) {
	const { adoption } = useLoaderData<typeof loader>();
	const { next: t } = useWords(conductSchoolWords);
	if (next === "begin" || next === "accept") {
		if (next === "accept") {
			return (
				<LinkButton variant="primary" size="large" to="#offer">
					{t.buttons.accept}
				</LinkButton>
			);
		}
		return <IntentForm intent="begin" label={t.buttons.begin} primary />;
	}
	return (
		<LinkButton variant="primary" size="large" to={addressOf(next, adoption)}>
			{t.buttons[next]}
		</LinkButton>
	);
}

/** Where a step is done; of the version that waits, else of the one in force. */
export function addressOf(
	step: Exclude<NextStep, "wait" | "begin" | "accept" | null>,
	{ open, published }: AdoptionSummary,
): string {
	if (step === "acknowledge") return "/school/conduct/staff";
	if (step === "review") return "/school/conduct/review";
	const version = open ?? published;
	if (step === "adapt" && version?.state !== "draft") return `/school/conduct/${version?.id}`;
	return `/school/conduct/${version?.id}/${step}`;
}

/** A button that posts one intent. */
export function IntentForm({ intent, label, primary }: { intent: string; label: string; primary?: boolean }) {
	const { state } = useNavigation();
	return (
		<Form method="post">
			<Button
				type="submit"
				name="intent"
				value={intent}
				variant={primary ? "primary" : "secondary"}
				size={primary ? "large" : "normal"}
				busy={state === "submitting"}
			>
				{label}
			</Button>
		</Form>
	);
}
