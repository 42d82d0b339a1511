import { parseAnswerKey } from "#app/domain/forms/answers.ts";
import { newId } from "#app/domain/id.ts";
import { type BulkColumn, insertRows } from "#db/bulk.ts";
import type { Engine } from "#db/engine.ts";
import type { Db } from "#db/store.ts";
import type { RecipientTable } from "#db/tables/campaigns.ts";
import type { FindingTable } from "#db/tables/findings.ts";
import type { AnswerTable, ReturnTable, SubmissionTable } from "#db/tables/returns.ts";
import type { TallyTable } from "#db/tables/tallies.ts";
import type { SentReturn } from "./province-returns.ts";

export type TallyRow = TallyTable;

const text = (name: string): BulkColumn => ({ name, type: "text" });
const integer = (name: string): BulkColumn => ({ name, type: "integer" });

const recipientColumns: readonly BulkColumn[] = [
	...["school_id", "campaign_id", "return_id", "code", "name", "search", "kind", "ownership", "managed_by"].map(text),
	...["commune_id", "commune", "path", "due_on", "extension_reason", "state"].map(text),
	integer("progress"),
	...["opened_at", "first_submitted_at", "submitted_at"].map(text),
	integer("on_time"),
	...["reviewed_at", "verdict"].map(text),
	...["met", "counted", "percent_tenths"].map(integer),
	text("reasons"),
	integer("open_findings"),
];

export function insertRecipients(db: Db, engine: Engine, rows: readonly RecipientTable[]): Promise<void> {
	return insertRows(db, engine, "recipient", recipientColumns, rows);
}

const returnColumns: readonly BulkColumn[] = [
	...["school_id", "id", "campaign_id", "version_id", "state"].map(text),
	...["revision", "round"].map(integer),
	...["opened_at", "updated_at"].map(text),
];

export function insertReturnRows(
	db: Db,
	engine: Engine,
	campaign: { id: string; versionId: string },
	sent: readonly SentReturn[],
): Promise<void> {
	const rows = sent.map(
		({ school, returnId, pattern, at }): ReturnTable => ({
			school_id: school.unit.id,
			id: returnId,
			campaign_id: campaign.id,
			version_id: campaign.versionId,
			state: "submitted",
			revision: Object.keys(pattern.answers).length,
			round: 1,
			opened_at: at,
			updated_at: at,
		}),
	);
	return insertRows(db, engine, "return", returnColumns, rows);
}

const submissionColumns: readonly BulkColumn[] = [
	...["school_id", "return_id"].map(text),
	integer("round"),
	...["campaign_id", "answers", "verdict", "sha256"].map(text),
	integer("on_time"),
	...["submitted_by", "submitted_at"].map(text),
];

export function insertSubmissions(
	db: Db,
	engine: Engine,
	campaign: { id: string },
	sent: readonly SentReturn[],
): Promise<void> {
	const rows = sent.map(
		({ school, returnId, pattern, at, onTime }): Omit<SubmissionTable, "figures"> => ({
			school_id: school.unit.id,
			return_id: returnId,
			round: 1,
			campaign_id: campaign.id,
			answers: pattern.frozenJson,
			verdict: JSON.stringify(pattern.verdict),
			sha256: pattern.sha256,
			on_time: onTime,
			device_at: null,
			submitted_by: school.personId,
			submitted_at: at,
		}),
	);
	return insertRows(db, engine, "submission", submissionColumns, rows);
}

const findingColumns: readonly BulkColumn[] = [
	...["school_id", "id", "campaign_id", "return_id", "item", "row"].map(text),
	...["knockout", "mandatory"].map(integer),
	...["remark", "measure", "owner", "due_on"].map(text),
	integer("superior"),
	...["request", "state", "raised_at"].map(text),
];

/** One finding for every criterion not met. */
export function findingRows({ school, returnId, pattern, at }: SentReturn, campaignId: string): FindingTable[] {
	const mandatory = new Set(pattern.verdict.mandatoryUnmet);
	return Object.entries(pattern.answers).flatMap(([item, { value, note, measure }]) => {
		if (value !== "unmet") return [];
		return {
			school_id: school.unit.id,
			id: newId(),
			campaign_id: campaignId,
			return_id: returnId,
			item,
			row: "",
			knockout: 0,
			mandatory: mandatory.has(item) ? 1 : 0,
			remark: note,
			measure: measure?.what ?? "",
			owner: measure?.who ?? "",
			due_on: measure?.due || null,
			superior: measure?.superior ? 1 : 0,
			request: measure?.request ?? "",
			state: "open",
			raised_at: at,
			mended_at: null,
		};
	});
}

export function insertFindings(db: Db, engine: Engine, rows: readonly FindingTable[]): Promise<void> {
	return insertRows(db, engine, "finding", findingColumns, rows);
}

const answerColumns: readonly BulkColumn[] = [
	...["school_id", "return_id", "item", "row", "value", "note", "measure"].map(text),
	integer("revision"),
	...["operation_id", "answered_by", "answered_at"].map(text),
];

/** The living answers behind a submission. */
export function answerRows({ school, returnId, pattern, at }: SentReturn): AnswerTable[] {
	return Object.entries(pattern.answers).map(([key, { value, note, measure }], index) => ({
		school_id: school.unit.id,
		return_id: returnId,
		...parseAnswerKey(key),
		value: JSON.stringify(value),
		note,
		measure: measure ? JSON.stringify(measure) : null,
		revision: index + 1,
		operation_id: newId(),
		answered_by: school.personId,
		answered_at: at,
	}));
}

export function insertAnswers(db: Db, engine: Engine, rows: readonly AnswerTable[]): Promise<void> {
	return insertRows(db, engine, "answer", answerColumns, rows);
}

const tallyColumns: readonly BulkColumn[] = [
	...["campaign_id", "unit_id", "item", "outcome"].map(text),
	...["shard", "n"].map(integer),
];

export function insertTallies(db: Db, engine: Engine, rows: readonly TallyRow[]): Promise<void> {
	return insertRows(db, engine, "tally", tallyColumns, rows);
}
