import type { z } from "zod";
import { type Actor, type Ctx, inTransaction } from "#app/domain/ctx.ts";
import {
	type AnswerValue,
	type Definition,
	definition as definitionSchema,
	type Measure,
} from "#app/domain/forms/schema.ts";
import { newId } from "#app/domain/id.ts";
import type { Operation } from "#app/domain/returns/schema.ts";
import { addRecipients } from "#app/domain/tallies/commands.ts";
import { definitionOf } from "#app/domain/templates/queries.ts";
import { searchKey } from "#app/domain/text.ts";
import { actorAt, as, type BuiltUnit, buildSchool, ctxFor, NOW, type World } from "./build.ts";

export type BuiltCampaign = {
	id: string;
	versionId: string;
	definition: Definition;
	/** Return id of each school, in the order given. */
	returns: { returnId: string; school: BuiltUnit; principal: Actor }[];
};

/** A checklist small enough to read: two sections, one mandatory, one knock-out, one shown only with a kitchen, some figures. */
export const smallForm = {
	sections: [
		{
			code: "A",
			title: { vi: "Cơ sở vật chất" },
			items: [
				{ type: "verdict", code: "A.1", text: { vi: "Lan can chắc chắn" }, mandatory: true },
				{ type: "verdict", code: "A.2", text: { vi: "Cửa sổ có chấn song" } },
				{ type: "verdict", code: "A.3", text: { vi: "Có bếp ăn bán trú" } },
				{
					type: "verdict",
					code: "A.4",
					text: { vi: "Bếp một chiều" },
					visibleIf: { op: "eq", left: { op: "answer", item: "A.3" }, right: { op: "const", value: "met" } },
				},
			],
		},
		{
			code: "B",
			title: { vi: "Số liệu" },
			items: [
				{ type: "verdict", code: "B.1", text: { vi: "Trẻ bị bạo hành" }, knockout: true, allowNa: false },
				{ type: "integer", code: "B.2", text: { vi: "Số phòng" }, min: 0, max: 200 },
				{ type: "longtext", code: "B.3", text: { vi: "Kiến nghị" }, required: false },
				{
					type: "computed",
					code: "B.4",
					text: { vi: "Gấp đôi" },
					expression: {
						op: "sum",
						args: [
							{ op: "answer", item: "B.2" },
							{ op: "answer", item: "B.2" },
						],
					},
				},
			],
		},
	],
	rule: { type: "percent", na: "leave_out", atLeast: 80, allMandatory: true },
} satisfies z.input<typeof definitionSchema>;

/** An issued campaign on a form, with its schools (one when none are given) as recipients. Due in a week. */
export async function buildCampaign(
	world: World,
	over: {
		form?: z.input<typeof definitionSchema>;
		/** Issued on a version that stands already: another round of the same form. */
		version?: string;
		schools?: BuiltUnit[];
		opensOn?: string;
		dueOn?: string;
		late?: "refuse" | "mark";
		state?: "issued" | "closed" | "draft";
		title?: string;
	} = {},
): Promise<BuiltCampaign> {
	const schools = over.schools ?? [await buildSchool(world)];
	const { store, office } = world;
	const id = newId();
	const versionId = over.version ?? (await insertVersion(world, definitionSchema.parse(over.form ?? smallForm)));
	const definition = await definitionOf({ db: store.read }, versionId);
	const title = over.title ?? "Rà soát cơ sở vật chất";
	const dueOn = over.dueOn ?? "2026-11-30";
	await store.read
		.insertInto("campaign")
		.values({
			id,
			office_id: office.id,
			title,
			version_id: versionId,
			instruction: "Kiểm tra thực tế từng phòng.",
			file_id: null,
			opens_on: over.opensOn ?? "2026-11-16",
			due_on: dueOn,
			late: over.late ?? "mark",
			state: over.state ?? "issued",
			filter: "{}",
			recipients: schools.length,
			search: searchKey(title),
			issued_at: NOW,
			issued_by: null,
			closed_at: null,
			closed_by: null,
			created_by: newId(),
			created_at: NOW,
			updated_at: NOW,
		})
		.execute();
	const returns = schools.map((school) => ({ returnId: newId(), school, principal: actorAt(school, "principal") }));
	for (const { returnId, school } of returns) await insertRecipient(world, id, returnId, school, dueOn);
	await inTransaction(as(world, office, "officer"), (ctx) =>
		addRecipients(
			ctx,
			id,
			returns.map(({ school }) => ({ schoolId: school.id, path: school.path })),
		),
	);
	return { id, versionId, definition, returns };
}

