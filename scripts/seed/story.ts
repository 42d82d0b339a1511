import type { Actor, Ctx } from "#app/domain/ctx.ts";
import { addDays } from "#app/domain/days.ts";
import { answerKey, parseAnswerKey } from "#app/domain/forms/answers.ts";
import { verdictItems } from "#app/domain/forms/criteria.ts";
import type { Answer, Answers, Definition } from "#app/domain/forms/schema.ts";
import { newId } from "#app/domain/id.ts";
import { makePublic } from "#app/domain/returns/public-results.ts";
import { reviewReturn } from "#app/domain/returns/review.ts";
import { saveOperations } from "#app/domain/returns/save.ts";
import type { MarkedItem, Operation, OperationResult } from "#app/domain/returns/schema.ts";
import { submitReturn } from "#app/domain/returns/submit.ts";
import { openSchools } from "./accounts.ts";
import { failedAnswer, firstAnswers, possible } from "./answers.ts";
import type { Defect } from "./defects.ts";
import type { DemoSchool } from "./district.ts";
import type { Random } from "./random.ts";
import { reviewWords } from "./review-words.ts";

/** How far a return has come. `resubmitted`: sent back once, sent again, waiting. */
export type Ending = "not_started" | "draft" | "submitted" | "sent_back" | "resubmitted" | "accepted";

/** One return of the demo district from the first answer to where it stands today. */
export type Story = {
	school: DemoSchool;
	head: Actor;
	officer: Actor;
	returnId: string;
	definition: Definition;
	defects: readonly Defect[];
	answers: Answers;
	random: Random;
	ending: Ending;
	/** Share of the answers that a draft has, 0–1. */
	share: number;
	/** For `accepted`: whether it was sent back before. */
	viaSendBack: boolean;
	/** UTC times, in this order. */
	times: { begun: string; submitted: string; reviewed: string; resubmitted: string; accepted: string };
};

/** Something that happened at a time; all steps of all stories run in the order of time, so that each audit chain does. */
export type Step = { at: string; run(): Promise<void> };

/** The context of an actor at a time. */
export type At = (actor: Actor, at: string) => Ctx;

/** The steps of a return, each through the command that a page would call. */
export function storySteps(story: Story, as: At): Step[] {
	const { ending, times, head, officer, returnId } = story;
	if (ending === "not_started") return [];
	const known = new Map<string, number>();
	const { share } = story;
	const early = firstAnswers(story.definition, story.answers, ending === "draft" ? share : 0.6);
	const begin: Step = {
		at: times.begun,
		run: async () => {
			const saved = await saveOperations(as(head, times.begun), returnId, operations(early, known, times.begun));
			remember(saved.operations, known);
		},
	};
	if (ending === "draft") return [begin];

	const rest = Object.fromEntries(Object.entries(story.answers).filter(([key]) => !Object.hasOwn(early, key)));
	const submit: Step = {
		at: times.submitted,
		run: () => send(story, as, known, rest, { at: times.submitted, round: 1 }),
	};
	if (ending === "submitted") return [begin, submit];

	const review = (at: string, round: number, marked: readonly MarkedItem[] | null): Step => ({
		at,
		run: () =>
			reviewReturn(as(officer, at), returnId, {
				round,
				decision: marked ? "sent_back" : "accepted",
				remark: marked ? reviewWords.sentBack(story.random) : reviewWords.accepted(story.random),
				items: [...(marked ?? [])],
			}),
	});
	if (ending === "accepted" && !story.viaSendBack) {
		return [begin, submit, review(times.reviewed, 1, null), ...publishing(story, as, times.reviewed)];
	}

	const marked = markedItems(story);
	const back = review(times.reviewed, 1, marked);
	if (ending === "sent_back") return [begin, submit, back];

	const mended = mendedAnswers(story, marked);
	const again: Step = {
		at: times.resubmitted,
		run: () => send(story, as, known, mended, { at: times.resubmitted, round: 2 }),
	};
	if (ending === "resubmitted") return [begin, submit, back, again];
	return [begin, submit, back, again, review(times.accepted, 2, null), ...publishing(story, as, times.accepted)];
}

