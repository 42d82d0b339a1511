import type { Ctx } from "../ctx.ts";
import { dayOf } from "../days.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { readIssuer } from "./issuer.ts";
import { versionPage } from "./lines.ts";
import type { CodeOnPaper } from "./papers.ts";
import { type PublicCode, readPublicCode } from "./public-queries.ts";
import { readConsultation } from "./queries.ts";
import { closedOn } from "./rules.ts";
import { loadVersion } from "./versions.ts";

/** What the papers of a version of the actor's own school are written from. Needs `conduct.adapt`. Throws not_found. */
export async function readForPaper(ctx: Ctx, versionId: string | undefined): Promise<CodeOnPaper> {
	demand(ctx.actor, "conduct.adapt");
	const version = await loadVersion(ctx, versionId);
	const { code, ...line } = versionPage(version);
	const round = await readConsultation(ctx, version.id);
	const heard = round?.closedAt && round.result === "majority" ? round : null;
	return {
		school: await readIssuer(ctx, await schoolCode(ctx)),
		version: line,
		code,
		year: ctx.today.slice(0, 4),
		consultation: heard && {
			endedOn: closedOn(heard.closesOn, dayOf(heard.closedAt ?? ctx.now)),
			voices: heard.voices,
			agreed: heard.agreed,
			groups: heard.groups.map(({ group }) => group),
		},
	};
}

/**
 * What the poster of a version of the actor's own school is drawn from: only of the one in force. Needs `conduct.adapt`. Throws
 * not_found, `conduct_not_published`.
 */
export async function readForPoster(
	ctx: Ctx,
	versionId: string | undefined,
): Promise<PublicCode & { superior: string | null }> {
	demand(ctx.actor, "conduct.adapt");
	const version = await loadVersion(ctx, versionId);
	if (version.state !== "published") throw problem("conduct_not_published", {});
	const code = await schoolCode(ctx);
	const { superior } = await readIssuer(ctx, code);
	return { ...(await readPublicCode(ctx, code)), superior };
}

/** Official code of the actor's own school, under which everybody finds its page. */
export async function schoolCode(ctx: Ctx): Promise<string> {
	const { code } = await ctx.db
		.selectFrom("unit")
		.select("code")
		.where("id", "=", ctx.actor.unitId)
		.executeTakeFirstOrThrow();
	return code;
}
