import type { Ctx } from "../ctx.ts";
import { problem } from "../problem.ts";
import { LEVELS } from "../units/schema.ts";
import { type Publication, versionLine } from "./lines.ts";
import { codeToRead } from "./rules.ts";
import type { ReadableCode } from "./schema.ts";
import { currentVersions } from "./versions.ts";

/** The code in force of a school, for anybody: the text, its decision, where to report. Nothing of persons, no files. */
export type PublicCode = {
	school: { code: string; name: string; kind: string };
	number: number;
	sha256: string;
	decision: { number: string; decidedOn: string };
	publication: Omit<Publication, "fileId">;
	code: ReadableCode;
};

/** By the school's official code; asks for no account. Throws not_found for a closed school and one without a published code. */
export async function readPublicCode(ctx: Pick<Ctx, "db">, schoolCode: string): Promise<PublicCode> {
	const school = await ctx.db
		.selectFrom("unit")
		.innerJoin("school", "school.school_id", "unit.id")
		.select(["unit.id", "unit.code", "unit.name", "school.kind"])
		.where("unit.code", "=", schoolCode)
		.where("unit.level", "=", LEVELS.school)
		.where("unit.status", "=", "active")
		.executeTakeFirst();
	const { published } = school ? await currentVersions(ctx, school.id) : { published: null };
	if (!school || !published) throw problem("not_found", {});
	const { decision, publication, number, sha256 } = versionLine(published);
	if (!decision || !publication || !sha256) throw new Error(`a published code of ${school.id} without its decision`);
	const { fileId: _, ...shown } = publication;
	return {
		school: { code: school.code, name: school.name, kind: school.kind },
		number,
		sha256,
		decision: { number: decision.number, decidedOn: decision.decidedOn },
		publication: shown,
		code: codeToRead(published.content),
	};
}
