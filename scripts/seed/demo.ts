import { readFile } from "node:fs/promises";
import type { Edit } from "#app/domain/authoring/edit-schema.ts";
import { saveDraft } from "#app/domain/campaigns/commands.ts";
import type { Ctx } from "#app/domain/ctx.ts";
import { dayOf } from "#app/domain/days.ts";
import { newId } from "#app/domain/id.ts";
import { draftReport } from "#app/domain/papers/commands.ts";
import { importTemplate, publishVersion } from "#app/domain/templates/commands.ts";
import { saveEdits } from "#app/domain/templates/drafts.ts";
import { beginVersion } from "#app/domain/templates/new-drafts.ts";
import { readVersion } from "#app/domain/templates/queries.ts";
import { readBorders } from "#app/domain/units/borders.ts";
import { codesForMap, keepMap } from "#app/domain/units/maps.ts";
import type { App } from "#app/platform/app.ts";
import { directive566 } from "#db/seed/directive-566.ts";
import { library } from "#db/seed/library/library.ts";
import type { Db } from "#db/store.ts";
import { type DemoAccount, seedAccounts } from "./accounts.ts";
import { writeAccountsFile } from "./accounts-file.ts";
import { dayFrom, officeTime } from "./clock.ts";
import { conductSteps } from "./conduct-stories.ts";
import { seedDistrict } from "./district.ts";
import { seedLetters } from "./letters.ts";
import { rounds } from "./rounds.ts";
import { openRound, type Stage } from "./stories.ts";
import type { At, Step } from "./story.ts";

type Log = (line: string) => void;

/**
 * Fills an empty database with the sample district: units, accounts, library, letters, one closed campaign, four open ones (two in all states), a code of conduct at every step
 * and one that is still a draft. Everything that a page would do goes through the same command with the time at which it happened. The same
 * every time but for ids and passwords, and dated from the day of seeding. Writes `DATA_DIR/demo-accounts.txt` and returns
 * what is in it. All or nothing: a start that is broken off leaves an empty database, which the next start fills.
 */
export function seedDemo(app: App, log: Log = () => undefined): Promise<DemoAccount[]> {
	return app.store.transaction(async (db) => {
		const accounts = await seedDistrictStory(app, db, log);
		// Before the end of the transaction: accounts whose passwords nobody was told would lock everybody out.
		log(`Tài khoản dùng thử (demo accounts): ${writeAccountsFile(app.config.dataDir, accounts)}`);
		return accounts;
	});
}

async function seedDistrictStory(app: App, db: Db, log: Log): Promise<DemoAccount[]> {
	const today = dayOf(app.now());
	const day = dayFrom(today);
	const clock = (now: string): Omit<Ctx, "actor"> => {
		const { store, files } = app;
		return { db, engine: store.engine, store, files, now, today: dayOf(now), locale: "vi", inTransaction: true };
	};
	const as: At = (actor, at) => ({ ...clock(at), actor });

	const district = await seedDistrict({ ...clock(officeTime(day(-120), 8, 0)), actor: null });
	log(`${district.communes.length} xã, ${district.schools.length} cơ sở giáo dục (communes, schools)`);
	const cast = await seedAccounts(clock(officeTime(day(-119), 9, 0)), district);
	log(`${cast.heads.size} hiệu trưởng, chủ nhóm trẻ; ${cast.accounts.length} tài khoản mở sẵn (accounts open)`);

	await seedMap(as(cast.officer, officeTime(day(-118), 9, 0)));

	const versions = new Map<string, string>();
	for (const template of library) {
		const ctx = as(cast.admin, officeTime(day(-110), 10, 0));
		const { versionId } = await importTemplate(ctx, template);
		await publishVersion(ctx, versionId);
		versions.set(template.code, versionId);
	}
	const tasks = await seedLetters(as(cast.officer, officeTime(day(-100), 14, 0)), day(30));
	log(`${versions.size} mẫu, công văn 566-CV/HU và ${tasks.size} nhiệm vụ (templates, letter, tasks)`);

	const stage: Stage = { cast, schools: district.schools, versions, tasks, today, as, earlier: new Map() };
	await tellRounds(stage, log);
	await draftNext(stage);
	await writeVersion(stage);
	await draftAnswer(stage);
	return cast.accounts;
}

