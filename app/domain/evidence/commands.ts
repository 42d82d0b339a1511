import { createHash } from "node:crypto";
import { pathBelow } from "#db/bulk.ts";
import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { newId } from "../id.ts";
import { problem } from "../problem.ts";
import { cleanLine } from "../text.ts";

export type NewFile = {
	/** Unit the file belongs to: the actor's own or one below it. */
	unitId: string;
	/** As the person called it; kept as a label only, never as a path. */
	name: string;
	/** As the bytes say, not as the browser claims. */
	mediaType: string;
	bytes: Uint8Array;
};

/**
 * Keeps a file: first the bytes in the file store, then the row that knows them. Call it before the transaction of what links to
 * the file, never inside one: others would wait for the store. Throws `not_found` for a unit outside the actor's.
 */
export async function keepFile(ctx: Ctx, file: NewFile): Promise<{ id: string }> {
	if (ctx.inTransaction) throw new Error("keepFile inside a transaction");
	const unit = await ctx.db
		.selectFrom("unit")
		.select("id")
		.where("id", "=", file.unitId)
		.where(pathBelow("unit.path", ctx.actor.unitPath))
		.executeTakeFirst();
	if (!unit) throw problem("not_found", {});
	const id = newId();
	const key = `${unit.id}/${id}`;
	const sha256 = createHash("sha256").update(file.bytes).digest("hex");
	await ctx.files.put(key, file.bytes);
	await inTransaction(ctx, async (ctx) => {
		const row = {
			unit_id: unit.id,
			name: labelOf(file.name),
			media_type: file.mediaType,
			bytes: file.bytes.byteLength,
			sha256,
		};
		await ctx.db
			.insertInto("file")
			.values({ id, key, ...row, created_by: ctx.actor.personId, created_at: ctx.now })
			.execute();
		await record(ctx, { unitId: unit.id, event: "file.kept", subject: `file/${id}`, after: row });
	});
	return { id };
}

/**
 * Destroys files that were kept for something that then was refused: the row, then the bytes. One that something links to meanwhile
 * stays, the foreign keys see to it. Throws for those, and `not_found` for another unit's.
 */
export async function dropFiles(ctx: Ctx, ids: readonly string[]): Promise<void> {
	if (ctx.inTransaction) throw new Error("dropFiles inside a transaction");
	for (const id of ids) {
		const key = await inTransaction(ctx, async (ctx) => {
			const gone = await ctx.db
				.deleteFrom("file")
				.where("id", "=", id)
				.where("unit_id", "=", ctx.actor.unitId)
				.returning(["key", "name", "sha256"])
				.executeTakeFirst();
			if (!gone) throw problem("not_found", {});
			const { key, ...before } = gone;
			await record(ctx, { unitId: ctx.actor.unitId, event: "file.dropped", subject: `file/${id}`, before });
			return key;
		});
		await ctx.files.remove(key);
	}
}

/** A name without folders, short enough for every file system; the ending stays. */
function labelOf(name: string): string {
	const bare = cleanLine(name.replace(/^.*[\\/]/, "")) || "tep";
	const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(bare)?.[0] ?? "";
	return [...bare.slice(0, bare.length - ending.length)].slice(0, 120).join("") + ending;
}
