import { saveDraft } from "#app/domain/campaigns/commands.ts";
import { closeCampaign, extendDue } from "#app/domain/campaigns/deadlines.ts";
import { dayOf } from "#app/domain/days.ts";
import type { Answers } from "#app/domain/forms/schema.ts";
import { newId } from "#app/domain/id.ts";
import { issueCampaign } from "#app/domain/tallies/issue.ts";
import { library } from "#db/seed/library/library.ts";
import { type Cast, openSchools } from "./accounts.ts";
import { generateAnswers } from "./answers.ts";
import { dayFrom, officeTime } from "./clock.ts";
import { conductReaches } from "./conduct-reaches.ts";
import type { DemoSchool } from "./district.ts";
import { photoSteps } from "./photos.ts";
import { type Random, randomFrom } from "./random.ts";
import type { Round } from "./rounds.ts";
import { type At, type Ending, type Step, type Story, storySteps } from "./story.ts";

/** What the rounds are told with. `versions`: published version by template code; `tasks`: of letter 566, by number. */
export type Stage = {
	cast: Cast;
	schools: readonly DemoSchool[];
	versions: ReadonlyMap<string, string>;
	tasks: ReadonlyMap<string, string>;
	today: string;
	as: At;
	/** Answers of the round before, by school code. */
	earlier: Map<string, Answers>;
};

type Told = {
	ending: Ending;
	share: number;
	late: boolean;
	viaSendBack: boolean;
	notMet: boolean;
	knockedOut: boolean;
};

/** Drafts and issues a round's campaign at its day and gives the steps of all that happens in it afterwards. */
export async function openRound(stage: Stage, round: Round): Promise<{ campaignId: string; steps: Step[] }> {
	const { cast, as, today } = stage;
	const day = dayFrom(today);
	const issuedAt = officeTime(day(round.opens), 8, 15);
	const [year, month] = day(round.opens).split("-");
	const campaignId = newId();
	const ctx = as(cast.officer, issuedAt);
	await saveDraft(ctx, campaignId, {
		title: round.title(`${Number(month)}/${year}`),
		versionId: need(stage.versions, round.template),
		taskIds: [need(stage.tasks, round.task)],
		filter: { kinds: round.kinds },
		opensOn: day(round.opens),
		dueOn: day(round.due),
		late: "mark",
		instruction: round.instruction,
	});
	await issueCampaign(ctx, campaignId);
	const recipients = await ctx.db
		.selectFrom("recipient")
		.select(["school_id", "return_id"])
		.where("campaign_id", "=", campaignId)
		.execute();
	const returnIds = new Map(recipients.map((recipient) => [recipient.school_id, recipient.return_id]));
	const schools = stage.schools.filter((school) => returnIds.has(school.id));
	const told = round.key === "conduct" ? tellConduct(schools) : tell(round, schools);
	const stories = schools.map((school) =>
		storyOf(stage, round, school, need(returnIds, school.id), told.get(school.code) ?? notStarted),
	);
	const steps = stories.flatMap((story) => storySteps(story, as));
	if (round.key !== "conduct" && round.key !== "cameras") steps.push(...photoSteps(stories, as));
	if (round.closes !== null) {
		const at = officeTime(day(round.closes), 16, 30);
		steps.push({ at, run: () => closeCampaign(as(cast.officer, at), campaignId) });
	} else {
		if (round.key === "open" || round.key === "general")
			steps.push(...extensions(stage, round, campaignId, schools, told));
	}
	return { campaignId, steps };
}

const notStarted: Told = {
	ending: "not_started",
	share: 0,
	late: false,
	viaSendBack: false,
	notMet: false,
	knockedOut: false,
};

/** Two of three schools whose code of conduct is published have reported on it. */
function tellConduct(schools: readonly DemoSchool[]): Map<string, Told> {
	const reaches = conductReaches(schools);
	const published = schools.filter(({ code }) => reaches.get(code) === "published" && code !== openSchools.half);
	return new Map(
		published.flatMap(({ code }, at) => {
			const ending: Ending = at % 3 === 1 ? "accepted" : "submitted";
			return at % 3 === 0 ? [] : [[code, { ...notStarted, ending }] as const];
		}),
	);
}

