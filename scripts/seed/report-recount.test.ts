import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { AnonymousCtx } from "#app/domain/ctx.ts";
import { dayOf } from "#app/domain/days.ts";
import type { Answers } from "#app/domain/forms/schema.ts";
import { draftReport } from "#app/domain/papers/commands.ts";
import { shortDay, wordedNumber, wordedRate } from "#app/domain/papers/rules.ts";
import { loadReport, standingOfVersion } from "#app/domain/papers/versions.ts";
import { actorOf } from "#app/domain/people/sign-in.ts";
import { appOver } from "#app/platform/app.ts";
import { readConfig } from "#app/platform/config.ts";
import { openLog } from "#app/platform/log.ts";
import type { Db } from "#db/store.ts";
import { freshStore } from "#tests/support/stores.ts";
import { seedDemo } from "./demo.ts";

const NOW = "2026-11-22T17:05:00.000Z";

/** Tenths of a percent, cut. */
const share = (part: number, whole: number) => (whole === 0 ? null : Math.floor((part * 1000) / whole));

/** What a campaign came to, counted anew from the rows: recipients, the last sendings, findings, codes of conduct. */
async function recounted(db: Db, campaignId: string, today: string) {
	const recipients = await db.selectFrom("recipient").selectAll().where("campaign_id", "=", campaignId).execute();
	const sent = await db
		.selectFrom("submission")
		.select(["return_id", "round", "answers", "figures"])
		.where("campaign_id", "=", campaignId)
		.orderBy("round")
		.execute();
	const last = [...new Map(sent.map((one) => [one.return_id, one])).values()];
	const answers = last.map((one) => JSON.parse(one.answers) as Answers);
	const figures = last.map(
		(one) => JSON.parse(one.figures) as { values: Record<string, unknown>; of: Record<string, unknown> },
	);
	const open = await db
		.selectFrom("finding")
		.select(["due_on", "superior"])
		.where("campaign_id", "=", campaignId)
		.where("state", "=", "open")
		.execute();
	const count = (that: (row: (typeof recipients)[number]) => boolean) => recipients.filter(that).length;
	const schools = recipients.map(({ school_id }) => school_id);
	const published = await db
		.selectFrom("conduct_version")
		.select(["school_id", "id"])
		.where("state", "=", "published")
		.where("school_id", "in", schools)
		.execute();
	const begun = await db
		.selectFrom("conduct_version")
		.select("school_id")
		.distinct()
		.where("state", "in", ["draft", "consulting", "consulted", "decided", "published"])
		.where("school_id", "in", schools)
		.execute();
	const staff = published.length
		? await db
				.selectFrom("membership as m")
				.innerJoin("person as p", "p.id", "m.person_id")
				.select(["m.person_id", "m.unit_id"])
				.where("m.ended_at", "is", null)
				.where("p.status", "<>", "blocked")
				.where(
					"m.unit_id",
					"in",
					published.map(({ school_id }) => school_id),
				)
				.execute()
		: [];
	const signed = await db
		.selectFrom("acknowledgement")
		.select(["person_id", "version_id"])
		.where("signed_at", "is not", null)
		.where("version_id", "in", published.map(({ id }) => id).concat(""))
		.execute();
	const asked = recipients.length;
	const reported = count((row) => row.first_submitted_at !== null);
	const met = count((row) => row.verdict === "met");
	const values = (code: string, key: "values" | "of" = "values") =>
		figures.flatMap((own) => {
			const [value, of] = [own.values[code], own.of[code]];
			if (typeof value !== "number" || (own.of[code] !== undefined && typeof of !== "number")) return [];
			return [Number(own[key][code])];
		});
	const sum = (list: number[]) => list.reduce((all, one) => all + one, 0);
	const criterion = (code: string) => answers.map((own) => own[code]?.value);
	return (key: string): number | null => {
		const [, code = "", what = ""] = /^tc\.(.+)\.(chua-dat|ap-dung)$/.exec(key) ?? [];
		if (what === "chua-dat") return criterion(code).filter((value) => value === "unmet").length;
		if (what === "ap-dung") return criterion(code).filter((value) => value === "met" || value === "unmet").length;
		const [, column = "", known] = /^sl\.([^.]+)(\.so-truong)?$/.exec(key) ?? [];
		if (known) return values(column).length;
		if (column) {
			const own = values(column);
			if (own.length === 0) return null;
			const of = values(column, "of").filter(Number.isFinite);
			return of.length > 0 ? (share(sum(own), sum(of)) ?? 0) / 10 : sum(own);
		}
		switch (key) {
			case "so-truong":
			case "quy-tac.so-truong":
				return asked;
			case "da-nop":
				return reported;
			case "chua-nop":
				return asked - reported;
			case "ty-le-nop":
				return share(reported, asked);
			case "dung-han":
				return count((row) => row.on_time === 1);
			case "nop-muon":
				return count((row) => row.on_time === 0);
			case "dat":
				return met;
			case "chua-dat":
				return count((row) => row.verdict === "not_met");
			case "chua-ket-luan":
				return count((row) => row.verdict === "provisional");
			case "ty-le-dat":
				return share(met, reported);
			case "ton-tai":
				return open.length;
			case "qua-han":
				return open.filter(({ due_on }) => due_on !== null && due_on < today).length;
			case "kien-nghi":
				return open.filter(({ superior }) => superior === 1).length;
			case "quy-tac.ban-hanh":
				return published.length;
			case "quy-tac.ty-le":
				return share(published.length, asked);
			case "quy-tac.dang-lam":
				return begun.length - published.length;
			case "quy-tac.chua-lam":
				return asked - begun.length;
			case "quy-tac.phai-ky":
				return staff.length;
			case "quy-tac.da-ky":
				return signed.filter(({ person_id }) => staff.some((one) => one.person_id === person_id)).length;
			case "quy-tac.ty-le-ky":
				return share(signed.length, staff.length);
			default:
				throw new Error(`nobody counts ${key} anew`);
		}
	};
}

