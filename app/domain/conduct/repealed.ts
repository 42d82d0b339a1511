/** What the newest published templates say is no longer in force: it counts against codes made before anybody knew. */
import { sql } from "kysely";
import type { Ctx } from "../ctx.ts";
import { readVersion } from "../templates/queries.ts";
import { unspaced } from "./rules.ts";

/** Codes of modules that have ended by `today`, by template. */
export type Repealed = { templateId: string; codes: string[] }[];

export async function repealedModules(ctx: Pick<Ctx, "db" | "today">): Promise<Repealed> {
	const rows = await ctx.db
		.selectFrom("template_version")
		.select(["id", "template_id"])
		.where("state", "=", "published")
		.where("conduct", "is not", null)
		.execute();
	const repealed: Repealed = [];
	for (const { id, template_id } of rows) {
		const { conduct } = await readVersion(ctx, id);
		const ended = (conduct?.modules ?? []).filter(({ validTo }) => validTo !== null && validTo < ctx.today);
		if (ended.length > 0) repealed.push({ templateId: template_id, codes: ended.map(({ code }) => code) });
	}
	return repealed;
}

/** Whether a version cites a rule that is no longer in force on a day: by its own text, or by what is repealed since. */
export function isOutdated(
	version: { outdated_from: string | null; template_id: string; modules: string },
	repealed: Repealed,
	today: string,
): boolean {
	if (version.outdated_from !== null && version.outdated_from <= today) return true;
	const codes = unspaced(version.modules);
	return repealed.some(
		(one) => one.templateId === version.template_id && one.codes.some((code) => codes.includes(code)),
	);
}

/** `isOutdated` in SQL, of the version joined as `v`. */
export function outdatedIn(repealed: Repealed, today: string) {
	const hits = repealed.flatMap(({ templateId, codes }) =>
		codes.map(
			(code) =>
				sql`(v.template_id = ${templateId} and v.modules like ${`% ${code.replace(/[\\%_]/g, "\\$&")} %`} escape '\\')`,
		),
	);
	return sql<boolean>`(v.id is not null and (${sql.join([sql`coalesce(v.outdated_from <= ${today}, false)`, ...hits], sql` or `)}))`;
}
