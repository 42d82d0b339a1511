import { pathBelow } from "#db/bulk.ts";
import type { Ctx } from "../ctx.ts";
import { isId } from "../id.ts";
import { demand, officeRoles } from "../people/policy.ts";
import { problem } from "../problem.ts";

export type KeptFile = { id: string; name: string; mediaType: string; bytes: Uint8Array };

/**
 * A file with its bytes. An office reads what belongs to its unit and the units below; a school what belongs to itself and
 * what is attached to a campaign that it received. Needs `files.read`: minutes and letters are nothing for the readers above an office.
 * Throws `not_found` for whoever is a stranger to it.
 */
export async function readFile(ctx: Ctx, id: string | undefined): Promise<KeptFile> {
	demand(ctx.actor, "files.read");
	if (!isId(id)) throw problem("not_found", {});
	const all = ctx.db
		.selectFrom("file")
		.innerJoin("unit", "unit.id", "file.unit_id")
		.select(["file.id", "file.key", "file.name", "file.media_type"])
		.where("file.id", "=", id);
	const mine = officeRoles.includes(ctx.actor.role)
		? all.where(pathBelow("unit.path", ctx.actor.unitPath))
		: all.where((eb) =>
				eb.or([
					eb("file.unit_id", "=", ctx.actor.unitId),
					eb.exists(
						eb
							.selectFrom("recipient")
							.innerJoin("campaign", "campaign.id", "recipient.campaign_id")
							.select("recipient.campaign_id")
							.where("recipient.school_id", "=", ctx.actor.unitId)
							.where("campaign.state", "in", ["issued", "closed"])
							.whereRef("campaign.file_id", "=", "file.id"),
					),
				]),
			);
	const row = await mine.executeTakeFirst();
	if (!row) throw problem("not_found", {});
	return { id: row.id, name: row.name, mediaType: row.media_type, bytes: await ctx.files.get(row.key) };
}
