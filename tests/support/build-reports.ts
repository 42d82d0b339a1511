import type { Ctx } from "#app/domain/ctx.ts";
import { keepFile } from "#app/domain/evidence/commands.ts";
import { newId } from "#app/domain/id.ts";
import type { Paper } from "#app/domain/paper.ts";
import { saveBlock } from "#app/domain/papers/blocks.ts";
import { checkReport, draftReport } from "#app/domain/papers/commands.ts";
import { type IssuedPaper, issueReport } from "#app/domain/papers/issue.ts";
import type { IssueInput } from "#app/domain/papers/schema.ts";
import { loadReport } from "#app/domain/papers/versions.ts";
import { submitReturn } from "#app/domain/returns/submit.ts";
import { buildSchool, ctxFor, type World } from "./build.ts";
import { buildDirective } from "./build-campaigns.ts";
import { type BuiltCampaign, buildCampaign, complete, officerOf } from "./build-returns.ts";

/** Marks a campaign as one that serves a task. */
export async function serve(world: World, campaignId: string, taskId: string): Promise<void> {
	await world.store.read.insertInto("campaign_task").values({ campaign_id: campaignId, task_id: taskId }).execute();
}

/** A letter with task 4b of the sector, and a campaign that serves it: four schools, of which one met, one not, one late and met. */
export async function reportedLetter(world: World, names: readonly string[] = ["An", "Bình", "Châu", "Dương"]) {
	const letter = await buildDirective(world);
	const schools = [];
	for (const name of names) schools.push(await buildSchool(world, { name: `Trường Mầm non ${name}` }));
	const campaign = await buildCampaign(world, { schools, dueOn: "2026-11-25" });
	await serve(world, campaign.id, letter.taskIds[0] ?? "");
	await send(world, campaign, 0, {});
	await send(world, campaign, 1, { "A.1": "unmet" });
	await send(world, campaign, 2, {}, "2026-11-28T02:00:00.000Z");
	return { directiveId: letter.id, campaign, officer: officerOf(world) };
}

/** One more school sends its return. */
export async function send(
	world: World,
	campaign: BuiltCampaign,
	at: number,
	answers: Parameters<typeof complete>[0],
	now?: string,
): Promise<void> {
	const own = campaign.returns[at];
	if (!own) throw new Error("a return for each school");
	const operations = complete(answers);
	await submitReturn(ctxFor(world, own.principal, now), own.returnId, { round: 1, operations, deviceAt: null });
}

export const period = { periodFrom: "2026-06-01", periodTo: "2026-11-30" };

/** A draft of which every part is written. */
export async function writtenReport(ctx: Ctx, directiveId: string): Promise<string> {
	const id = await draftReport(ctx, { directiveId, ...period });
	const { content } = await loadReport(ctx, id);
	for (const block of content.blocks.filter(({ text }) => text === ""))
		await saveBlock(ctx, id, { blockId: block.id, base: 0, text: "Do người soạn viết." });
	return id;
}

/** A checked one. */
export async function checkedReport(ctx: Ctx, directiveId: string): Promise<string> {
	const id = await writtenReport(ctx, directiveId);
	await checkReport(ctx, id);
	return id;
}

export const signing = (over: Partial<IssueInput> = {}): IssueInput => ({
	number: 5,
	issuedOn: "2026-11-23",
	capacity: "Trưởng phòng",
	signer: "Nguyễn Văn A",
	...over,
});

const paper: Paper = {
	letterhead: { superior: null, issuer: "Phòng", number: 5, sign: "BC", place: "X", day: "2026-11-23" },
	subject: { form: "titled", kind: "Báo cáo", abstract: "Kết quả" },
	body: [],
};

/** What is issued, with three small files kept for the actor's office. */
export async function issuedPaper(ctx: Ctx, reportId: string): Promise<IssuedPaper> {
	const { revision } = await loadReport(ctx, reportId);
	const keep = async (name: string) => {
		const bytes = Buffer.from(`${name} ${newId()}`);
		return (await keepFile(ctx, { unitId: ctx.actor.unitId, name, mediaType: "application/pdf", bytes })).id;
	};
	return {
		revision,
		paper,
		files: { docx: await keep("a.docx"), pdf: await keep("a.pdf"), xlsx: await keep("a.xlsx") },
	};
}

/** Issues a checked report with such files. */
export async function issue(ctx: Ctx, reportId: string, over: Partial<IssueInput> = {}): Promise<void> {
	await issueReport(ctx, reportId, signing(over), await issuedPaper(ctx, reportId));
}