/** Deals the endings out to the schools, the same every time. */
function tell(round: Round, schools: readonly DemoSchool[]): Map<string, Told> {
	const random = randomFrom(`round/${round.key}`);
	const told = new Map<string, Told>();
	const put = (code: string, ending: Ending, share: number) => told.set(code, { ...notStarted, ending, share });
	for (const [code, { ending, share }] of Object.entries(round.fixed)) put(code, ending, share ?? 0.5);
	const free = random.shuffle(schools.filter((school) => !told.has(school.code)));
	for (const [ending, count] of round.endings) {
		for (const school of free.splice(0, count)) put(school.code, ending, random.whole(2, 8) / 10);
	}
	const sent = random.shuffle(
		[...told.values()].filter(({ ending }) => ending !== "not_started" && ending !== "draft"),
	);
	const failing = sent.slice(0, Math.round(sent.length * round.notMet));
	for (const one of failing) one.notMet = true;
	for (const one of failing.slice(0, round.knockedOut)) one.knockedOut = true;
	for (const one of random.shuffle(sent).slice(0, round.late)) one.late = true;
	const accepted = random.shuffle(sent.filter(({ ending }) => ending === "accepted"));
	for (const one of accepted.slice(0, round.viaSendBack)) one.viaSendBack = true;
	return told;
}

function storyOf(stage: Stage, round: Round, school: DemoSchool, returnId: string, told: Told): Story {
	const template = library.find(({ code }) => code === round.template);
	const head = stage.cast.heads.get(school.id);
	if (!template || !head) throw new Error(`no template or head for ${school.name}`);
	const random = randomFrom(`${round.key}/${school.code}`);
	const times = timesOf(stage.today, round, told, random);
	const before = stage.earlier.get(school.code) ?? {};
	const day = dayOf(times.begun);
	const answers =
		round.answers?.(school, day) ??
		generateAnswers({
			definition: template.definition,
			school: school.facts,
			random,
			day,
			defects: round.defects,
			wanted: told.notMet ? "not_met" : "met",
			knockedOut: told.knockedOut,
			before: Object.keys(before).filter((code) => before[code]?.value === "unmet"),
		});
	if (!round.answers) stage.earlier.set(school.code, answers);
	const { ending, share, viaSendBack } = told;
	return {
		school,
		head,
		officer: stage.cast.officer,
		returnId,
		definition: template.definition,
		defects: round.defects,
		answers,
		random,
		ending,
		share,
		viaSendBack,
		times,
	};
}

/** Working hours of days that follow one another; a late return is sent after the due day, before the campaign closes. */
function timesOf(today: string, round: Round, told: Told, random: Random): Story["times"] {
	const [first, last] = told.late ? [round.due + 1, round.due + 3] : round.sending;
	const sent = random.whole(first, last);
	const [reviewed, resubmitted, accepted] = [1, 2, 3].map((step) => sent + step * random.whole(...round.pace));
	const at = (offset: number, hour: [number, number]) =>
		officeTime(dayFrom(today)(offset), random.whole(...hour), random.whole(0, 59));
	return {
		begun: at(sent, [8, 9]),
		submitted: at(sent, [10, 11]),
		reviewed: at(reviewed ?? sent, [8, 9]),
		resubmitted: at(resubmitted ?? sent, [10, 11]),
		accepted: at(accepted ?? sent, [14, 15]),
	};
}

/** One school that has not started was given five days more. */
function extensions(
	{ cast, as, today }: Stage,
	round: Round,
	campaignId: string,
	schools: readonly DemoSchool[],
	told: ReadonlyMap<string, Told>,
): Step[] {
	const school = schools.find(({ code }) => !told.has(code));
	if (!school) return [];
	const at = officeTime(dayFrom(today)(-2), 15, 20);
	const input = {
		schoolIds: [school.id],
		dueOn: dayFrom(today)(round.due + 5),
		reason: "Trường đang sửa chữa mái dãy phòng học sau bão, xin lùi thời hạn.",
	};
	return [{ at, run: () => extendDue(as(cast.officer, at), campaignId, input) }];
}

function need(map: ReadonlyMap<string, string>, key: string): string {
	const value = map.get(key);
	if (value === undefined) throw new Error(`the demo district has no ${key}`);
	return value;
}
