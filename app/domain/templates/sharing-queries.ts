import type { Ctx } from "../ctx.ts";
import type { Words } from "../forms/expression-schema.ts";
import { demand } from "../people/policy.ts";
import { unitsOnPath } from "./rules.ts";

/** A template that an office above offers, and what the actor's office has made of it. */
export type SharedTemplate = {
	templateId: string;
	code: string;
	title: Words;
	kind: "form" | "conduct";
	office: string;
	note: string;
	offeredAt: string;
	newest: { id: string; number: number };
	/** Null: neither followed nor copied. */
	follow: { seen: { id: string; number: number }; copyId: string | null } | null;
};

/** What offices above offer, by code; those of which something is new first. Needs `templates.read`. */
export async function listShared(ctx: Ctx): Promise<SharedTemplate[]> {
	demand(ctx.actor, "templates.read");
	const above = unitsOnPath(ctx.actor.unitPath).filter((id) => id !== ctx.actor.unitId);
	if (above.length === 0) return [];
	const rows = await ctx.db
		.selectFrom("template_offer")
		.innerJoin("template", "template.id", "template_offer.template_id")
		.innerJoin("unit as office", "office.id", "template.office_id")
		.innerJoin("template_version as newest", (join) =>
			join.onRef("newest.template_id", "=", "template.id").on("newest.state", "=", "published"),
		)
		.leftJoin("template_follow as follow", (join) =>
			join.onRef("follow.template_id", "=", "template.id").on("follow.office_id", "=", ctx.actor.unitId),
		)
		.leftJoin("template_version as seen", "seen.id", "follow.seen_version_id")
		.select([
			"template.id",
			"template.code",
			"template.title",
			"template.kind",
			"office.name as office",
			"template_offer.note",
			"template_offer.offered_at",
			"newest.id as newest_id",
			"newest.number as newest_number",
			"seen.id as seen_id",
			"seen.number as seen_number",
			"follow.copy_id",
		])
		.where("template.office_id", "in", above)
		.orderBy("template.code")
		.execute();
	const lines = rows.map(
		(row): SharedTemplate => ({
			templateId: row.id,
			code: row.code,
			title: JSON.parse(row.title) as Words,
			kind: row.kind,
			office: row.office,
			note: row.note,
			offeredAt: row.offered_at,
			newest: { id: row.newest_id, number: row.newest_number },
			follow:
				row.seen_id === null
					? null
					: { seen: { id: row.seen_id, number: row.seen_number ?? 0 }, copyId: row.copy_id ?? null },
		}),
	);
	return [...lines.filter(hasNews), ...lines.filter((line) => !hasNews(line))];
}

/** Whether the superior has published something that the office has not taken over. */
export function hasNews({ follow, newest }: Pick<SharedTemplate, "follow" | "newest">): boolean {
	return follow !== null && follow.seen.id !== newest.id;
}

/** The offer of one's own template; null while it is offered to nobody. Needs `templates.read`. */
export async function readOffer(
	ctx: Ctx,
	templateId: string,
): Promise<{ note: string; offeredAt: string; followers: string[] } | null> {
	demand(ctx.actor, "templates.read");
	const offer = await ctx.db
		.selectFrom("template_offer")
		.innerJoin("template", "template.id", "template_id")
		.select(["note", "offered_at"])
		.where("template_id", "=", templateId)
		.where("office_id", "=", ctx.actor.unitId)
		.executeTakeFirst();
	if (!offer) return null;
	const followers = await ctx.db
		.selectFrom("template_follow")
		.innerJoin("unit", "unit.id", "office_id")
		.select("unit.name")
		.where("template_id", "=", templateId)
		.orderBy("unit.search")
		.execute();
	return { note: offer.note, offeredAt: offer.offered_at, followers: followers.map(({ name }) => name) };
}
