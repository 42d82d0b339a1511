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

/** A school by its official code, and its code in force; asks for no account. Throws not_found for a closed or unknown school. */
export async function readPublicSchool(
	ctx: Pick<Ctx, "db">,
	schoolCode: string,
): Promise<{ school: PublicCode["school"]; inForce: PublicCode | null }> {
	const found = await ctx.db
		.selectFrom("unit")
		.innerJoin("school", "school.school_id", "unit.id")
		.select(["unit.id", "unit.code", "unit.name", "school.kind"])
		.where("unit.code", "=", schoolCode)
		.where("unit.level", "=", LEVELS.school)
		.where("unit.status", "=", "active")
		.executeTakeFirst();
	if (!found) throw problem("not_found", {});
	const { id, ...school } = found;
	const { published } = await currentVersions(ctx, id);
	if (!published) return { school, inForce: null };
	const { decision, publication, number, sha256 } = versionLine(published);
	if (!decision || !publication || !sha256) throw new Error(`a published code of ${id} without its decision`);
	const { fileId: _, ...shown } = publication;
	const inForce = {
		school,
		number,
		sha256,
		decision: { number: decision.number, decidedOn: decision.decidedOn },
		publication: shown,
		code: codeToRead(published.content),
	};
	return { school, inForce };
}

/** The code in force alone. Throws not_found for a school without one, too. */
export async function readPublicCode(ctx: Pick<Ctx, "db">, schoolCode: string): Promise<PublicCode> {
	const { inForce } = await readPublicSchool(ctx, schoolCode);
	if (!inForce) throw problem("not_found", {});
	return inForce;
}