/** Borders of the communes of 2025, each bearing the codes of the communes of 2019 that it took. */
async function seedMap(ctx: Ctx): Promise<void> {
	const name = "areas-2025.topojson";
	const bytes = await readFile(new URL(`../../db/seed/giao-thuy-2019/${name}`, import.meta.url));
	await keepMap(ctx, name, readBorders(bytes, await codesForMap(ctx), "TopoJSON"));
}

/** Rounds one after another, each with its steps in the order of time: no audit chain goes back. */
async function tellRounds(stage: Stage, log: Log): Promise<void> {
	const [closed, ...open] = rounds;
	if (!closed) return;
	await run((await openRound(stage, closed)).steps);
	const steps: Step[] = [];
	for (const round of open) steps.push(...(await openRound(stage, round)).steps);
	await run([...steps, ...conductSteps(stage)]);
	log("1 đợt đã đóng, 4 đợt đang mở với các phiếu ở mọi trạng thái (campaigns with returns in all states)");
}

async function run(steps: readonly Step[]): Promise<void> {
	for (const step of [...steps].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) await step.run();
}

/** A campaign that the officer has prepared and not issued yet. */
async function draftNext({ cast, versions, tasks, today, as }: Stage): Promise<void> {
	const day = dayFrom(today);
	await saveDraft(as(cast.officer, officeTime(day(-1), 16, 0)), newId(), {
		title: "Rà soát môi trường giáo dục an toàn, lành mạnh, thân thiện (dự thảo)",
		versionId: versions.get("ND80-22") ?? "",
		taskIds: ["4a", "4f"].flatMap((number) => tasks.get(number) ?? []),
		filter: {},
		opensOn: day(14),
		dueOn: day(35),
		late: "refuse",
		instruction: "Dự thảo, chờ lãnh đạo Phòng duyệt trước khi phát hành.",
	});
}

/** The next version of the checklist for general schools, in which two criteria are already worded more plainly and one is new. */
async function writeVersion({ cast, versions, today, as }: Stage): Promise<void> {
	const ctx = as(cast.admin, officeTime(dayFrom(today)(-1), 16, 20));
	const { templateId, definition } = await readVersion(ctx, versions.get("BK-PT-18") ?? "");
	const draftId = await beginVersion(ctx, templateId);
	const section = definition.sections.find(({ items }) => items.filter(({ type }) => type === "verdict").length > 2);
	const [first, second] = section?.items.filter(({ type }) => type === "verdict") ?? [];
	if (!section || !first || !second) throw new Error("the checklist has criteria");
	const plainer = ({ code, text }: typeof first): Edit => ({
		do: "set_item",
		item: code,
		field: "text",
		value: { vi: text.vi.replaceAll(";", ","), en: text.en },
	});
	const { hint: _hint, legalBasis: _basis, ...like } = first;
	const text = { vi: "Hệ thống chống sét được kiểm tra trong năm" };
	const fresh = {
		...like,
		code: "BS-SET",
		text,
		...(like.type === "verdict" ? { mandatory: false, counted: false } : {}),
	};
	const added: Edit = { do: "add_item", section: section.code, after: second.code, value: fresh };
	await saveEdits(ctx, draftId, { id: newId(), base: 0, edits: [plainer(first), plainer(second), added] });
}

/** The report to the issuer of letter 566, drafted and not checked yet. */
async function draftAnswer({ cast, today, as }: Stage): Promise<void> {
	const day = dayFrom(today);
	const ctx = as(cast.officer, officeTime(day(-1), 16, 40));
	const { id } = await ctx.db
		.selectFrom("directive")
		.select("id")
		.where("number", "=", directive566.number)
		.executeTakeFirstOrThrow();
	await draftReport(ctx, { directiveId: id, periodFrom: day(-120), periodTo: day(-1) });
}
