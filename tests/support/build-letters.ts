import type { Ctx } from "#app/domain/ctx.ts";
import { keepFile } from "#app/domain/evidence/commands.ts";
import { newId } from "#app/domain/id.ts";
import type { Paper } from "#app/domain/paper.ts";
import { issueNotices, issueReminder, readyToNotify, standingReminder } from "#app/domain/papers/letter-issue.ts";
import { loadLetter } from "#app/domain/papers/letter-queries.ts";
import type { NoticeIssue, ReminderIssue } from "#app/domain/papers/letter-schema.ts";
import { reviewReturn } from "#app/domain/returns/review.ts";
import { submitReturn } from "#app/domain/returns/submit.ts";
import { as, buildNeighbour, buildSchool, ctxFor, type World } from "./build.ts";
import { answer, type BuiltCampaign, buildCampaign, complete, officerOf } from "./build-returns.ts";

/**
 * A campaign whose due day was 20/11: of the schools named, the first two have sent (the second does not meet A.1, proposes a measure and
 * asks for help) and are accepted, the third waits for review, the others are late.
 */
export async function lateCampaign(world: World, names: readonly string[] = ["An", "Bình", "Châu", "Dương", "Én"]) {
	const schools = [];
	for (const name of names) schools.push(await buildSchool(world, { name: `Trường Mầm non ${name}` }));
	const campaign = await buildCampaign(world, { schools, dueOn: "2026-11-20" });
	await sendAt(world, campaign, 0, complete());
	await sendAt(world, campaign, 1, unmet());
	await sendAt(world, campaign, 2, complete());
	for (const at of [0, 1]) await accept(world, campaign, at);
	return { campaign, officer: officerOf(world) };
}

/** A return that fails the mandatory criterion, with what the school will do. */
export function unmet() {
	const measure = {
		what: "Hàn lại lan can",
		who: "Hiệu trưởng",
		due: "2026-12-15",
		superior: true,
		request: "Hỗ trợ 20 triệu đồng",
	};
	const failed = answer("A.1", "unmet", { note: "Lan can tầng 2 gãy hai thanh", measure });
	return [...complete().filter(({ item }) => item !== "A.1"), failed];
}

export async function sendAt(
	world: World,
	campaign: BuiltCampaign,
	at: number,
	operations: ReturnType<typeof complete>,
	now = "2026-11-19T02:00:00.000Z",
): Promise<void> {
	const own = campaign.returns[at];
	if (!own) throw new Error("a return for each school");
	await submitReturn(ctxFor(world, own.principal, now), own.returnId, { round: 1, operations, deviceAt: null });
}

export async function accept(world: World, campaign: BuiltCampaign, at: number, remark = ""): Promise<void> {
	const returnId = campaign.returns[at]?.returnId ?? "";
	await reviewReturn(officerOf(world), returnId, { round: 1, decision: "accepted", remark, items: [] });
}

export const reminderSigning = (listed: string, over: Partial<ReminderIssue> = {}): ReminderIssue => ({
	number: 12,
	issuedOn: "2026-11-23",
	capacity: "KT. Trưởng phòng\nPhó Trưởng phòng",
	signer: "Lê Thị Bình",
	listed,
	...over,
});

export const noticeSigning = (over: Partial<NoticeIssue> = {}): NoticeIssue => ({
	number: 7,
	issuedOn: "2026-11-23",
	capacity: "Trưởng phòng",
	signer: "Nguyễn Văn A",
	...over,
});

export const somePaper: Paper = {
	letterhead: { superior: null, issuer: "Phòng", number: 12, sign: "PGDĐT", place: "X", day: "2026-11-23" },
	subject: { form: "letter", abstract: "đôn đốc" },
	body: [],
};

/** Two small files kept for the actor's office. */
export async function someFiles(ctx: Ctx) {
	const keep = async (name: string) => {
		const bytes = Buffer.from(`${name} ${newId()}`);
		return (await keepFile(ctx, { unitId: ctx.actor.unitId, name, mediaType: "application/pdf", bytes })).id;
	};
	return { docx: await keep("a.docx"), pdf: await keep("a.pdf") };
}

/** The mark of the list that a draft would go to today. */
export async function mark(ctx: Ctx, id: string): Promise<string> {
	return (await standingReminder(ctx, await loadLetter(ctx, id))).mark;
}

/** Issues a draft reminder with made-up files. */
export async function remind(ctx: Ctx, id: string, over: Parameters<typeof reminderSigning>[1] = {}): Promise<void> {
	const { revision } = await loadLetter(ctx, id);
	const issued = { revision, paper: somePaper, files: await someFiles(ctx) };
	await issueReminder(ctx, id, reminderSigning(await mark(ctx, id), over), issued);
}

/** Issues what waits, with made-up papers. */
export async function notify(ctx: Ctx, id: string, over: Parameters<typeof noticeSigning>[0] = {}): Promise<string[]> {
	const input = noticeSigning(over);
	const { letter, facts, signing } = await readyToNotify(ctx, id, input);
	const notices = facts.map(({ schoolId, returnId, round }, at) => ({
		schoolId,
		returnId,
		round,
		number: signing.number + at,
		paper: somePaper,
	}));
	return issueNotices(ctx, id, input, { revision: letter.revision, notices });
}

/** The officer of another office. */
export async function neighbour(world: World): Promise<Ctx> {
	const { office } = await buildNeighbour(world);
	return as(world, office, "officer");
}
