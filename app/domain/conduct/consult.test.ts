import { expect, test } from "vitest";
import { as, buildSchool, buildWorld, type World } from "#tests/support/build.ts";
import { adopt, amend, consulting, issueConduct } from "#tests/support/build-conduct.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import type { AnonymousCtx } from "../ctx.ts";
import { newId } from "../id.ts";
import { beginDraft, saveClause } from "./adapt.ts";
import { closeConsultation, openConsultation } from "./consult.ts";
import { countMeeting, makeLinks, newLinkSeed } from "./hearings.ts";
import { codeInConsultation, readByLink } from "./own-queries.ts";
import { readConsultation } from "./queries.ts";
import type { VoiceGroup } from "./schema.ts";
import { loadVersion } from "./versions.ts";
import { giveVoice, voiceByLink } from "./voices.ts";

const refused = (code: string, details?: object) =>
	expect.objectContaining({ body: { code, details: details ?? expect.anything() } });
const yes = { agrees: true };
const no = { agrees: false };

const anybody = (world: World, now?: string): AnonymousCtx => ({
	...as(world, world.office, "reader", now),
	actor: null,
});

onEachEngine("consulting on the code", (engine) => {
	test("opening freezes the text with its fingerprint; opening again is the same round", async () => {
		const world = await buildWorld(engine);
		const { principal, id } = await consulting(world);
		const version = await loadVersion(principal, id);
		expect(version).toMatchObject({ state: "consulting", material: 1, covers_from: 1, outdated_from: null });
		expect(version.sha256).toMatch(/^[0-9a-f]{64}$/);
		expect([version.modules, version.groups]).toEqual([
			" TC QL-NV GV03-HS NV-HS CM-NT K-NT ",
			" everyone managers teachers staff parents visitors ",
		]);
		const opening = { closesOn: "2026-11-30", groups: [{ group: "staff" as const }] };
		const rounds = await Promise.all([1, 2, 3].map(() => openConsultation(principal, id, opening)));
		expect(new Set(rounds).size).toBe(1);
		expect(await readConsultation(principal, id)).toMatchObject({ id: rounds[0], round: 1, voices: 0, percent: null });
	});

	test("pupils are asked only where they are a group; the last day is not in the past; something is left to read", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		const primary = await buildSchool(world, { kind: "TH" });
		await issueConduct(world);
		const ctx = as(world, school, "principal");
		const id = await beginDraft(ctx);
		const open = (closesOn: string, group: VoiceGroup) => openConsultation(ctx, id, { closesOn, groups: [{ group }] });
		await expect(open("2026-11-30", "pupils")).rejects.toEqual(refused("consultation_group", { group: "pupils" }));
		await expect(open("2026-11-22", "staff")).rejects.toEqual(refused("consultation_ends_past"));
		const theirs = as(world, primary, "principal");
		const opening = { closesOn: "2026-11-23", groups: [{ group: "pupils" as const, people: 300 }] };
		await openConsultation(theirs, await beginDraft(theirs), opening);
		const { content } = await loadVersion(ctx, id);
		const emptied = JSON.stringify({ ...content, modules: [] });
		await world.store.read.updateTable("conduct_version").set({ content: emptied }).where("id", "=", id).execute();
		await expect(open("2026-11-30", "staff")).rejects.toEqual(refused("conduct_empty"));
	});

	test("members of the school are heard by account, once", async () => {
		const world = await buildWorld(engine);
		const { school, principal, id } = await consulting(world);
		const teacher = as(world, school, "teacher");
		expect(await codeInConsultation(teacher)).toMatchObject({ versionId: id, state: "open", group: "staff" });
		await giveVoice(teacher, id, { ...yes, comment: "Đồng ý.", remarks: [{ code: "TC.1", remark: "Rõ ràng." }] });
		await expect(giveVoice(teacher, id, no)).rejects.toEqual(refused("voice_given"));
		const clicks = await Promise.allSettled([1, 2, 3, 4].map(() => giveVoice(principal, id, no)));
		expect(clicks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		expect(await codeInConsultation(teacher)).toMatchObject({ state: "given" });
		const page = await readConsultation(principal, id);
		expect(page).toMatchObject({ voices: 2, agreed: 1, percent: 50 });
		expect(page?.comments).toEqual([
			{ group: "staff", agrees: true, comment: "Đồng ý.", remarks: [{ code: "TC.1", remark: "Rõ ràng." }] },
		]);
		expect(JSON.stringify(page)).not.toContain(teacher.actor.personId);
		const audit = await world.store.read
			.selectFrom("audit_event")
			.select("after")
			.where("event", "=", "conduct.voice_given")
			.execute();
		expect(audit.map(({ after }) => after)).toEqual([`{"group":"staff"}`, `{"group":"staff"}`]);
	});

	test("forty readers are heard by link without an account, each link once, from one hall", async () => {
		const world = await buildWorld(engine);
		const { principal, id, links } = await consulting(world);
		const made = await links(40);
		await Promise.all(
			made.map(({ token }, index) =>
				voiceByLink(anybody(world), token, { agrees: index % 4 !== 0, comment: "" }, "203.0.113.7"),
			),
		);
		expect(await readConsultation(principal, id)).toMatchObject({
			voices: 40,
			agreed: 30,
			percent: 75,
			groups: [
				{ group: "staff", voices: 0, links: 0 },
				{ group: "parents", voices: 40, agreed: 30, takingPart: null, links: 40, linksUsed: 40 },
			],
		});
	});

	test("a link used fifty times at once is one voice; repeated use is told so and changes nothing", async () => {
		const world = await buildWorld(engine);
		const { principal, id, link } = await consulting(world);
		const token = await link();
		const uses = await Promise.allSettled(
			Array.from({ length: 50 }, (_, index) =>
				voiceByLink(anybody(world), token, { agrees: index % 2 === 0 }, `198.51.100.${index}`),
			),
		);
		const failed = uses.flatMap((use) => (use.status === "rejected" ? [use.reason.body.code] : []));
		expect(failed).toEqual(Array(49).fill("link_used"));
		const before = await readConsultation(principal, id);
		expect(before).toMatchObject({ voices: 1 });
		await expect(voiceByLink(anybody(world), token, no, "192.0.2.1")).rejects.toEqual(
			refused("link_used", { at: "2026-11-23T03:00:00.000Z" }),
		);
		expect(await readConsultation(principal, id)).toEqual(before);
		expect(await readByLink(anybody(world), token, "192.0.2.1")).toMatchObject({ state: "given" });
	});

	test("a stranger at one address is stopped after thirty wrong attempts, at once or one by one", async () => {
		const world = await buildWorld(engine);
		const { link } = await consulting(world);
		const token = await link();
		await voiceByLink(anybody(world), token, yes, "203.0.113.9");
		const uses = await Promise.allSettled(
			Array.from({ length: 50 }, () => voiceByLink(anybody(world), token, no, "203.0.113.9")),
		);
		const codes = uses.map((use) => (use.status === "rejected" ? use.reason.body.code : "heard"));
		expect(codes.filter((code) => code === "link_used")).toHaveLength(30);
		expect(codes.filter((code) => code === "too_many_attempts")).toHaveLength(20);
		await expect(readByLink(anybody(world), "guessed", "203.0.113.9")).rejects.toEqual(refused("too_many_attempts"));
		await expect(readByLink(anybody(world), "guessed", "203.0.113.10")).rejects.toEqual(refused("link_unknown"));
		await expect(voiceByLink(anybody(world), "guessed", yes, "203.0.113.10")).rejects.toEqual(refused("link_unknown"));
		// Who holds a good link from elsewhere is not kept out.
		await voiceByLink(anybody(world), await link(), yes, "203.0.113.10");
	});

	test("only hashes of tokens are kept, and a form posted twice answers with the same links", async () => {
		const world = await buildWorld(engine);
		const { principal, id } = await consulting(world);
		const form = { seed: newLinkSeed(), group: "parents" as const, label: "Lớp Lá 2", count: 5 };
		const [first, second] = await Promise.all([makeLinks(principal, id, form), makeLinks(principal, id, form)]);
		const tokens = first.map(({ token }) => token);
		expect(second.map(({ token }) => token)).toEqual(tokens);
		expect(new Set(tokens).size).toBe(5);
		expect(tokens.every((token) => /^[A-Za-z0-9_-]{22}$/.test(token))).toBe(true);
		const rows = await world.store.read.selectFrom("consultation_link").selectAll().execute();
		expect(rows).toHaveLength(5);
		const everything = JSON.stringify([rows, await world.store.read.selectFrom("audit_event").selectAll().execute()]);
		expect(tokens.filter((token) => everything.includes(token))).toEqual([]);
		await expect(makeLinks(principal, id, { ...form, group: "pupils" })).rejects.toEqual(
			refused("consultation_group", { group: "pupils" }),
		);
	});

	test("voices counted at a meeting go with the others; the same meeting again corrects it", async () => {
		const world = await buildWorld(engine);
		const { school, principal, id } = await consulting(world);
		const meeting = { id: newId(), group: "parents" as const, heldOn: "2026-11-23", present: 30, agreed: 10 };
		await Promise.all([countMeeting(principal, id, meeting), countMeeting(principal, id, meeting)]);
		await countMeeting(principal, id, { ...meeting, agreed: 25 });
		await giveVoice(as(world, school, "teacher"), id, no);
		expect(await readConsultation(principal, id)).toMatchObject({ voices: 31, agreed: 25, percent: 80 });
		await expect(countMeeting(principal, id, { ...meeting, id: newId(), heldOn: "2026-11-22" })).rejects.toEqual(
			refused("meeting_day", { from: "2026-11-23", to: "2026-11-23" }),
		);
		await expect(countMeeting(principal, id, { ...meeting, heldOn: "2026-11-24" })).rejects.toEqual(
			refused("meeting_day"),
		);
		await expect(countMeeting(principal, id, { ...meeting, agreed: 31 })).rejects.toThrow();
		await expect(countMeeting(principal, id, { ...meeting, fileId: newId() })).rejects.toEqual(refused("not_found"));
	});

	test("a majority leads on; at half the code is a draft again and nothing is lost", async () => {
		const world = await buildWorld(engine);
		const { school, principal, id } = await consulting(world);
		const [one, other] = [as(world, school, "teacher"), as(world, school, "teacher")];
		await giveVoice(one, id, { ...yes, comment: "Được." });
		await giveVoice(other, id, { ...no, comment: "Chưa được." });
		const closed = await closeConsultation(principal, id);
		expect(closed).toEqual({ result: "no_majority", voices: 2, agreed: 1, percent: 50 });
		expect(await closeConsultation(principal, id)).toEqual(closed);
		const version = await loadVersion(principal, id);
		expect(version).toMatchObject({ state: "draft", sha256: null });
		const page = await readConsultation(principal, id);
		expect(page).toMatchObject({ round: 1, result: "no_majority", voices: 2 });
		expect(page?.comments).toHaveLength(2);
		await saveClause(principal, id, { code: "NV-HS.1", base: 0, status: "reworded", text: "Tận tình." });
		await adopt(principal, "consulting");
		await giveVoice(one, id, yes);
		await giveVoice(other, id, yes);
		expect(await closeConsultation(principal, id)).toMatchObject({ result: "majority", voices: 2, percent: 100 });
		expect(await readConsultation(principal, id)).toMatchObject({ round: 2 });
		expect((await loadVersion(principal, id)).state).toBe("consulted");
		expect(await closeConsultation(principal, id)).toMatchObject({ result: "majority" });
	});

	test("nobody heard is no majority; few taking part is shown, not refused", async () => {
		const world = await buildWorld(engine);
		const silent = await consulting(world);
		expect(await closeConsultation(silent.principal, silent.id)).toEqual({
			result: "no_majority",
			voices: 0,
			agreed: 0,
			percent: null,
		});
		const school = await buildSchool(world);
		await issueConduct(world);
		const principal = as(world, school, "principal");
		const opening = { closesOn: "2026-11-30", groups: [{ group: "staff" as const, people: 40 }] };
		const id = await adopt(principal, "consulting", { opening });
		await giveVoice(principal, id, yes);
		expect(await closeConsultation(principal, id)).toMatchObject({ result: "majority" });
		expect((await readConsultation(principal, id))?.groups).toMatchObject([{ people: 40, takingPart: 2 }]);
	});

	test("no voice counts after the last day or after closing, also of those given at the same moment", async () => {
		const world = await buildWorld(engine);
		const { school, principal, id, link, links } = await consulting(world);
		const [late, unused] = [await link(), await link()];
		const after = "2026-12-01T03:00:00.000Z";
		const closed = refused("consultation_closed", { closesOn: "2026-11-30" });
		await expect(giveVoice(as(world, school, "teacher", after), id, yes)).rejects.toEqual(closed);
		await expect(voiceByLink(anybody(world, after), late, yes, "192.0.2.1")).rejects.toEqual(closed);
		expect(await readByLink(anybody(world, after), late, "192.0.2.1")).toMatchObject({
			state: "closed",
			code: { groups: [] },
		});
		const many = await links(20);
		const [result, ...voices] = await Promise.allSettled([
			closeConsultation(principal, id),
			...many.map(({ token }) => voiceByLink(anybody(world), token, yes, "192.0.2.2")),
		]);
		const heard = voices.filter(({ status }) => status === "fulfilled").length;
		expect(result).toMatchObject({ status: "fulfilled", value: { voices: heard } });
		const counted = await world.store.read.selectFrom("consultation_voice").selectAll().execute();
		expect(counted).toHaveLength(heard);
		await expect(voiceByLink(anybody(world), unused, yes, "192.0.2.3")).rejects.toEqual(closed);
	});

	test("readers see what they are asked about, and what it changes against the code in force", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world, { name: "Trường Mầm non Giao An" });
		await issueConduct(world);
		const principal = as(world, school, "principal");
		await adopt(principal);
		const id = await amend(principal, "NV-HS.1", "Tận tình với trẻ.", "consulting");
		const [made] = await makeLinks(principal, id, { seed: newLinkSeed(), group: "parents", count: 1 });
		const page = await readByLink(anybody(world), made?.token ?? "", "192.0.2.1");
		expect(page).toMatchObject({ school: "Trường Mầm non Giao An", group: "parents", state: "open" });
		expect(page.changes).toMatchObject([
			{ code: "NV-HS.1", before: { text: { vi: "Đúng mực, giúp đỡ." } }, after: { text: { vi: "Tận tình với trẻ." } } },
		]);
		expect(page.code.groups.map(({ group }) => group)).toContain("parents");
	});

	test("who may not is refused, another school's consultation is not found, rubbish stays out", async () => {
		const world = await buildWorld(engine);
		const { school, principal, id } = await consulting(world, { groups: ["parents"] });
		const meeting = { id: newId(), group: "parents" as const, heldOn: "2026-11-23", present: 3, agreed: 3 };
		const links = { seed: newLinkSeed(), group: "parents" as const, count: 1 };
		for (const role of ["deputy", "teacher"] as const) {
			const other = as(world, school, role);
			await expect(closeConsultation(other, id)).rejects.toEqual(refused("forbidden"));
			await expect(countMeeting(other, id, meeting)).rejects.toEqual(refused("forbidden"));
			await expect(makeLinks(other, id, links)).rejects.toEqual(refused("forbidden"));
		}
		await expect(readConsultation(as(world, school, "teacher"), id)).rejects.toEqual(refused("forbidden"));
		await expect(giveVoice(as(world, world.office, "officer"), id, yes)).rejects.toEqual(refused("forbidden"));
		await expect(giveVoice(as(world, school, "teacher"), id, yes)).rejects.toEqual(
			refused("consultation_group", { group: "staff" }),
		);
		const stranger = as(world, await buildSchool(world), "principal");
		await expect(closeConsultation(stranger, id)).rejects.toEqual(refused("not_found"));
		await expect(giveVoice(stranger, id, yes)).rejects.toEqual(refused("not_found"));
		await expect(readConsultation(stranger, id)).rejects.toEqual(refused("not_found"));
		expect(await codeInConsultation(stranger)).toBeNull();
		expect(await codeInConsultation(as(world, school, "teacher"))).toBeNull();
		const [made] = await makeLinks(principal, id, links);
		const remarks = [{ code: "NO.1", remark: "Không có điều này." }];
		await expect(
			voiceByLink(anybody(world), made?.token ?? "", { agrees: true, remarks }, "192.0.2.1"),
		).rejects.toEqual(refused("not_found"));
		await expect(makeLinks(principal, id, { ...links, count: 101 })).rejects.toThrow();
	});
});
