/** A letter with a report on it whose annexes have a line for every school: what the generated province lacks, written in bulk. */
import { createHash } from "node:crypto";
import type { Ctx } from "#app/domain/ctx.ts";
import { dayOf } from "#app/domain/days.ts";
import { registerDirective } from "#app/domain/directives/commands.ts";
import { readDirective } from "#app/domain/directives/queries.ts";
import { figuresOf } from "#app/domain/forms/figures.ts";
import { type Definition, definition, type SchoolFacts } from "#app/domain/forms/schema.ts";
import { verdict } from "#app/domain/forms/verdict.ts";
import { newId } from "#app/domain/id.ts";
import { saveBlock } from "#app/domain/papers/blocks.ts";
import { checkReport, draftReport } from "#app/domain/papers/commands.ts";
import { loadReport } from "#app/domain/papers/versions.ts";
import { frozen } from "#app/domain/returns/rules.ts";
import { type BulkColumn, insertRows } from "#db/bulk.ts";
import { cameraStatus } from "#db/seed/library/camera.ts";
import { cameraAnswers } from "../seed/camera-answers.ts";
import { provinceFacts, provinceForm } from "../seed/province-form.ts";
import type { Site } from "./site.ts";

/** Adds campaigns on cameras and on the code of conduct to the returned checklist, and checks a report on all three. Gives its id. */
export async function checkedReport(site: Site): Promise<string> {
	const ctx = officerOf(site);
	const task = await letterTask(ctx);
	const { campaignId } = site.province;
	const cameras = await copiedCampaign(ctx, campaignId, {
		code: "BK-CAMERA",
		form: definition.parse(cameraStatus.definition),
	});
	await copyRecipients(ctx, campaignId, cameras.id);
	await sendCameras(ctx, cameras);
	const conduct = await copiedCampaign(ctx, campaignId, { code: "QTUX", form: provinceForm(1), kind: "conduct" });
	await copyRecipients(ctx, campaignId, conduct.id);
	await publishCodes(ctx, conduct);
	for (const campaign_id of [campaignId, cameras.id, conduct.id])
		await ctx.db.insertInto("campaign_task").values({ campaign_id, task_id: task.id }).execute();
	const year = ctx.today.slice(0, 4);
	const period = { periodFrom: `${year}-01-01`, periodTo: `${year}-12-31` };
	const id = await draftReport(ctx, { directiveId: task.directiveId, ...period });
	const { content } = await loadReport(ctx, id);
	for (const { id: blockId } of content.blocks.filter(({ text }) => text === ""))
		await saveBlock(ctx, id, { blockId, base: 0, text: "Do người soạn viết." });
	await checkReport(ctx, id);
	return id;
}

const preschool: SchoolFacts = { ...provinceFacts, kind: "MN", ownership: "public" };

function officerOf({ store, province }: Site): Ctx {
	const now = new Date().toISOString();
	const nowhere = () => Promise.reject(new Error("the report is written by the server"));
	return {
		...{ db: store.read, engine: store.engine, store, now, today: dayOf(now), locale: "vi", inTransaction: false },
		files: { put: nowhere, get: nowhere, remove: nowhere },
		actor: {
			personId: province.officerId,
			membershipId: province.officerMembershipId,
			name: "Chuyên viên Sở mẫu",
			username: "chuyenvien.mau",
			role: "officer",
			unitId: province.office.id,
			unitName: province.office.name,
			unitPath: province.office.path,
		},
	};
}

async function letterTask(ctx: Ctx): Promise<{ id: string; directiveId: string }> {
	const directiveId = await registerDirective(ctx, {
		number: "1-CV/TU",
		issuedOn: ctx.today,
		issuer: "Ban Thường vụ Tỉnh ủy",
		abstract: "Tăng cường bảo đảm an toàn trường học",
		signer: "",
		receivedOn: "",
		reportDueOn: "",
		tasks: [{ number: "1", title: "Rà soát trường học", detail: "", ours: true }],
	});
	const [task] = (await readDirective(ctx, directiveId)).tasks;
	if (!task) throw new Error("a letter with a task");
	return { id: task.id, directiveId };
}

type Copied = { id: string; versionId: string; templateId: string; form: Definition };

