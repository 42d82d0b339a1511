import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { as, buildSchool, buildUnit, buildWorld } from "#tests/support/build.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { buildReturn, complete, officerOf } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { moveCampaign } from "../returns/move.ts";
import { reviewReturn } from "../returns/review.ts";
import { submitReturn } from "../returns/submit.ts";
import { createVersion, publishVersion } from "../templates/commands.ts";
import { readVersion } from "../templates/queries.ts";
import { codeFrom, codeText, newCode } from "./slip-code.ts";
import { makeSlipCode, readSlip, verifyCode } from "./slips.ts";

const refused = (code: string) => ({ body: { code } });

describe("codes", () => {
	test("hold all eighty bits, and are read however they are typed", () => {
		const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
		fc.assert(
			fc.property(bytes, fc.constantFrom("-", " ", "", "–", "."), fc.boolean(), (drawn, gap, small) => {
				const code = newCode(drawn);
				const typed = codeText(code).replaceAll("-", gap);
				const muddled = typed.replaceAll("0", "O").replaceAll("1", "l");
				expect(codeFrom(small ? muddled.toLowerCase() : muddled)).toBe(code);
			}),
		);
		fc.assert(
			fc.property(bytes, bytes, (one, other) => {
				const same = Buffer.from(one).equals(Buffer.from(other));
				expect(newCode(one) === newCode(other)).toBe(same);
			}),
		);
		expect(newCode(new Uint8Array(10).fill(255))).toBe("ZZZZZZZZZZZZZZZZ");
	});

	test.each(["", "7K3M", "7K3M-9QXA-2TBD-5W8EE", "7K3M-9QXA-2TBD-5W8U", "'; drop table", "7".repeat(81)])(
		"%j is none",
		(typed) => {
			expect(codeFrom(typed)).toBeNull();
		},
	);
});

