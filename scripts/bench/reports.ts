import { dayOf } from "#app/domain/days.ts";
import { open, read, whileOthersAsk } from "./bystander.ts";
import type { Client } from "./load.ts";
import { checkedReport } from "./report-district.ts";
import type { Site } from "./site.ts";

export type ReportFigures = {
	what: string;
	/** Seconds that it may take. */
	most: number;
	seconds: number;
	cpu: number | null;
	megabytesWritten: number | null;
	p99: number;
	worst: number;
};

/** Draws each file of a checked report on every school, then issues it, while somebody else asks for a small page every 20 ms. */
export async function measureReport(site: Site, client: Client): Promise<ReportFigures[]> {
	const id = await checkedReport(site);
	// The first pages after a start make the program ready: they are no measure of a report.
	for (const path of ["/sign-in", "/sign-in", `/office/reports/${id}`])
		await read(await open(site, path, site.officerCookie), () => {});
	const figures: ReportFigures[] = [];
	for (const [what, file, most] of [
		["report DOCX", "bao-cao.docx", 10],
		["report PDF", "bao-cao.pdf", 20],
		["report workbook", "phu-luc.xlsx", 10],
	] as const) {
		const drawn = await whileOthersAsk(site, () => drawnBytes(site, `/office/reports/${id}/files/${file}`));
		figures.push({ what, most, megabytesWritten: drawn.result / 1e6, ...drawn });
	}
	const day = dayOf(new Date().toISOString());
	const form = { intent: "issue", number: "1", issuedOn: day, capacity: "Giám đốc", signer: "Nguyễn Văn A" };
	const body = new URLSearchParams(form).toString();
	const issued = await whileOthersAsk(site, async () => {
		const type = "application/x-www-form-urlencoded";
		const { officerCookie: cookie } = site;
		const { status, text } = await client.send({
			path: `/office/reports/${id}`,
			cookie,
			body,
			type,
			encoding: "identity",
		});
		if (status >= 400) throw new Error(`not issued: ${status} ${text.slice(0, 300)}`);
	});
	const { state } = await site.store.read
		.selectFrom("report_version")
		.select("state")
		.where("report_id", "=", id)
		.executeTakeFirstOrThrow();
	if (state !== "issued") throw new Error(`the report is ${state} after issuing`);
	return [...figures, { what: "report issued with its three files", most: 40, megabytesWritten: null, ...issued }];
}

async function drawnBytes(site: Site, path: string): Promise<number> {
	let bytes = 0;
	const answer = await open(site, path, site.officerCookie);
	if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`);
	await read(answer, (piece) => {
		bytes += piece.length;
	});
	return bytes;
}
