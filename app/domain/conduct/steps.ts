/** What a school has to do next about its code, for its own pages. Pure. */
import type { Words } from "../forms/expression-schema.ts";
import type { VersionLine, VersionPage } from "./lines.ts";
import type { Offer } from "./offers.ts";
import type { AdoptionPage, ConsultationPage, ReviewLine } from "./queries.ts";
import { schoolYearOf } from "./rules.ts";
import { type AdoptionStep, adoptionSteps, type ClauseStatus, type SchoolContent } from "./schema.ts";
import type { StaffCounts } from "./staff.ts";

type StepStatus = "done" | "now" | "later";

/** The one thing to do next. `wait`: the office has issued nothing; null: everything is done for now. */
export type NextStep = "wait" | "begin" | "accept" | AdoptionStep | null;

/** The adoption without its texts: what its overview and the school's home page show. */
export type AdoptionSummary = {
	stage: AdoptionPage["stage"];
	schoolCode: string;
	/** Title of what the office issued; null before it did. */
	issued: Words | null;
	open: VersionLine | null;
	published: VersionLine | null;
	earlier: VersionLine[];
	/** What the school made of the clauses of the open version, else of the one in force. */
	clauses: Record<ClauseStatus, number> | null;
	consultation: Pick<
		ConsultationPage,
		"round" | "openedAt" | "closesOn" | "closedAt" | "result" | "voices" | "agreed" | "percent"
	> | null;
	offer: Offer | null;
	/** Accepting is possible: not while a version is between consultation and publication. */
	mayAccept: boolean;
	staff: StaffCounts | null;
	reviews: ReviewLine[];
	next: NextStep;
	steps: Record<AdoptionStep, StepStatus>;
	/** School year for which the code in force is to be reviewed by its end; null without one. */
	reviewYear: string | null;
};

/** The adoption as its overview shows it on a day. */
export function summarise(page: AdoptionPage, today: string): AdoptionSummary {
	const { open, published, consultation } = page;
	const shown = open ?? published;
	return {
		stage: page.stage,
		schoolCode: page.schoolCode,
		issued: page.issued,
		open: open && lineOf(open),
		published: published && lineOf(published),
		earlier: page.earlier,
		clauses: shown && countClauses(shown.content),
		consultation: consultation && told(consultation),
		offer: page.offer,
		mayAccept: page.offer !== null && (open === null || page.offer.draftId !== null),
		staff: page.staff,
		reviews: page.reviews,
		next: nextStep(page, today),
		steps: stepsOf(page, today),
		reviewYear: published && schoolYearOf(today),
	};
}

/** How many clauses were kept, reworded, dropped, added. */
function countClauses(content: Pick<SchoolContent, "modules">): Record<ClauseStatus, number> {
	const counts = { kept: 0, reworded: 0, dropped: 0, local: 0 };
	for (const { clauses } of content.modules) for (const { status } of clauses) counts[status] += 1;
	return counts;
}

type Standing = Pick<AdoptionPage, "open" | "published" | "earlier" | "offer" | "staff" | "reviews" | "issued">;

const opened = { draft: "adapt", consulting: "consult", consulted: "decide", decided: "publish" } as const;

/** An open version is carried to its end before anything else is begun. */
function nextStep(page: Standing, today: string): NextStep {
	const state = page.open?.state;
	if (state && state in opened) return opened[state as keyof typeof opened];
	if (!page.published) return page.issued ? "begin" : "wait";
	if (page.offer) return "accept";
	if ((page.staff?.missing ?? 0) > 0) return "acknowledge";
	return reviewIsDue(page, today) ? "review" : null;
}

/** Done once in the school year; due once the school has had a code since an earlier one (Thông tư 06/2019 Đ13.3). */
function reviewIsDue(page: Standing, today: string): boolean {
	const year = schoolYearOf(today);
	if (page.reviews.some(({ schoolYear }) => schoolYear === year)) return false;
	return [page.published, ...page.earlier].some(
		(version) => version?.publication && schoolYearOf(version.publication.publishedOn) < year,
	);
}

function stepsOf(page: Standing, today: string): AdoptionSummary["steps"] {
	const { open, published, staff } = page;
	const reached = open ? opened[open.state as keyof typeof opened] : published ? "acknowledge" : "adapt";
	const at = adoptionSteps.indexOf(reached);
	const before = Object.fromEntries(
		adoptionSteps.map((step, index): [AdoptionStep, StepStatus] => [
			step,
			index < at ? "done" : index === at ? "now" : "later",
		]),
	) as AdoptionSummary["steps"];
	if (open || !published) return before;
	const reviewed = page.reviews.some(({ schoolYear }) => schoolYear === schoolYearOf(today));
	return {
		...before,
		acknowledge: staff?.missing === 0 ? "done" : "now",
		review: reviewed ? "done" : reviewIsDue(page, today) ? "now" : "later",
	};
}

function lineOf({ revision: _, content: _content, code: _code, ...line }: VersionPage): VersionLine {
	return line;
}

function told(consultation: ConsultationPage): AdoptionSummary["consultation"] {
	const { round, openedAt, closesOn, closedAt, result, voices, agreed, percent } = consultation;
	return { round, openedAt, closesOn, closedAt, result, voices, agreed, percent };
}
