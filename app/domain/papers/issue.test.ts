import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { as, buildUnit, buildWorld } from "#tests/support/build.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import {
	checkedReport,
	issue,
	issuedPaper,
	reportedLetter,
	send,
	signing,
	writtenReport,
} from "#tests/support/build-reports.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { acceptFigures, saveBlock } from "./blocks.ts";
import { checkReport, correctReport, reopenReport } from "./commands.ts";
import { issueReport, readyToIssue } from "./issue.ts";
import { readIssuedFile, readReport } from "./queries.ts";
import { loadReport } from "./versions.ts";

const refused = (code: string) => expect.objectContaining({ body: expect.objectContaining({ code }) });

onEachEngine("issuing a report", (engine) => {
	test("freezes text, figures and files with their hashes, whatever happens to the figures later", async () => {
		const world = await buildWorld(engine);
		const { directiveId, campaign, officer } = await reportedLetter(world);
		const id = await checkedReport(officer, directiveId);
		await issue(officer, id);
		const frozen = await loadReport(officer, id);
		expect(frozen).toMatchObject({
			state: "issued",
			document_number: 5,
			number_year: "2026",
			issued_on: "2026-11-23",
			signer: "Nguyễn Văn A",
		});
		const bytes = await readIssuedFile(officer, frozen, "pdf");
		expect(createHash("sha256").update(bytes).digest("hex")).toBe(frozen.pdf_sha256);
		await send(world, campaign, 3, {});
		expect(await loadReport(officer, id)).toEqual(frozen);
		const paper = await issuedPaper(officer, id);
		for (const change of [
			() => saveBlock(officer, id, { blockId: "next", base: 1, text: "Khác" }),
			() => acceptFigures(officer, id, null),
			() => checkReport(officer, id),
			() => reopenReport(officer, id),
			() => issueReport(officer, id, signing({ number: 6 }), paper),
		])
			await expect(change()).rejects.toEqual(refused("report_state"));
	});

	test("only a checked one, by an officer, with free number and a day that can be", async () => {
		const world = await buildWorld(engine);
		const { directiveId, officer } = await reportedLetter(world);
		const first = await checkedReport(officer, directiveId);
		await issue(officer, first);
		const draft = await writtenReport(officer, directiveId);
		await expect(readyToIssue(officer, draft, signing({ number: 6 }))).rejects.toEqual(refused("report_state"));
		await checkReport(officer, draft);
		await expect(readyToIssue(officer, draft, signing())).rejects.toEqual(refused("report_number_taken"));
		await expect(readyToIssue(officer, draft, signing({ number: 6, issuedOn: "2026-11-24" }))).rejects.toEqual(
			refused("day_in_future"),
		);
		await expect(readyToIssue(officer, draft, signing({ number: 6, issuedOn: "2026-05-31" }))).rejects.toEqual(
			refused("report_too_early"),
		);
		const paper = await issuedPaper(officer, draft);
		const reader = as(world, world.office, "reader");
		await expect(issueReport(reader, draft, signing({ number: 6 }), paper)).rejects.toEqual(refused("forbidden"));
		const other = await buildUnit(world.store, {
			level: "phong",
			code: "36366",
			name: "Phòng khác",
			parent: world.province,
		});
		await expect(issueReport(as(world, other, "officer"), draft, signing(), paper)).rejects.toEqual(
			refused("not_found"),
		);
		await expect(issueReport(officer, draft, signing({ number: 6 }), { ...paper, revision: 1 })).rejects.toEqual(
			refused("report_changed"),
		);
		const foreign = { ...paper, files: { ...paper.files, pdf: "0190a1b2-0000-7000-8000-000000000000" } };
		await expect(issueReport(officer, draft, signing({ number: 6 }), foreign)).rejects.toEqual(refused("not_found"));
		await issueReport(officer, draft, signing({ number: 6 }), paper);
	});

	test("figures that moved after checking stop it", async () => {
		const world = await buildWorld(engine);
		const { directiveId, campaign, officer } = await reportedLetter(world);
		const id = await checkedReport(officer, directiveId);
		const paper = await issuedPaper(officer, id);
		await send(world, campaign, 3, {});
		await expect(issueReport(officer, id, signing(), paper)).rejects.toEqual(refused("report_figures_moved"));
	});

	test("a correction is a version of its own that says what it changes; the first stays", async () => {
		const world = await buildWorld(engine);
		const { directiveId, officer } = await reportedLetter(world);
		const id = await checkedReport(officer, directiveId);
		await issue(officer, id);
		const first = await loadReport(officer, id, 1);
		await expect(correctReport(as(world, world.office, "reader"), id)).rejects.toEqual(refused("forbidden"));
		await correctReport(officer, id);
		await expect(correctReport(officer, id)).rejects.toEqual(refused("report_open"));
		await saveBlock(officer, id, { blockId: "next", base: 0, text: "Nội dung đã sửa." });
		await checkReport(officer, id);
		await expect(readyToIssue(officer, id, signing({ number: 7 }))).rejects.toEqual(refused("report_note_missing"));
		await issue(officer, id, { number: 7, changeNote: "Sửa phần nhiệm vụ thời gian tới." });
		expect(await loadReport(officer, id, 1)).toEqual(first);
		const { versions } = await readReport(officer, id);
		expect(versions.map(({ number, state, changeNote }) => [number, state, changeNote])).toEqual([
			[2, "issued", "Sửa phần nhiệm vụ thời gian tới."],
			[1, "issued", ""],
		]);
	});

	test("it outlives the account of whoever issued it", async () => {
		const world = await buildWorld(engine);
		const { directiveId, officer } = await reportedLetter(world);
		const person = await buildPerson(world, world.office, "officer");
		const id = await checkedReport({ ...officer, actor: person.actor }, directiveId);
		await issue({ ...officer, actor: person.actor }, id);
		await world.store.read
			.updateTable("person")
			.set({ status: "blocked", name: "–" })
			.where("id", "=", person.personId)
			.execute();
		expect((await readReport(officer, id)).version.signer).toBe("Nguyễn Văn A");
	});
});