/** A published version of a template of its own. */
async function insertVersion({ store, office }: World, definition: Definition): Promise<string> {
	const [templateId, versionId] = [newId(), newId()];
	await store.read
		.insertInto("template")
		.values({
			id: templateId,
			office_id: office.id,
			code: `T-${templateId.slice(-6)}`,
			kind: "form",
			title: JSON.stringify({ vi: "Bảng kiểm" }),
			created_at: NOW,
		})
		.execute();
	await store.read
		.insertInto("template_version")
		.values({
			id: versionId,
			template_id: templateId,
			number: 1,
			state: "published",
			definition: JSON.stringify(definition),
			kinds: "[]",
			valid_from: null,
			valid_to: null,
			legal_basis: "[]",
			checked_by: null,
			checked_at: null,
			published_at: NOW,
		})
		.execute();
	return versionId;
}

async function insertRecipient(
	world: World,
	campaignId: string,
	returnId: string,
	school: BuiltUnit,
	dueOn: string,
): Promise<void> {
	const facts = await world.store.read
		.selectFrom("school")
		.selectAll()
		.where("school_id", "=", school.id)
		.executeTakeFirstOrThrow();
	const commune = [...world.communes].find((unit) => school.path.startsWith(unit.path)) ?? world.communes[0];
	await world.store.read
		.insertInto("recipient")
		.values({
			school_id: school.id,
			campaign_id: campaignId,
			return_id: returnId,
			code: school.code,
			name: school.name,
			search: searchKey(`${school.name} ${school.code}`),
			kind: facts.kind,
			ownership: facts.ownership,
			managed_by: facts.managed_by,
			commune_id: commune.id,
			commune: commune.name,
			path: school.path,
			due_on: dueOn,
			extension_reason: "",
			state: "not_started",
			progress: 0,
			opened_at: null,
			first_submitted_at: null,
			submitted_at: null,
			on_time: null,
			reviewed_at: null,
			verdict: null,
			met: null,
			counted: null,
			percent_tenths: null,
			reasons: null,
			open_findings: 0,
		})
		.execute();
}

/** A campaign with one school, and the principal's `ctx`. */
export async function buildReturn(world: World, over: Parameters<typeof buildCampaign>[1] = {}) {
	const campaign = await buildCampaign(world, over);
	const [own] = campaign.returns;
	if (!own) throw new Error("a campaign has a school");
	return {
		campaign,
		...own,
		ctx: ctxFor(world, own.principal),
		at: (now: string) => ctxFor(world, own.principal, now),
	};
}

type Extra = Partial<Pick<Operation, "id" | "base" | "note" | "row" | "at">> & { measure?: Partial<Measure> | null };

/** One answer as a device sends it. */
export function answer(item: string, value: unknown, extra: Extra = {}): Operation {
	const { measure = null, ...rest } = extra;
	return { id: newId(), item, row: "", value, note: "", measure, base: 0, at: NOW, ...rest };
}

/** Everything `smallForm` asks for, so that it can be sent; `over` changes or adds answers. */
export function complete(over: Record<string, AnswerValue> = {}, base = 0): Operation[] {
	const values = { "A.1": "met", "A.2": "met", "A.3": "na", "B.1": "met", "B.2": 12, ...over };
	return Object.entries(values).map(([item, value]) =>
		answer(item, value, { base, note: value === "unmet" ? "Chưa có, sẽ làm" : "" }),
	);
}

/** The officer of the office that issued the campaigns. */
export function officerOf(world: World, name = "Chuyên viên"): Ctx {
	return ctxFor(world, actorAt(world.office, "officer", name));
}
