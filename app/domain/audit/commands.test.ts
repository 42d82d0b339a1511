import { expect, test } from "vitest";
import { as, buildWorld } from "#tests/support/build.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { inTransaction } from "../ctx.ts";
import { record } from "./commands.ts";

onEachEngine("audit", (engine) => {
	test("entries of a unit form one chain, whoever writes at the same time", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "officer");
		const write = (n: number) =>
			inTransaction(ctx, (ctx) => record(ctx, { unitId: world.office.id, event: "test.done", subject: `n/${n}` }));
		await Promise.all([1, 2, 3, 4, 5].map(write));
		const links = await world.store.read.selectFrom("audit_event").selectAll().orderBy("seq").execute();
		expect(links.map((link) => link.seq)).toEqual([1, 2, 3, 4, 5]);
		for (const [i, link] of links.entries()) expect(link.prev_hash).toBe(i === 0 ? "" : links[i - 1]?.hash);
	});

	test("an entry outside a transaction is a bug", async () => {
		const world = await buildWorld(engine);
		await expect(
			record(as(world, world.office, "officer"), { unitId: world.office.id, event: "x.y", subject: "z" }),
		).rejects.toThrow("outside a transaction");
	});
});
