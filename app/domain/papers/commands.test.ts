import { expect, test } from "vitest";
import { as, buildUnit, buildWorld } from "#tests/support/build.ts";
import { buildDirective } from "#tests/support/build-campaigns.ts";
import { checkedReport, period, reportedLetter, send, serve, writtenReport } from "#tests/support/build-reports.ts";
import { buildCampaign } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { newId } from "../id.ts";
import { acceptFigures, redraftBlock, saveBlock, writeBlock } from "./blocks.ts";
import { checkReport, draftReport, reopenReport, saveHead } from "./commands.ts";
import { listReports, readReport, whatChanged } from "./queries.ts";
import { filled } from "./rules.ts";
import { loadReport } from "./versions.ts";

const refused = (code: string) => expect.objectContaining({ body: expect.objectContaining({ code }) });
const told = ({ content, kept }: Awaited<ReturnType<typeof loadReport>>, at: (id: string) => boolean) =>
	content.blocks.filter(({ id }) => at(id)).map(({ text }) => filled(text, kept));

onEachEngine("drafting a report", (engine) => {
	test("tells each task of the sector from its campaigns, with the figures that the database counts", async () => {
		const world = await buildWorld(engine);
		const { directiveId, officer } = await reportedLetter(world);
		const report = await loadReport(officer, await draftReport(officer, { directiveId, ...period }));
		expect(report.content.blocks.map(({ part, task }) => task?.number ?? part)).toEqual([
			"opening",
			"steering",
			"4b",
			"strengths",
			"weaknesses",
			"causes",
			"next",
			"requests",
		]);
		const count = async (where: (query: ReturnType<typeof recipients>) => ReturnType<typeof recipients>) =>
			(await where(recipients()).execute()).length;
		const recipients = () => world.store.read.selectFrom("recipient").select("school_id");
		const all = await count((query) => query);
		const sent = await count((query) => query.where("first_submitted_at", "is not", null));
		const late = await count((query) => query.where("on_time", "=", 0));
		const met = await count((query) => query.where("verdict", "=", "met"));
		const notMet = await count((query) => query.where("verdict", "=", "not_met"));
		expect([all, sent, late, met, notMet]).toEqual([4, 3, 1, 2, 1]);
		const [text = ""] = told(report, (id) => id.startsWith("task-"));
		expect(text).toContain(
			`có ${sent}/${all} cơ sở giáo dục đã nộp báo cáo, đạt 75%; còn ${all - sent} cơ sở chưa nộp`,
		);
		expect(text).toContain(`${sent - late} cơ sở nộp đúng hạn, ${late} cơ sở nộp muộn.`);
		expect(text).toContain(`Có ${met} cơ sở được xếp loại Đạt, bằng 66,6% số cơ sở đã nộp; ${notMet} cơ sở Chưa đạt.`);
		expect(text).toContain("- A.1 (bắt buộc), Lan can chắc chắn: 1/3 cơ sở chưa đạt.");
		expect(text).toContain("(Kết quả của từng đơn vị tại Phụ lục I)");
	});

	test("a second click drafts nothing; a letter of others, without tasks or over a period that ends before it begins is refused", async () => {
		const world = await buildWorld(engine);
		const { directiveId, officer } = await reportedLetter(world);
		const id = newId();
		await draftReport(officer, { directiveId, ...period }, id);
		await draftReport(officer, { directiveId, ...period }, id);
		expect((await listReports(officer)).lines).toHaveLength(1);
		const bare = await buildDirective(world, { number: "9-CV/HU", tasks: [] });
		await expect(draftReport(officer, { directiveId: bare.id, ...period })).rejects.toEqual(
			refused("report_without_tasks"),
		);
		const backwards = { directiveId, periodFrom: period.periodTo, periodTo: period.periodFrom };
		await expect(draftReport(officer, backwards)).rejects.toEqual(refused("report_period"));
		const other = await buildUnit(world.store, {
			level: "phong",
			code: "36366",
			name: "Phòng khác",
			parent: world.province,
		});
		const stranger = as(world, other, "officer");
		await expect(draftReport(stranger, { directiveId, ...period })).rejects.toEqual(refused("not_found"));
		await expect(readReport(stranger, id)).rejects.toEqual(refused("not_found"));
		await expect(checkReport(stranger, id)).rejects.toEqual(refused("not_found"));
		expect((await listReports(stranger)).lines).toEqual([]);
		for (const role of ["reader", "principal"] as const)
			await expect(draftReport(as(world, world.office, role), { directiveId, ...period })).rejects.toEqual(
				refused("forbidden"),
			);
		await expect(readReport(as(world, world.office, "reader"), id)).resolves.toBeTruthy();
	});

	test("a campaign without returns is told as such, one outside the period not at all", async () => {
		const world = await buildWorld(engine);
		const { id: directiveId, taskIds } = await buildDirective(world);
		const officer = as(world, world.office, "officer");
		const campaign = await buildCampaign(world, { title: "Đợt trống" });
		await serve(world, campaign.id, taskIds[0] ?? "");
		const later = await buildCampaign(world, { title: "Đợt sau", opensOn: "2026-12-10", dueOn: "2026-12-20" });
		await serve(world, later.id, taskIds[0] ?? "");
		const report = await loadReport(officer, await draftReport(officer, { directiveId, ...period }));
		expect(report.content.campaigns.map(({ id }) => id)).toEqual([campaign.id]);
		expect(told(report, (id) => id.startsWith("task-"))).toEqual([
			"Thực hiện đợt “Đợt trống”, chưa có cơ sở giáo dục nào trong số 1 cơ sở được giao nộp báo cáo.",
		]);
	});
});

