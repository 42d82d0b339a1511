import { expect, test } from "vitest";
import { verifyChains } from "#app/domain/audit/verify.ts";
import { dayOf } from "#app/domain/days.ts";
import { readCode } from "#app/domain/people/codes.ts";
import { appOver } from "#app/platform/app.ts";
import { readConfig } from "#app/platform/config.ts";
import { openLog } from "#app/platform/log.ts";
import type { Engine } from "#db/engine.ts";
import { library } from "#db/seed/library/library.ts";
import { freshStore, onEachEngine } from "#tests/support/stores.ts";
import { createOffice, type NewOffice } from "./office.ts";

const NOW = "2026-11-23T03:00:00.000Z";

async function emptyApp(engine: Engine) {
	return appOver({
		config: readConfig({ DATA_DIR: "unused" }),
		store: await freshStore(engine),
		secret: "x".repeat(32),
		log: openLog("silent"),
		files: { put: async () => undefined, get: async () => new Uint8Array(), remove: async () => undefined },
		now: () => NOW,
	});
}

const given: NewOffice = {
	province: ["36", "Sở GD&ĐT Nam Định"],
	office: ["36365", "Phòng GD&ĐT Giao Thủy"],
	communes: [
		{ code: "14182", name: "Xã Giao An" },
		{ code: "14197", name: "Xã Giao Xuân" },
	],
	admin: ["quantri", "Phạm Văn Quản"],
};

onEachEngine("founding an office", (engine) => {
	test("an empty database gets an office, its communes, the library, and an administrator with a code", async () => {
		const app = await emptyApp(engine);
		const { code, username } = await createOffice(app, given);
		const db = app.store.read;
		const units = await db.selectFrom("unit").select(["level", "name"]).execute();
		expect(units.filter(({ level }) => level === "xa").map(({ name }) => name)).toEqual(["Xã Giao An", "Xã Giao Xuân"]);
		const versions = await db.selectFrom("template_version").select("state").execute();
		expect(versions.map(({ state }) => state)).toEqual(library.map(() => "published"));
		const { store, files } = app;
		const ctx = {
			db,
			engine,
			store,
			files,
			actor: null,
			now: NOW,
			today: dayOf(NOW),
			locale: "vi" as const,
			inTransaction: false,
		};
		expect(await readCode(ctx, code, "127.0.0.1")).toMatchObject({ username, unitName: "Phòng GD&ĐT Giao Thủy" });
		expect((await verifyChains(db)).breaks).toEqual([]);
	});

	test("all or nothing: a code that appears twice leaves the database empty", async () => {
		const app = await emptyApp(engine);
		const twice = { ...given, communes: [...given.communes, { code: "14182", name: "Xã khác" }] };
		await expect(createOffice(app, twice)).rejects.toMatchObject({ body: { code: "unit_code_taken" } });
		expect(await app.store.read.selectFrom("unit").select("id").execute()).toEqual([]);
	});
});
