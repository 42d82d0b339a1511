import type { ReportVersionTable } from "#db/tables/papers.ts";
import type { Ctx } from "../ctx.ts";
import type { Paper } from "../paper.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { campaignsInPeriod } from "./facts.ts";
import { bytesOf } from "./kept-files.ts";
import { dated, movedFigures } from "./rules.ts";
import type { KeptFigures, ReportFile } from "./schema.ts";
import { type LoadedReport, loadReport, type Standing, standingOfVersion } from "./versions.ts";

export type ReportLine = {
	id: string;
	version: number;
	state: ReportVersionTable["state"];
	abstract: string;
	letter: string;
	periodFrom: string;
	periodTo: string;
	/** `12/BC-PGDĐT`, null before it is issued. */
	number: { number: number; sign: string } | null;
	issuedOn: string | null;
	updatedAt: string;
};

const REPORTS_PER_PAGE = 30;

/** The office's reports, each in its newest version, newest first. Needs `reports.read`. `next` is the cursor `after`. */
export async function listReports(
	ctx: Ctx,
	{ after, directiveId }: { after?: string; directiveId?: string } = {},
): Promise<{ lines: ReportLine[]; next: string | null }> {
	demand(ctx.actor, "reports.read");
	const [at, id] = after?.split("_") ?? [];
	let query = ctx.db
		.selectFrom("report as r")
		.innerJoin("report_version as v", "v.report_id", "r.id")
		.select(["r.id", "r.created_at", "v.number", "v.state", "v.content", "v.period_from", "v.period_to"])
		.select(["v.document_number", "v.issued_on", "v.updated_at"])
		.where("r.office_id", "=", ctx.actor.unitId)
		.where((eb) =>
			eb(
				"v.number",
				"=",
				eb
					.selectFrom("report_version as n")
					.select((eb) => eb.fn.max("n.number").as("last"))
					.whereRef("n.report_id", "=", "r.id"),
			),
		)
		.orderBy("r.created_at", "desc")
		.orderBy("r.id", "desc")
		.limit(REPORTS_PER_PAGE + 1);
	if (directiveId) query = query.where("r.directive_id", "=", directiveId);
	if (at && id)
		query = query.where((eb) =>
			eb.or([eb("r.created_at", "<", at), eb.and([eb("r.created_at", "=", at), eb("r.id", "<", id)])]),
		);
	const rows = await query.execute();
	const shown = rows.slice(0, REPORTS_PER_PAGE);
	const last = rows.length > REPORTS_PER_PAGE ? shown.at(-1) : undefined;
	return {
		lines: shown.map((row) => {
			const { head, letter } = JSON.parse(row.content) as LoadedReport["content"];
			return {
				id: row.id,
				version: row.number,
				state: row.state,
				abstract: head.abstract,
				letter: letter.number,
				periodFrom: row.period_from,
				periodTo: row.period_to,
				number: row.document_number === null ? null : { number: row.document_number, sign: head.sign },
				issuedOn: row.issued_on,
				updatedAt: row.updated_at,
			};
		}),
		next: last ? `${last.created_at}_${last.id}` : null,
	};
}

/** A version with what stands behind it today; an issued one is frozen and has nothing behind it. Needs `reports.read`. */
export async function readReport(
	ctx: Ctx,
	reportId: string | undefined,
	number?: number,
): Promise<{ version: LoadedReport; standing: Standing | null; versions: VersionLine[] }> {
	demand(ctx.actor, "reports.read");
	const version = await loadReport(ctx, reportId, number);
	const standing = version.state === "issued" ? null : await standingOfVersion(ctx, version);
	return { version, standing, versions: await versionsOf(ctx, version.report_id) };
}

/** The values that a version says: as issued, else with the day of which they still are. */
export function saidIn({ content, kept }: LoadedReport, standing: Pick<Standing, "now"> | null): KeptFigures {
	return standing ? dated(content, kept, standing.now) : kept;
}

export type VersionLine = { number: number; state: LoadedReport["state"]; issuedOn: string | null; changeNote: string };

async function versionsOf(ctx: Ctx, reportId: string): Promise<VersionLine[]> {
	return ctx.db
		.selectFrom("report_version")
		.select(["number", "state", "issued_on as issuedOn", "change_note as changeNote"])
		.where("report_id", "=", reportId)
		.orderBy("number", "desc")
		.execute();
}

/** What moved since drafting, and titles of campaigns that serve the letter but are not in the report yet. */
export async function whatChanged(ctx: Ctx, version: LoadedReport, standing: Standing | null) {
	if (!standing) return { moved: [], campaigns: [] };
	const period = { periodFrom: version.period_from, periodTo: version.period_to };
	const served = await campaignsInPeriod(ctx, version.directiveId, period);
	const fresh = served.filter(({ id }) => version.content.campaigns.every((one) => one.id !== id));
	const titles = fresh.length
		? await ctx.db
				.selectFrom("campaign")
				.select("title")
				.where(
					"id",
					"in",
					fresh.map(({ id }) => id),
				)
				.orderBy("title")
				.execute()
		: [];
	return {
		moved: movedFigures(version.content, version.kept, standing.now),
		campaigns: titles.map(({ title }) => title),
	};
}

/** Bytes of an issued version's file, as they were issued. Needs `reports.read`. Throws not_found before it is issued. */
export async function readIssuedFile(ctx: Ctx, version: LoadedReport, kind: ReportFile): Promise<Uint8Array> {
	demand(ctx.actor, "reports.read");
	const id = version[`${kind}_file_id`];
	if (version.state !== "issued" || id === null) throw problem("not_found", {});
	return bytesOf(ctx, id);
}

/** The paper of an issued version as it was frozen. */
export function issuedPaper(version: LoadedReport): Paper | null {
	return version.paper === null ? null : (JSON.parse(version.paper) as Paper);
}
