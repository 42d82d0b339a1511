import type { Ctx } from "../ctx.ts";
import { problem } from "../problem.ts";

/** Fingerprints of the office's own kept files, by kind. Throws not_found for those of others. */
export async function hashesOf<Kind extends string>(
	ctx: Ctx,
	files: Readonly<Record<Kind, string>>,
): Promise<Record<`${Kind}_sha256`, string>> {
	const kinds = Object.keys(files) as Kind[];
	const ids = kinds.map((kind) => files[kind]);
	const rows = await ctx.db
		.selectFrom("file")
		.select(["id", "sha256"])
		.where("id", "in", ids)
		.where("unit_id", "=", ctx.actor.unitId)
		.execute();
	const hashes = kinds.map((kind) => {
		const found = rows.find(({ id }) => id === files[kind]);
		if (!found) throw problem("not_found", {});
		return [`${kind}_sha256`, found.sha256] as const;
	});
	return Object.fromEntries(hashes) as Record<`${Kind}_sha256`, string>;
}

/** Bytes of a kept file, for whoever may have it: the caller has read what links to it in the actor's scope. */
export async function bytesOf(ctx: Ctx, fileId: string): Promise<Uint8Array> {
	const { key } = await ctx.db.selectFrom("file").select("key").where("id", "=", fileId).executeTakeFirstOrThrow();
	return ctx.files.get(key);
}