onEachEngine("writing a report", (engine) => {
	test("a figure that changes is marked with both values until it is accepted", async () => {
		const world = await buildWorld(engine);
		const { directiveId, campaign, officer } = await reportedLetter(world);
		const id = await writtenReport(officer, directiveId);
		await send(world, campaign, 3, {});
		const before = await readReport(officer, id);
		const { moved } = await whatChanged(officer, before.version, before.standing);
		expect(moved).toContainEqual({ key: "d1.da-nop", was: "3", now: "4" });
		expect(moved).toContainEqual({ key: "d1.dat", was: "2", now: "3" });
		expect(told(before.version, (block) => block.startsWith("task-"))[0]).toContain("có 3/4 cơ sở");
		await expect(checkReport(officer, id)).rejects.toEqual(refused("report_figures_moved"));
		await acceptFigures(officer, id, null);
		const after = await readReport(officer, id);
		expect((await whatChanged(officer, after.version, after.standing)).moved).toEqual([]);
		await checkReport(officer, id);
		expect((await loadReport(officer, id)).state).toBe("checked");
	});

	test("a block is saved on top of what was read; unknown figures, strange blocks and checked reports are refused", async () => {
		const world = await buildWorld(engine);
		const { directiveId, officer } = await reportedLetter(world);
		const id = await draftReport(officer, { directiveId, ...period });
		await saveBlock(officer, id, { blockId: "next", base: 0, text: "Nộp {{d1.da-nop}} <b>=1+1</b>" });
		await expect(saveBlock(officer, id, { blockId: "next", base: 0, text: "Khác" })).rejects.toEqual(
			refused("report_changed"),
		);
		await expect(saveBlock(officer, id, { blockId: "next", base: 1, text: "{{d9.x}}" })).rejects.toEqual(
			refused("report_unknown_figures"),
		);
		await expect(saveBlock(officer, id, { blockId: "nowhere", base: 0, text: "" })).rejects.toEqual(
			refused("not_found"),
		);
		await expect(checkReport(officer, id)).rejects.toEqual(refused("report_parts_empty"));
		const reader = as(world, world.office, "reader");
		await expect(saveBlock(reader, id, { blockId: "next", base: 1, text: "x" })).rejects.toEqual(refused("forbidden"));
		await expect(acceptFigures(reader, id, null)).rejects.toEqual(refused("forbidden"));
		await expect(redraftBlock(reader, id, { blockId: "next", base: 1 })).rejects.toEqual(refused("forbidden"));
		expect(told(await loadReport(officer, id), (block) => block === "next")).toEqual(["Nộp 3 <b>=1+1</b>"]);
		const checked = await checkedReport(officer, directiveId);
		await expect(saveBlock(officer, checked, { blockId: "next", base: 1, text: "x" })).rejects.toEqual(
			refused("report_state"),
		);
		await reopenReport(officer, checked);
		await saveBlock(officer, checked, { blockId: "next", base: 1, text: "x" });
	});

	test("a page that is behind is told what stands there; said twice it is saved once; another part is no matter", async () => {
		const world = await buildWorld(engine);
		const { directiveId, campaign, officer } = await reportedLetter(world);
		const id = await draftReport(officer, { directiveId, ...period });
		const first = { blockId: "next", base: 0, text: "Câu thứ nhất" };
		expect(await writeBlock(officer, id, first)).toEqual({ saved: { text: "Câu thứ nhất", revision: 1 } });
		expect(await writeBlock(officer, id, first)).toEqual({ saved: { text: "Câu thứ nhất", revision: 1 } });
		expect(await writeBlock(officer, id, { ...first, text: "Câu khác" })).toEqual({
			conflict: { text: "Câu thứ nhất", revision: 1 },
		});
		const parts = ["strengths", "weaknesses", "causes", "requests"];
		const both = await Promise.all(
			parts.map((blockId) => writeBlock(officer, id, { blockId, base: 0, text: `Phần ${blockId}` })),
		);
		expect(both).toEqual(parts.map((blockId) => ({ saved: { text: `Phần ${blockId}`, revision: 1 } })));
		const { content } = await loadReport(officer, id);
		expect(content.blocks.filter((block) => parts.includes(block.id)).map(({ text }) => text)).toEqual(
			parts.map((blockId) => `Phần ${blockId}`),
		);
		// A figure that is linked for the first time is of today, whatever it was when the report was drafted.
		await send(world, campaign, 3, {});
		const task = content.blocks.find((block) => block.task)?.id ?? "";
		await writeBlock(officer, id, { blockId: task, base: 0, text: "Không kể số" });
		await writeBlock(officer, id, { blockId: "next", base: 1, text: "Đã nộp: {{d1.da-nop}}" });
		expect((await loadReport(officer, id)).kept["d1.da-nop"]?.text).toBe("4");
		const reader = as(world, world.office, "reader");
		await expect(writeBlock(reader, id, first)).rejects.toEqual(refused("forbidden"));
	});

	test("drafting a block again takes in a campaign that came later", async () => {
		const world = await buildWorld(engine);
		const { directiveId, campaign, officer } = await reportedLetter(world);
		const id = await draftReport(officer, { directiveId, ...period });
		const { content } = await loadReport(officer, id);
		const task = content.blocks.find((block) => block.task);
		const more = await buildCampaign(world, { title: "Đợt thêm" });
		await serve(world, more.id, task?.task?.id ?? "");
		const { version, standing } = await readReport(officer, id);
		expect((await whatChanged(officer, version, standing)).campaigns).toEqual(["Đợt thêm"]);
		await redraftBlock(officer, id, { blockId: task?.id ?? "", base: 0 });
		const after = await loadReport(officer, id);
		expect(after.content.campaigns).toEqual([
			{ id: campaign.id, alias: "d1" },
			{ id: more.id, alias: "d2" },
		]);
		expect(told(after, (block) => block === task?.id)[0]).toContain("Đợt thêm");
	});

	test("how it is headed is changed on top of what was read", async () => {
		const world = await buildWorld(engine);
		const { directiveId, officer } = await reportedLetter(world);
		const id = await draftReport(officer, { directiveId, ...period });
		const head = {
			...period,
			superior: "",
			issuer: "Phòng GD&ĐT",
			sign: "BC-PGDĐT",
			place: "Giao Thủy",
			abstract: "Kết quả",
			addressees: "- Ban Thường vụ;\n- Ban Tuyên giáo.",
			recipients: "",
			revision: 0,
		};
		// What others write meanwhile does not concern the head.
		await saveBlock(officer, id, { blockId: "next", base: 0, text: "Viết trước" });
		await saveHead(officer, id, head);
		expect((await loadReport(officer, id)).content.head.addressees).toEqual(["Ban Thường vụ", "Ban Tuyên giáo"]);
		await expect(saveHead(officer, id, head)).rejects.toEqual(refused("report_changed"));
		await expect(saveHead(officer, id, { ...head, periodFrom: "2027-01-01", revision: 1 })).rejects.toEqual(
			refused("report_period"),
		);
		await expect(saveHead(as(world, world.office, "reader"), id, head)).rejects.toEqual(refused("forbidden"));
	});
});
