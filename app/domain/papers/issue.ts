import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import type { Paper } from "../paper.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { hashesOf } from "./kept-files.ts";
import { FIGURES_ON, figuresOn, movedFigures, shortDay } from "./rules.ts";
import { type IssueInput, issueInput, type ReportFile } from "./schema.ts";
import { type LoadedReport, loadIn, standingOfVersion } from "./versions.ts";

/** What a paper is written from: a checked version whose figures are of the day on which it is issued, and how it is signed. */
export type ReadyReport = { version: LoadedReport; signing: ReturnType<typeof issueInput.parse> };

/** What is issued: the paper as it was laid out from `revision`, and the ids of its kept files. */
export type IssuedPaper = { revision: number; paper: Paper; files: Record<ReportFile, string> };

/**
 * Whether the checked version may be issued so: what is wrong is told before files are written. Throws `report_state`,
 * `report_figures_moved`, `report_number_taken`, `report_too_early`, `report_before_figures`, `day_in_future`, `report_note_missing`.
 */
export async function readyToIssue(ctx: Ctx, reportId: string, input: IssueInput): Promise<ReadyReport> {
	demand(ctx.actor, "reports.write");
	const signing = issueInput.parse(input);
	const version = await loadIn(ctx, reportId, "checked");
	await refuseDay(ctx, version, signing.issuedOn);
	if (version.number > 1 && signing.changeNote === "") throw problem("report_note_missing", {});
	await refuseNumber(ctx, signing);
	const { now } = await standingOfVersion(ctx, version);
	const moved = movedFigures(version.content, version.kept, now);
	if (moved.length > 0) throw problem("report_figures_moved", { count: moved.length });
	// Taken on that day and the same today, they were so on every day between.
	const on = figuresOn(version.content, version.kept);
	if (on !== null && signing.issuedOn < on) throw problem("report_before_figures", { on });
	const kept = { ...version.kept, [FIGURES_ON]: { text: shortDay(signing.issuedOn), value: null } };
	return { version: { ...version, kept }, signing };
}

/**
 * Issues a checked version with its files; from then on nothing of it changes. Throws as `readyToIssue`; `report_changed` when the
 * version is not any more what the files were written from; not_found for files that are not the office's.
 */
export async function issueReport(ctx: Ctx, reportId: string, input: IssueInput, issued: IssuedPaper): Promise<void> {
	demand(ctx.actor, "reports.write");
	await inTransaction(ctx, async (ctx) => {
		const { version, signing } = await readyToIssue(ctx, reportId, input);
		if (version.revision !== issued.revision) throw problem("report_changed", {});
		const hashes = await hashesOf(ctx, issued.files);
		const done = await ctx.db
			.updateTable("report_version")
			.set({
				state: "issued",
				revision: version.revision + 1,
				document_number: signing.number,
				number_year: signing.issuedOn.slice(0, 4),
				issued_on: signing.issuedOn,
				capacity: signing.capacity.join("\n"),
				signer: signing.signer,
				change_note: signing.changeNote,
				issued_by: ctx.actor.personId,
				issued_at: ctx.now,
				updated_at: ctx.now,
				figures: JSON.stringify(version.kept),
				paper: JSON.stringify(issued.paper),
				docx_file_id: issued.files.docx,
				pdf_file_id: issued.files.pdf,
				xlsx_file_id: issued.files.xlsx,
				...hashes,
			})
			.where("report_id", "=", reportId)
			.where("number", "=", version.number)
			.where("revision", "=", version.revision)
			.executeTakeFirst();
		if (done.numUpdatedRows !== 1n) throw problem("report_changed", {});
		await record(ctx, {
			unitId: ctx.actor.unitId,
			event: "report.issued",
			subject: `report/${reportId}`,
			after: { version: version.number, ...signing, ...hashes },
		});
	});
}

async function refuseDay(ctx: Ctx, version: LoadedReport, issuedOn: string): Promise<void> {
	if (issuedOn > ctx.today) throw problem("day_in_future", { day: issuedOn, today: ctx.today });
	const before = await ctx.db
		.selectFrom("report_version")
		.select("issued_on")
		.where("report_id", "=", version.report_id)
		.where("number", "=", version.number - 1)
		.executeTakeFirst();
	const from = [version.period_from, before?.issued_on ?? ""].sort().at(-1) ?? "";
	if (issuedOn < from) throw problem("report_too_early", { from });
}

async function refuseNumber(ctx: Ctx, { number, issuedOn }: ReadyReport["signing"]): Promise<void> {
	const year = issuedOn.slice(0, 4);
	const taken = await ctx.db
		.selectFrom("report_version")
		.select("report_id")
		.where("office_id", "=", ctx.actor.unitId)
		.where("number_year", "=", year)
		.where("document_number", "=", number)
		.executeTakeFirst();
	if (taken) throw problem("report_number_taken", { number, year });
}