/** Half of the schools, and the one whose accounts are printed, make an accepted result public an hour later. */
function publishing({ school, head, returnId, definition }: Story, as: At, accepted: string): Step[] {
	const open = school.code === openSchools.half || Number(school.code.slice(-1)) % 2 === 0;
	if (!open || definition.rule.type === "none") return [];
	const at = new Date(Date.parse(accepted) + 3_600_000).toISOString();
	return [{ at, run: () => makePublic(as(head, at), returnId) }];
}

async function send(
	{ head, returnId, school }: Story,
	as: At,
	known: Map<string, number>,
	answers: Answers,
	{ at, round }: { at: string; round: number },
): Promise<void> {
	const sent = await submitReturn(as(head, at), returnId, {
		round,
		operations: operations(answers, known, at),
		deviceAt: at,
	});
	remember(sent.operations, known);
	if (sent.outcome !== "submitted") throw new Error(`${school.name}, round ${round}: ${JSON.stringify(sent)}`);
}

function operations(answers: Answers, known: ReadonlyMap<string, number>, at: string): Operation[] {
	return Object.entries(answers).map(([key, { value, note, measure }]) => ({
		id: newId(),
		...parseAnswerKey(key),
		value,
		note,
		measure,
		base: known.get(key) ?? 0,
		at,
	}));
}

function remember(results: readonly OperationResult[], known: Map<string, number>): void {
	for (const { item, row, revision, outcome } of results) {
		if (outcome === "refused" || outcome === "conflict") throw new Error(`seeded answer to ${item}: ${outcome}`);
		known.set(answerKey(item, row), revision);
	}
}

/** Two failures that are not told clearly enough, and one *Đạt* that the office doubts. */
function markedItems({ definition, answers, random, defects, school }: Story): MarkedItem[] {
	const criteria = verdictItems(definition).flatMap((item) => (item.knockout ? [] : item.code));
	const mayFail = new Set(possible(defects, school.facts).map((defect) => defect.item));
	const failed = criteria.filter((code) => answers[code]?.value === "unmet");
	const doubtful = criteria.filter((code) => answers[code]?.value === "met" && mayFail.has(code));
	const unclear = random.shuffle(failed).slice(0, 2);
	const doubted = random.shuffle(doubtful).slice(0, 1);
	return [
		...unclear.map((item) => ({ item, row: "", reason: reviewWords.failure(random) })),
		...doubted.map((item) => ({ item, row: "", reason: reviewWords.doubt(random) })),
	];
}

/** What the school answers to the marks: mended since, or told more clearly with an earlier due day; an honest *Chưa đạt* where the office doubted. */
function mendedAnswers(story: Story, marked: readonly MarkedItem[]): Answers {
	const { answers, random, defects, school, times } = story;
	const day = times.resubmitted.slice(0, 10);
	const mend = (item: string): Answer | null => {
		const before = answers[item];
		if (before?.value === "unmet") {
			if (random.chance(0.4)) return { value: "met", note: reviewWords.done(random), measure: null };
			const due = addDays(day, random.whole(5, 15));
			const measure = before.measure && { ...before.measure, due: earlier(before.measure.due, due) };
			return { ...before, note: `${before.note} ${reviewWords.mended(random)}`, measure };
		}
		const lines = possible(defects, school.facts).filter((defect) => defect.item === item);
		return lines.length > 0 ? failedAnswer(random.pick(lines), school.facts, day, random) : null;
	};
	return Object.fromEntries(
		marked.flatMap(({ item }) => {
			const answer = mend(item);
			return answer ? [[item, answer] as const] : [];
		}),
	);
}

/** Calendar days compare as texts. */
function earlier(a: string, b: string): string {
	return a < b ? a : b;
}
