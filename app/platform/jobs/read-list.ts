import { codeOf } from "#app/domain/units/entry.ts";
import type {
	Header,
	KnownUnit,
	ListReading,
	Mapping,
	PlannedRow,
	Surroundings,
} from "#app/domain/units/import-schema.ts";
import { judge } from "#app/domain/units/judge.ts";
import { openList } from "#app/domain/units/open-list.ts";
import { readCsv } from "../sheets/csv.ts";
import { sniffSheet } from "../sheets/sniff.ts";
import { readXlsx } from "../sheets/xlsx.ts";
import type { Ask } from "./serve-job.ts";

/** What reading a list needs to know first; codes are asked for a few hundred at a time. */
export type ListJob = { bytes: Uint8Array; mapping: Mapping | null; around: Surroundings };

/** A reading, with what would be written. Large parts travel as JSON: a string crosses threads at the price of a copy. */
export type ListResult = {
	header: Header;
	counts: ListReading["counts"];
	/** A `ListReading`. */
	reading: string;
	/** Arrays of `PlannedRow`, one for each transaction. */
	plans: string[];
	mediaType: string;
};

const CODES_ASKED = 250;
/** Rows written in one transaction: some 10 ms of the writer's time. */
const ROWS_WRITTEN = 100;

/** Reads a file, finds its list, judges each row. Pure but for `ask`, which answers codes with what is known of them. */
export async function readList(job: ListJob, ask: Ask): Promise<ListResult> {
	const type = sniffSheet(job.bytes);
	const sheets = type === "xlsx" ? await readXlsx(job.bytes) : readCsv(job.bytes);
	const { header, entries, skipped } = openList(sheets, job.mapping);
	const codes = [...new Set(entries.map(codeOf).filter((code) => code !== ""))];
	const known = new Map<string, KnownUnit>();
	for (let at = 0; at < codes.length; at += CODES_ASKED) {
		const found = (await ask(codes.slice(at, at + CODES_ASKED))) as KnownUnit[];
		for (const unit of found) known.set(unit.code, unit);
	}
	const { rows, planned, counts } = judge(entries, known, job.around);
	const reading: ListReading = { header, rows, skipped, counts };
	return { header, counts, reading: JSON.stringify(reading), plans: inChunks(planned), mediaType: mediaTypes[type] };
}

const mediaTypes = {
	xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	csv: "text/csv",
};

function inChunks(planned: PlannedRow[]): string[] {
	const chunks: string[] = [];
	for (let at = 0; at < planned.length; at += ROWS_WRITTEN) {
		chunks.push(JSON.stringify(planned.slice(at, at + ROWS_WRITTEN)));
	}
	return chunks;
}
