import { type Ctx, inTransaction } from "#app/domain/ctx.ts";
import { dayOf } from "#app/domain/days.ts";
import { createPerson } from "#app/domain/people/accounts.ts";
import { issueAccessCode } from "#app/domain/people/codes.ts";
import { importTemplate, publishVersion } from "#app/domain/templates/commands.ts";
import { createUnit } from "#app/domain/units/commands.ts";
import { LEVELS } from "#app/domain/units/schema.ts";
import type { App } from "#app/platform/app.ts";
import { library } from "#db/seed/library/library.ts";
import { seedLevels } from "./units.ts";

/** Pairs are code and name; `admin` is username and full name. */
export type NewOffice = {
	province: readonly [string, string];
	office: readonly [string, string];
	communes: readonly { code: string; name: string }[];
	admin: readonly [string, string];
};

type UnitLevel = (typeof LEVELS)[keyof typeof LEVELS];

/** Whoever may run scripts on the server founds the office: an actor above the tree, with no account. */
function founder(app: App): Omit<Ctx, "db" | "inTransaction"> {
	const { store, files } = app;
	const now = app.now();
	const actor = {
		personId: "system",
		name: "office:create",
		username: "system",
		role: "office_admin" as const,
		unitId: "",
		unitName: "",
		unitPath: "",
		membershipId: "system",
	};
	return { engine: store.engine, store, files, actor, now, today: dayOf(now), locale: "vi" };
}

/**
 * Founds an office on an empty database, all or nothing: levels, Sở, Phòng, communes, the library of templates, and an administrator who
 * chooses a password with the code that is returned.
 */
export async function createOffice(app: App, given: NewOffice) {
	return inTransaction<Ctx, { code: string; username: string }>(
		{ ...founder(app), db: app.store.read, inTransaction: false },
		async (ctx) => {
			await seedLevels(ctx.db);
			const make = (level: UnitLevel, [code, name]: readonly [string, string], parentId: string | null) =>
				createUnit(ctx, { level, code, name, parentId });
			const province = await make(LEVELS.province, given.province, null);
			const office = await make(LEVELS.office, given.office, province.id);
			for (const { code, name } of given.communes) await make(LEVELS.commune, [code, name], office.id);
			const unit = await ctx.db.selectFrom("unit").selectAll().where("id", "=", office.id).executeTakeFirstOrThrow();
			const here: Ctx = { ...ctx, actor: { ...ctx.actor, unitId: unit.id, unitName: unit.name, unitPath: unit.path } };
			for (const template of library) await publishVersion(here, (await importTemplate(here, template)).versionId);
			const [login, name] = given.admin;
			const { personId } = await createPerson(here, { name, username: login, role: "office_admin", unitId: unit.id });
			return { code: (await issueAccessCode(here, personId)).code, username: login };
		},
	);
}
