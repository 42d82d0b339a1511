import type { Ctx } from "#app/domain/ctx.ts";
import { documentNumber, type Paper, wordedDay } from "#app/domain/paper.ts";
import { issueReport, readyToIssue } from "#app/domain/papers/issue.ts";
import { readIssuedFile, saidIn } from "#app/domain/papers/queries.ts";
import type { IssueInput, ReportFile } from "#app/domain/papers/schema.ts";
import { type LoadedReport, standingOfVersion } from "#app/domain/papers/versions.ts";
import { formatTime } from "#app/i18n/format.ts";
import { annexesXlsx, paperDocx, paperPdf } from "../jobs/papers.ts";
import { issueWithKept } from "../kept-files.ts";
import type { ReportAnnex } from "./annex.ts";
import { annexesOf, annexesOnPaper, dayLine, reportPaper } from "./report-paper.ts";

/** Names under which files are downloaded, and what they are. */
export const reportFileNames: Record<ReportFile, { name: string; type: string }> = {
	docx: {
		name: "bao-cao.docx",
		type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	},
	pdf: { name: "bao-cao.pdf", type: "application/pdf" },
	xlsx: { name: "phu-luc.xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
};

/** A file of a version: as issued, or drawn from the draft as it stands. Throws `paper_too_big`. */
export async function reportFile(ctx: Ctx, version: LoadedReport, kind: ReportFile): Promise<Uint8Array> {
	if (version.state === "issued") return readIssuedFile(ctx, version, kind);
	const standing = await standingOfVersion(ctx, version);
	const annexes = await annexesOf(ctx, standing.facts);
	if (kind === "xlsx")
		return annexesXlsx(annexes, [`Dự thảo. ${dayLine(ctx.today)}`, `Lập lúc ${formatTime(ctx.now)}`]);
	const said = { ...version, kept: saidIn(version, standing) };
	const paper = reportPaper(said, await annexesOnPaper(annexes, ctx.today), null, ctx.today.slice(0, 4));
	return kind === "docx" ? paperDocx(paper) : paperPdf(paper);
}

/**
 * Writes the three files of a checked version, keeps them, and issues it with them. Throws what `issueReport` throws, and
 * `paper_too_big`.
 */
export async function issueWithFiles(ctx: Ctx, reportId: string, input: IssueInput): Promise<void> {
	const { version, signing } = await readyToIssue(ctx, reportId, input);
	const { facts } = await standingOfVersion(ctx, version);
	const annexes = await annexesOf(ctx, facts);
	const paper = reportPaper(version, await annexesOnPaper(annexes, signing.issuedOn), signing, "");
	const bytes = await written(paper, annexes, [dayLine(signing.issuedOn), `Lập lúc ${formatTime(ctx.now)}`]);
	const { revision } = version;
	const file = (kind: ReportFile) => {
		const { name, type } = reportFileNames[kind];
		return { name, mediaType: type, bytes: bytes[kind] };
	};
	await issueWithKept(ctx, { docx: file("docx"), pdf: file("pdf"), xlsx: file("xlsx") }, (files) =>
		issueReport(ctx, reportId, input, { revision, paper, files }),
	);
}

async function written(paper: Paper, annexes: ReportAnnex[], lines: string[]): Promise<Record<ReportFile, Uint8Array>> {
	const { letterhead } = paper;
	const number = `Kèm theo Báo cáo số ${documentNumber(letterhead)} ${wordedDay(letterhead.day)} của ${letterhead.issuer}`;
	return {
		docx: await paperDocx(paper),
		pdf: await paperPdf(paper),
		xlsx: await annexesXlsx(annexes, [number, ...lines]),
	};
}