async function copiedCampaign(
	ctx: Ctx,
	like: string,
	{ code, form, kind = "form" }: { code: string; form: Definition; kind?: "form" | "conduct" },
): Promise<Copied> {
	const [id, templateId, versionId] = [newId(), newId(), newId()];
	const row = await ctx.db.selectFrom("campaign").selectAll().where("id", "=", like).executeTakeFirstOrThrow();
	const version = await ctx.db
		.selectFrom("template_version")
		.selectAll()
		.where("id", "=", row.version_id)
		.executeTakeFirstOrThrow();
	const title = `Đợt ${code}`;
	await ctx.store.transaction(async (db) => {
		const template = { id: templateId, office_id: row.office_id, code, kind, created_at: ctx.now };
		await db
			.insertInto("template")
			.values({ ...template, title: JSON.stringify({ vi: title }) })
			.execute();
		await db
			.insertInto("template_version")
			.values({ ...version, id: versionId, template_id: templateId, definition: JSON.stringify(form) })
			.execute();
		await db
			.insertInto("campaign")
			.values({ ...row, id, title, version_id: versionId })
			.execute();
	});
	return { id, versionId, templateId, form };
}

const named = (type: BulkColumn["type"], names: string) => names.split(" ").map((name): BulkColumn => ({ name, type }));

/** The same schools are asked again, and their returns bear ids of their own. */
async function copyRecipients(ctx: Ctx, from: string, to: string): Promise<void> {
	const rows = await ctx.db.selectFrom("recipient").selectAll().where("campaign_id", "=", from).execute();
	const columns = [
		...named("text", "school_id campaign_id return_id code name search kind ownership managed_by commune_id commune"),
		...named("text", "path due_on extension_reason state opened_at first_submitted_at submitted_at"),
		...named("integer", "progress on_time open_findings"),
	];
	const copies = rows.map((row) => ({ ...row, campaign_id: to, return_id: newId(), open_findings: 0 }));
	await ctx.store.transaction((db) => insertRows(db, ctx.engine, "recipient", columns, copies));
}

/** Each school counts its cameras, in as many different ways as there are. */
async function sendCameras(ctx: Ctx, { id, versionId, form }: Copied): Promise<void> {
	const ways = Array.from({ length: 64 }, (_, at) => {
		const answers = cameraAnswers({ school: preschool, key: `bench/${at}`, days: [ctx.today] });
		const sent = frozen(form, answers, preschool);
		const text = JSON.stringify(sent);
		return {
			answers: text,
			verdict: JSON.stringify(verdict(form, sent, preschool)),
			figures: JSON.stringify(figuresOf(form, sent, preschool)),
			sha256: createHash("sha256").update(text).digest("hex"),
		};
	});
	const recipients = await ctx.db
		.selectFrom("recipient")
		.select(["school_id", "return_id", "submitted_at"])
		.where("campaign_id", "=", id)
		.execute();
	const rows = recipients.map(({ school_id, return_id, submitted_at }, at) => ({
		...{ school_id, return_id, id: return_id, campaign_id: id, version_id: versionId, state: "submitted" },
		...{ revision: 1, round: 1, on_time: 1, submitted_by: ctx.actor.personId },
		...{ submitted_at, opened_at: submitted_at, updated_at: submitted_at },
		...ways[at % ways.length],
	}));
	const returns = [
		...named("text", "school_id id campaign_id version_id state opened_at updated_at"),
		...named("integer", "revision round"),
	];
	const submissions = [
		...named("text", "school_id return_id campaign_id answers verdict figures sha256 submitted_by submitted_at"),
		...named("integer", "round on_time"),
	];
	await ctx.store.transaction(async (db) => {
		await insertRows(db, ctx.engine, "return", returns, rows);
		await insertRows(db, ctx.engine, "submission", submissions, rows);
	});
}

/** Every school has decided on its code and put it on its board. */
async function publishCodes(ctx: Ctx, { id, versionId, templateId }: Copied): Promise<void> {
	const schools = await ctx.db.selectFrom("recipient").select("school_id").where("campaign_id", "=", id).execute();
	const rows = schools.map(({ school_id }, at) => ({
		...{ school_id, id: newId(), number: 1, template_version_id: versionId, template_id: templateId },
		...{ state: "published", content: "{}", revision: 1, sha256: "0".repeat(64), modules: " ", groups: " " },
		...{ material: 1, covers_from: 1, change_note: "", decision_number: `${at + 1}/QĐ`, decided_on: ctx.today },
		...{ published_on: ctx.today, effective_on: ctx.today, on_web: "", on_board: 1, in_classrooms: 0 },
		...{ created_by: ctx.actor.personId, created_at: ctx.now, updated_at: ctx.now },
	}));
	const columns = [
		...named("text", "school_id id template_version_id template_id state content sha256 modules groups change_note"),
		...named("text", "decision_number decided_on published_on effective_on on_web created_by created_at updated_at"),
		...named("integer", "number revision material covers_from on_board in_classrooms"),
	];
	await ctx.store.transaction((db) => insertRows(db, ctx.engine, "conduct_version", columns, rows));
}
