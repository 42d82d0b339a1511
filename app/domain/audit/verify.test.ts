import { sql } from "kysely";
import { expect, test } from "vitest";
import { as, buildWorld, type World } from "#tests/support/build.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { inTransaction } from "../ctx.ts";
import { linkHash, record } from "./commands.ts";
import { verifyChains } from "./verify.ts";

/** Two chains, of six and three entries. */
async function chained(world: World): Promise<void> {
	const ctx = as(world, world.office, "officer");
	const write = (unitId: string, n: number) =>
		inTransaction(ctx, (ctx) =>
			record(ctx, { unitId, event: "test.done", subject: `n/${n}`, after: { name: `Trường số ${n}` } }),
		);
	for (const n of [1, 2, 3, 4, 5, 6]) await write(world.office.id, n);
	for (const n of [1, 2, 3]) await write(world.communes[0].id, n);
}

const tamper: [string, string, (world: World) => Promise<unknown>][] = [
	["a changed value", "changed 3", (w) => update(w, 3, { after: '{"name":"khác"}' })],
	["a changed person", "changed 2", (w) => update(w, 2, { actor_name: "somebody else" })],
	["a changed time", "changed 6", (w) => update(w, 6, { at: "2020-01-01T00:00:00.000Z" })],
	["a changed row with its hash made anew", "out_of_order 4", (w) => forge(w, 3)],
	["a changed last row with its hash made anew", "changed 6", (w) => forge(w, 6)],
	["a removed first row", "missing 2", (w) => remove(w, [1])],
	["a removed row in the middle", "missing 5", (w) => remove(w, [4])],
	["removed rows at the end", "cut 6", (w) => remove(w, [5, 6])],
	["all rows of a chain removed", "cut 6", (w) => remove(w, [1, 2, 3, 4, 5, 6])],
	["a row added at the end", "beyond 6", (w) => append(w)],
	["two rows that changed places", "changed 2", (w) => swap(w, 2, 3)],
	["a row removed and the others moved up", "changed 4", (w) => closeGap(w, 4)],
	[
		"a removed head",
		"no_head 6",
		(w) => w.store.read.deleteFrom("audit_head").where("unit_id", "=", w.office.id).execute(),
	],
	["a head set back", "beyond 5", (w) => setBack(w)],
];

onEachEngine("verifying chains", (engine) => {
	test("whole chains are whole, however few rows are read at a time", async () => {
		const world = await buildWorld(engine);
		await chained(world);
		for (const page of [1, 2, 3, 1_000]) {
			expect(await verifyChains(world.store.read, page)).toEqual({ chains: 2, links: 9, breaks: [] });
		}
	});

	test.each(tamper)("finds %s", async (_what, expected, change) => {
		const world = await buildWorld(engine);
		await chained(world);
		await change(world);
		for (const page of [2, 1_000]) {
			const { breaks } = await verifyChains(world.store.read, page);
			expect(breaks.map(({ unitId, kind, seq }) => [unitId, `${kind} ${seq}`])).toEqual([[world.office.id, expected]]);
		}
	});
});

function update(world: World, seq: number, values: object): Promise<unknown> {
	return world.store.read
		.updateTable("audit_event")
		.set(values)
		.where("unit_id", "=", world.office.id)
		.where("seq", "=", seq)
		.execute();
}

function remove(world: World, seqs: number[]): Promise<unknown> {
	return world.store.read
		.deleteFrom("audit_event")
		.where("unit_id", "=", world.office.id)
		.where("seq", "in", seqs)
		.execute();
}

function row(world: World, seq: number) {
	return world.store.read
		.selectFrom("audit_event")
		.selectAll()
		.where("unit_id", "=", world.office.id)
		.where("seq", "=", seq)
		.executeTakeFirstOrThrow();
}

async function forge(world: World, seq: number): Promise<void> {
	const changed = { ...(await row(world, seq)), subject: "n/other" };
	await update(world, seq, { subject: changed.subject, hash: linkHash(changed) });
}

async function append(world: World): Promise<void> {
	const last = await row(world, 6);
	const added = { ...last, seq: 7, prev_hash: last.hash };
	await world.store.read
		.insertInto("audit_event")
		.values({ ...added, hash: linkHash(added) })
		.execute();
}

async function swap(world: World, one: number, other: number): Promise<void> {
	await update(world, one, { seq: 100 });
	await update(world, other, { seq: one });
	await update(world, 100, { seq: other });
}

async function closeGap(world: World, seq: number): Promise<void> {
	await remove(world, [seq]);
	for (const later of [seq + 1, seq + 2]) await update(world, later, { seq: later - 1 });
	await sql`update audit_head set seq = 5 where unit_id = ${world.office.id}`.execute(world.store.read);
}

async function setBack(world: World): Promise<void> {
	const { hash } = await row(world, 5);
	await world.store.read
		.updateTable("audit_head")
		.set({ seq: 5, hash })
		.where("unit_id", "=", world.office.id)
		.execute();
}
