import { type Selectable, sql } from "kysely";
import type { LetterTable } from "#db/tables/papers.ts";
import type { Ctx } from "../ctx.ts";
import { isId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { bytesOf } from "./kept-files.ts";
import type { LetterContent, LetterFile, LetterKind } from "./letter-schema.ts";

/** A letter as commands and queries hold it. */
export type LoadedLetter = Omit<Selectable<LetterTable>, "content"> & { content: LetterContent };

/** A letter of the actor's own office. Throws not_found for any other. */
export async function loadLetter(ctx: Ctx, letterId: string | undefined): Promise<LoadedLetter> {
	if (!isId(letterId)) throw problem("not_found", {});
	const row = await ctx.db
		.selectFrom("letter")
		.selectAll()
		.where("id", "=", letterId)
		.where("office_id", "=", ctx.actor.unitId)
		.executeTakeFirst();
	if (!row) throw problem("not_found", {});
	return { ...row, content: JSON.parse(row.content) as LetterContent };
}

/** As `loadLetter`, for a change: throws `letter_issued` for what is issued. */
export async function loadDraft(ctx: Ctx, letterId: string | undefined): Promise<LoadedLetter> {
	const letter = await loadLetter(ctx, letterId);
	if (letter.state !== "draft") throw problem("letter_issued", {});
	return letter;
}

/** Drafts begun for a campaign, one of each kind at most. */
export async function draftsOf(ctx: Ctx, campaignId: string): Promise<Partial<Record<LetterKind, string>>> {
	const rows = await ctx.db
		.selectFrom("letter")
		.select(["id", "kind"])
		.where("campaign_id", "=", campaignId)
		.where("office_id", "=", ctx.actor.unitId)
		.where("state", "=", "draft")
		.execute();
	return Object.fromEntries(rows.map(({ id, kind }) => [kind, id]));
}

export type IssuedLetter = {
	id: string;
	number: number;
	sign: string;
	issuedOn: string;
	signer: string;
	/** Schools it went to, and how many of them have sent their return since, be it late. */
	schools: number;
	returned: number;
};

/** Reminders of a campaign, newest first. The caller has read the campaign in the actor's scope. */
export async function remindersOf(ctx: Ctx, campaignId: string): Promise<IssuedLetter[]> {
	const rows = await ctx.db
		.selectFrom("letter as l")
		.innerJoin("letter_school as s", "s.letter_id", "l.id")
		.innerJoin("recipient as r", (join) =>
			join.onRef("r.school_id", "=", "s.school_id").onRef("r.campaign_id", "=", "s.campaign_id"),
		)
		.select(["l.id", "l.document_number", "l.sign", "l.issued_on", "l.signer", "l.issued_at"])
		.select((eb) => [
			eb.fn.countAll<number>().as("schools"),
			eb.fn.count<number>("r.first_submitted_at").as("returned"),
		])
		.where("l.campaign_id", "=", campaignId)
		.where("l.office_id", "=", ctx.actor.unitId)
		.where("l.kind", "=", "reminder")
		.where("l.state", "=", "issued")
		.groupBy(["l.id", "l.document_number", "l.sign", "l.issued_on", "l.signer", "l.issued_at"])
		.orderBy("l.issued_at", "desc")
		.orderBy("l.id", "desc")
		.execute();
	return rows.map((row) => ({
		id: row.id,
		number: row.document_number ?? 0,
		sign: row.sign ?? "",
		issuedOn: row.issued_on ?? "",
		signer: row.signer ?? "",
		schools: Number(row.schools),
		returned: Number(row.returned),
	}));
}

export type IssuedNotice = {
	id: string;
	returnId: string;
	school: string;
	commune: string;
	verdict: string | null;
	number: number;
	sign: string;
	issuedOn: string;
	written: boolean;
};

const NOTICES_PER_PAGE = 50;

/** Notices of a campaign, newest first; `after` is the id of the last one shown. */
export async function noticesOf(
	ctx: Ctx,
	campaignId: string,
	after = "",
): Promise<{ lines: IssuedNotice[]; next: string | null }> {
	let query = ctx.db
		.selectFrom("letter as l")
		.innerJoin("letter_school as s", "s.letter_id", "l.id")
		.innerJoin("recipient as r", (join) =>
			join.onRef("r.school_id", "=", "s.school_id").onRef("r.campaign_id", "=", "s.campaign_id"),
		)
		.select(["l.id", "l.document_number", "l.sign", "l.issued_on", "l.pdf_file_id", "s.return_id"])
		.select(["r.name", "r.commune", "r.verdict"])
		.where("l.campaign_id", "=", campaignId)
		.where("l.office_id", "=", ctx.actor.unitId)
		.where("l.kind", "=", "result")
		.where("l.state", "=", "issued")
		.orderBy("l.id", "desc")
		.limit(NOTICES_PER_PAGE + 1);
	if (isId(after)) query = query.where("l.id", "<", after);
	const rows = await query.execute();
	const shown = rows.slice(0, NOTICES_PER_PAGE);
	return {
		lines: shown.map((row) => ({
			id: row.id,
			returnId: row.return_id,
			school: row.name,
			commune: row.commune,
			verdict: row.verdict,
			number: row.document_number ?? 0,
			sign: row.sign ?? "",
			issuedOn: row.issued_on ?? "",
			written: row.pdf_file_id !== null,
		})),
		next: rows.length > NOTICES_PER_PAGE ? (shown.at(-1)?.id ?? null) : null,
	};
}

/** How many notices of a campaign are issued, and how many of them have their files. */
export async function countNotices(ctx: Ctx, campaignId: string): Promise<{ issued: number; written: number }> {
	const row = await ctx.db
		.selectFrom("letter")
		.select((eb) => [eb.fn.countAll<number>().as("issued"), eb.fn.count<number>("pdf_file_id").as("written")])
		.where("campaign_id", "=", campaignId)
		.where("office_id", "=", ctx.actor.unitId)
		.where("kind", "=", "result")
		.where("state", "=", "issued")
		.executeTakeFirstOrThrow();
	return { issued: Number(row.issued), written: Number(row.written) };
}

/** The notice of one return; null before it is issued. The caller has read the return in the actor's scope. */
export async function noticeOf(
	ctx: Ctx,
	returnId: string,
): Promise<{ id: string; number: number; sign: string } | null> {
	const row = await ctx.db
		.selectFrom("letter_school as s")
		.innerJoin("letter as l", "l.id", "s.letter_id")
		.select(["l.id", "l.document_number", "l.sign"])
		.where("s.return_id", "=", returnId)
		// Written out and not bound: only so does SQLite see that its index over results fits.
		.where(sql<boolean>`s.kind = 'result'`)
		.where("l.office_id", "=", ctx.actor.unitId)
		.executeTakeFirst();
	return row ? { id: row.id, number: row.document_number ?? 0, sign: row.sign ?? "" } : null;
}

/** Schools of an issued letter, in the order of its list. */
export async function schoolsOf(ctx: Ctx, letter: LoadedLetter) {
	const rows = await ctx.db
		.selectFrom("letter_school as s")
		.innerJoin("recipient as r", (join) =>
			join.onRef("r.school_id", "=", "s.school_id").onRef("r.campaign_id", "=", "s.campaign_id"),
		)
		.select(["s.return_id as returnId", "s.due_on as dueOn", "r.code", "r.name", "r.commune", "r.first_submitted_at"])
		.where("s.letter_id", "=", letter.id)
		.orderBy("s.position")
		.execute();
	return rows.map(({ first_submitted_at: returnedAt, ...row }) => ({ ...row, returnedAt }));
}

/** A kept file of an issued letter, for the office. Notices hold single answers: they need `returns.inspect`. */
export async function readLetterFile(ctx: Ctx, letter: LoadedLetter, file: LetterFile): Promise<Uint8Array> {
	demand(ctx.actor, permissionFor(letter.kind));
	const id = letter[`${file}_file_id`];
	if (letter.state !== "issued" || id === null) throw problem("not_found", {});
	return bytesOf(ctx, id);
}

/** Who of an office may read letters of a kind. */
export function permissionFor(kind: LetterKind): "campaigns.read" | "returns.inspect" {
	return kind === "reminder" ? "campaigns.read" : "returns.inspect";
}

/** Every written notice of a campaign by number: what a ZIP of them holds. Needs `returns.inspect`. */
export async function writtenNotices(ctx: Ctx, campaignId: string) {
	demand(ctx.actor, "returns.inspect");
	return ctx.db
		.selectFrom("letter as l")
		.innerJoin("letter_school as s", "s.letter_id", "l.id")
		.innerJoin("recipient as r", (join) =>
			join.onRef("r.school_id", "=", "s.school_id").onRef("r.campaign_id", "=", "s.campaign_id"),
		)
		.innerJoin("file as d", "d.id", "l.docx_file_id")
		.innerJoin("file as p", "p.id", "l.pdf_file_id")
		.select(["l.document_number as number", "l.number_year as year", "r.code", "d.key as docx", "p.key as pdf"])
		.select(["l.docx_sha256 as docxSha256", "l.pdf_sha256 as pdfSha256"])
		.where("l.campaign_id", "=", campaignId)
		.where("l.office_id", "=", ctx.actor.unitId)
		.where("l.kind", "=", "result")
		.orderBy("l.number_year")
		.orderBy("l.document_number")
		.orderBy("l.id")
		.execute();
}

/** Ids of issued notices of a campaign whose files are still to be written, in order. */
export async function unwrittenNotices(ctx: Ctx, campaignId: string): Promise<string[]> {
	const rows = await ctx.db
		.selectFrom("letter")
		.select("id")
		.where("campaign_id", "=", campaignId)
		.where("office_id", "=", ctx.actor.unitId)
		.where("kind", "=", "result")
		.where("state", "=", "issued")
		.where("pdf_file_id", "is", null)
		.orderBy("id")
		.execute();
	return rows.map(({ id }) => id);
}
