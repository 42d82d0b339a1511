import { sql } from "kysely";
import type { Ctx } from "../ctx.ts";
import { isId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { bytesOf } from "./kept-files.ts";
import type { LetterFile, LetterKind } from "./letter-schema.ts";

export type SchoolLetter = {
	id: string;
	kind: LetterKind;
	number: number;
	sign: string;
	issuedOn: string;
	office: string;
	campaign: string;
	returnId: string;
	dueOn: string;
	/** The school has sent the return that it is about. */
	returned: boolean;
	verdict: string | null;
};

const LETTERS_SHOWN = 200;

/** Letters to the actor's school, newest first. Needs `returns.fill`. */
export async function listSchoolLetters(ctx: Ctx): Promise<SchoolLetter[]> {
	demand(ctx.actor, "returns.fill");
	const rows = await ctx.db
		.selectFrom("letter_school as s")
		.innerJoin("letter as l", "l.id", "s.letter_id")
		.innerJoin("campaign as c", "c.id", "s.campaign_id")
		.innerJoin("unit as o", "o.id", "l.office_id")
		.innerJoin("recipient as r", (join) =>
			join.onRef("r.school_id", "=", "s.school_id").onRef("r.campaign_id", "=", "s.campaign_id"),
		)
		.select([
			"l.id",
			"l.kind",
			"l.document_number",
			"l.sign",
			"l.issued_on",
			"o.name as office",
			"c.title",
			"s.return_id",
		])
		.select([
			"s.due_on",
			"r.verdict",
			sql<number>`case when r.first_submitted_at is null then 0 else 1 end`.as("returned"),
		])
		.where("s.school_id", "=", ctx.actor.unitId)
		.where("l.state", "=", "issued")
		.where("l.pdf_file_id", "is not", null)
		.orderBy("l.issued_at", "desc")
		.orderBy("l.id", "desc")
		.limit(LETTERS_SHOWN)
		.execute();
	return rows.map((row) => ({
		id: row.id,
		kind: row.kind,
		number: row.document_number ?? 0,
		sign: row.sign ?? "",
		issuedOn: row.issued_on ?? "",
		office: row.office,
		campaign: row.title,
		returnId: row.return_id,
		dueOn: row.due_on,
		returned: Number(row.returned) === 1,
		verdict: row.verdict,
	}));
}

/** A file of a letter to the actor's school. Needs `returns.fill`. Throws not_found for a letter to others. */
export async function readSchoolLetter(
	ctx: Ctx,
	letterId: string | undefined,
	file: LetterFile,
): Promise<{ kind: LetterKind; number: number; bytes: Uint8Array }> {
	demand(ctx.actor, "returns.fill");
	if (!isId(letterId)) throw problem("not_found", {});
	const row = await ctx.db
		.selectFrom("letter_school as s")
		.innerJoin("letter as l", "l.id", "s.letter_id")
		.select(["l.kind", "l.document_number", "l.docx_file_id", "l.pdf_file_id"])
		.where("s.school_id", "=", ctx.actor.unitId)
		.where("s.letter_id", "=", letterId)
		.where("l.state", "=", "issued")
		.executeTakeFirst();
	const id = row?.[`${file}_file_id`];
	if (!row || !id) throw problem("not_found", {});
	return { kind: row.kind, number: row.document_number ?? 0, bytes: await bytesOf(ctx, id) };
}