onEachEngine("printed returns", (engine) => {
	async function sent() {
		const world = await buildWorld(engine);
		const school = await buildSchool(world, { name: "Trường Mầm non Giao An" });
		const built = await buildReturn(world, { schools: [school] });
		const person = await buildPerson(world, school, "principal", { name: "Trần Thị Mai" });
		const ctx = { ...built.ctx, actor: person.actor };
		await submitReturn(ctx, built.returnId, { round: 1, operations: complete(), deviceAt: null });
		return {
			world,
			school,
			ctx,
			person,
			returnId: built.returnId,
			officer: officerOf(world),
			campaign: built.campaign,
		};
	}
	const anybody = (ctx: Awaited<ReturnType<typeof sent>>["ctx"]) => ({ ...ctx, actor: null });

	test("what was sent is printed by the form it was filled on, though its campaign has moved to the next version", async () => {
		const { world, ctx, officer, returnId, campaign } = await sent();
		const admin = as(world, world.office, "office_admin");
		const { templateId, definition } = await readVersion(admin, campaign.versionId);
		const [first, ...rest] = definition.sections;
		if (!first) throw new Error("the form of the tests has sections");
		const next = await createVersion(admin, templateId, {
			...definition,
			sections: [{ ...first, items: first.items.slice(1) }, ...rest],
		});
		await publishVersion(admin, next);
		await moveCampaign(officer, campaign.id, next);
		for (const slip of [await readSlip(ctx, "school", returnId), await readSlip(officer, "office", returnId)]) {
			expect(slip.definition).toEqual(definition);
			expect(slip.template.number).toBe(1);
		}
	});

	test("a round has one code, whoever prints it first; it says what was sent and nothing else", async () => {
		const { world, ctx, officer, returnId } = await sent();
		expect((await readSlip(ctx, "school", returnId)).code).toBeNull();
		const code = await makeSlipCode(ctx, "school", returnId);
		expect(await makeSlipCode(officer, "office", returnId)).toBe(code);
		expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
		const slip = await readSlip(officer, "office", returnId);
		expect(slip).toMatchObject({ code, round: 1, sentBy: "Trần Thị Mai", school: { name: "Trường Mầm non Giao An" } });
		const row = await world.store.read.selectFrom("submission").selectAll().executeTakeFirstOrThrow();
		expect(await verifyCode(anybody(ctx), codeText(code).toLowerCase(), "192.0.2.1")).toEqual({
			code: codeText(code),
			school: "Trường Mầm non Giao An",
			campaign: "Rà soát cơ sở vật chất",
			sentAt: row.submitted_at,
			verdict: "met",
			sha256: row.sha256,
			intact: true,
			replaced: false,
		});
		const events = await world.store.read
			.selectFrom("audit_event")
			.select("event")
			.where("event", "=", "return.slip_made")
			.execute();
		expect(events).toHaveLength(1);
	});

	test("a newer sending has its own code, and the older says that it is replaced", async () => {
		const { ctx, officer, returnId } = await sent();
		const first = await makeSlipCode(ctx, "school", returnId);
		await reviewReturn(officer, returnId, { round: 1, decision: "sent_back", remark: "Xem lại", items: [] });
		await submitReturn(ctx, returnId, { round: 2, operations: [], deviceAt: null });
		const second = await makeSlipCode(ctx, "school", returnId);
		expect(second).not.toBe(first);
		expect(await verifyCode(anybody(ctx), first, "192.0.2.1")).toMatchObject({ replaced: true, intact: true });
		expect(await verifyCode(anybody(ctx), second, "192.0.2.1")).toMatchObject({ replaced: false });
	});

	test("answers changed behind the system's back are no longer called genuine", async () => {
		const { world, ctx, returnId } = await sent();
		const code = await makeSlipCode(ctx, "school", returnId);
		await world.store.read.updateTable("submission").set({ answers: "{}" }).execute();
		expect(await verifyCode(anybody(ctx), code, "192.0.2.1")).toMatchObject({ intact: false });
	});

	test("a signer whose account is gone keeps the name that the log has", async () => {
		const { world, ctx, officer, person, returnId } = await sent();
		await world.store.read.updateTable("submission").set({ submitted_by: "gone" }).execute();
		expect((await readSlip(officer, "office", returnId)).sentBy).toBe(person.actor.name);
		await makeSlipCode(ctx, "school", returnId);
	});

	test("teachers, readers, other schools, other offices and returns that were never sent have no print", async () => {
		const { world, ctx, school, officer, returnId } = await sent();
		const other = await buildUnit(world.store, {
			level: "phong",
			code: "36366",
			name: "Phòng",
			parent: world.province,
		});
		const unsent = await buildReturn(world);
		for (const act of [makeSlipCode, readSlip]) {
			await expect(act(as(world, school, "teacher"), "school", returnId)).rejects.toMatchObject(refused("forbidden"));
			await expect(act(as(world, world.office, "reader"), "office", returnId)).rejects.toMatchObject(
				refused("forbidden"),
			);
			await expect(act(ctx, "office", returnId)).rejects.toMatchObject(refused("forbidden"));
			await expect(act(unsent.ctx, "school", returnId)).rejects.toMatchObject(refused("not_found"));
			await expect(act(as(world, other, "officer"), "office", returnId)).rejects.toMatchObject(refused("not_found"));
			await expect(act(unsent.ctx, "school", unsent.returnId)).rejects.toMatchObject(refused("not_found"));
			await expect(act(officer, "office", "rubbish")).rejects.toMatchObject(refused("not_found"));
		}
	});

	test("codes that nobody has are counted by address; right ones never are", async () => {
		const { ctx, returnId } = await sent();
		const code = await makeSlipCode(ctx, "school", returnId);
		const guess = (address: string) => verifyCode(anybody(ctx), "0000-0000-0000-0000", address);
		for (let at = 0; at < 30; at++)
			await expect(guess("192.0.2.9")).rejects.toMatchObject(refused("slip_code_unknown"));
		await expect(guess("192.0.2.9")).rejects.toMatchObject(refused("too_many_attempts"));
		expect(await verifyCode(anybody(ctx), code, "192.0.2.9")).toMatchObject({ intact: true });
		await expect(guess("192.0.2.10")).rejects.toMatchObject(refused("slip_code_unknown"));
	});
});
