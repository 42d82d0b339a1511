import { saveDraft } from "#app/domain/campaigns/commands.ts";
import type { CampaignInput } from "#app/domain/campaigns/schema.ts";
import type { Ctx } from "#app/domain/ctx.ts";
import { addDays } from "#app/domain/days.ts";
import { registerDirective } from "#app/domain/directives/commands.ts";
import { readDirective } from "#app/domain/directives/queries.ts";
import type { DirectiveInput } from "#app/domain/directives/schema.ts";
import { newId } from "#app/domain/id.ts";
import { issueCampaign } from "#app/domain/tallies/issue.ts";
import { importTemplate, publishVersion } from "#app/domain/templates/commands.ts";
import type { TemplateDraft } from "#app/domain/templates/schema.ts";
import { as, type BuiltUnit, NOW, type World } from "./build.ts";

let templateNumber = 0;

/** Four criteria, the first mandatory, and a knock-out; *Đạt* from 75 %. */
export function smallForm(over: Partial<TemplateDraft> = {}): TemplateDraft {
	templateNumber += 1;
	const criterion = (code: string, more: object = {}) => ({
		type: "verdict" as const,
		code,
		text: { vi: `Tiêu chí ${code}`, en: `Criterion ${code}` },
		...more,
	});
	return {
		code: `BK-${templateNumber}`,
		title: { vi: "Bảng kiểm thử", en: "Trial checklist" },
		kinds: ["MN"],
		validFrom: null,
		validTo: null,
		legalBasis: [{ text: "Nghị định 80/2017/NĐ-CP, Điều 3", verified: true }],
		definition: {
			sections: [
				{
					code: "A",
					title: { vi: "Cơ sở vật chất", en: "Facilities" },
					items: [criterion("A.1", { mandatory: true }), criterion("A.2"), criterion("A.3"), criterion("A.4")],
				},
				{
					code: "LT",
					title: { vi: "Điều kiện loại trực tiếp" },
					items: [criterion("L.1", { knockout: true, allowNa: false })],
				},
			],
			rule: { type: "percent", na: "leave_out", atLeast: 75, allMandatory: true },
		},
		...over,
	};
}

/** A published template of the office. */
export async function buildTemplate(
	world: World,
	over: Partial<TemplateDraft> = {},
	office: BuiltUnit = world.office,
): Promise<{ templateId: string; versionId: string }> {
	const ctx = as(world, office, "office_admin");
	const made = await importTemplate(ctx, smallForm(over));
	await publishVersion(ctx, made.versionId);
	return made;
}

export function letter(over: Partial<DirectiveInput> = {}): DirectiveInput {
	return {
		number: "566-CV/HU",
		issuedOn: "2026-11-04",
		issuer: "Ban Thường vụ Huyện ủy",
		abstract: "Tăng cường công tác bảo vệ trẻ em",
		signer: "Bí thư",
		receivedOn: "2026-11-05",
		reportDueOn: "2026-12-25",
		tasks: [
			{ number: "4b", title: "Rà soát cơ sở vật chất", detail: "", ours: true },
			{ number: "5", title: "Tuyên truyền", detail: "", ours: false },
		],
		...over,
	};
}

/** A registered letter with task 4b of the sector and task 5 of others. */
export async function buildDirective(
	world: World,
	over: Partial<DirectiveInput> = {},
): Promise<{ id: string; taskIds: string[] }> {
	const ctx = as(world, world.office, "officer");
	const id = await registerDirective(ctx, letter(over));
	const { tasks } = await readDirective(ctx, id);
	return { id, taskIds: tasks.map((task) => task.id) };
}

/** Open today, due in nine days, to every school that the template is for; late returns are marked. */
export function plan(versionId: string, ctx: Ctx, over: Partial<CampaignInput> = {}): CampaignInput {
	return {
		title: "Rà soát cơ sở vật chất",
		versionId,
		filter: {},
		opensOn: ctx.today,
		dueOn: addDays(ctx.today, 9),
		late: "mark",
		...over,
	};
}

export type BuiltCampaign = { id: string; versionId: string; templateId: string };

/** A campaign of the office, issued unless told otherwise: to the schools there are now, so build those first. */
export async function buildCampaign(
	world: World,
	over: Partial<CampaignInput> & { state?: "draft" | "issued"; template?: Partial<TemplateDraft>; now?: string } = {},
): Promise<BuiltCampaign> {
	const { state = "issued", template, now = NOW, ...input } = over;
	const ctx = as(world, world.office, "officer", now);
	const made = await buildTemplate(world, template);
	const id = newId();
	await saveDraft(ctx, id, plan(input.versionId ?? made.versionId, ctx, input));
	if (state === "issued") await issueCampaign(ctx, id);
	return { id, versionId: input.versionId ?? made.versionId, templateId: made.templateId };
}