test("every figure of a report on the demo district is what the rows of the database count to", async () => {
	const dataDir = mkdtempSync(join(tmpdir(), "toolkit-recount-"));
	try {
		const app = appOver({
			config: readConfig({ DATA_DIR: dataDir }),
			store: await freshStore("sqlite"),
			secret: "x".repeat(32),
			log: openLog("silent"),
			files: { put: async () => undefined, get: async () => new Uint8Array(), remove: async () => undefined },
			now: () => NOW,
		});
		await seedDemo(app, () => undefined);
		const db = app.store.read;
		const { officer: ctx, directiveId } = await cast({
			...{ db, engine: app.store.engine, store: app.store, files: app.files, now: NOW, today: dayOf(NOW) },
			...{ locale: "vi", inTransaction: false, actor: null },
		});
		const id = await draftReport(ctx, { directiveId, periodFrom: "2026-06-01", periodTo: "2026-11-30" });
		const version = await loadReport(ctx, id);
		const { figures, facts } = await standingOfVersion(ctx, version);
		expect(new Set(facts.map(({ kind }) => kind))).toEqual(new Set(["rated", "cameras", "conduct"]));
		const counts = new Map(
			await Promise.all(
				version.content.campaigns.map(async (one) => [one.alias, await recounted(db, one.id, dayOf(NOW))] as const),
			),
		);
		let [counted, compared] = [0, 0];
		for (const { key, value, text } of figures) {
			const [, alias = "", rest = ""] = /^(d\d+)\.(.+)$/.exec(key) ?? [];
			const count = counts.get(alias);
			if (!count) {
				if (key === "so-lieu-den") expect(text).toBe(shortDay(dayOf(NOW)));
				// The day is within the period: nothing can have come after it.
				else if (key === "nop-sau-ky") expect([dayOf(NOW) <= "2026-11-30", value]).toEqual([true, 0]);
				else expect(key).toMatch(/^(so-dot|phu-luc\.)/);
				continue;
			}
			const [, rate = "", against = ""] = /^(.+)\.(ky-truoc|chenh)$/.exec(rest) ?? [];
			if (against) {
				const own = facts.find((one) => one.alias === alias);
				const before = facts.find(({ title }) => own?.before?.name.includes(title))?.alias ?? "";
				const was = counts.get(before)?.(rate) ?? null;
				expect([key, value]).toEqual([key, against === "chenh" ? (count(rate) ?? 0) - (was ?? 0) : was]);
				compared += 1;
				continue;
			}
			expect([key, value]).toEqual([key, count(rest)]);
			if (typeof value === "number" && !rest.startsWith("sl."))
				expect([key, text]).toEqual([key, /^ty-le|\.ty-le/.test(rest) ? wordedRate(value) : wordedNumber(value)]);
			counted += 1;
		}
		expect(counted).toBeGreaterThan(100);
		expect(compared).toBe(4);
	} finally {
		rmSync(dataDir, { recursive: true, force: true });
	}
}, 120_000);

/** The officer of the demo, and the letter whose tasks its campaigns serve. */
async function cast(ctx: AnonymousCtx) {
	const officer = await ctx.db
		.selectFrom("membership")
		.select("person_id")
		.where("role", "=", "officer")
		.executeTakeFirstOrThrow();
	const actor = await actorOf({ ...ctx, actor: null }, officer.person_id);
	if (!actor) throw new Error("the demo has an officer");
	const { id } = await ctx.db
		.selectFrom("directive")
		.select("id")
		.where("number", "=", "566-CV/HU")
		.executeTakeFirstOrThrow();
	return { officer: { ...ctx, actor }, directiveId: id };
}
