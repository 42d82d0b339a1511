import { addDays } from "#app/domain/days.ts";
import { newId } from "#app/domain/id.ts";
import { type ReturnOutcome, unitsAbove } from "#app/domain/tallies/rules.ts";
import type { Engine } from "#db/engine.ts";
import type { Db, Store } from "#db/store.ts";
import type { RecipientTable } from "#db/tables/campaigns.ts";
import type { Pattern } from "./province-form.ts";
import {
	answerRows,
	findingRows,
	insertAnswers,
	insertFindings,
	insertRecipients,
	insertReturnRows,
	insertSubmissions,
	insertTallies,
	type TallyRow,
} from "./province-rows.ts";
import type { ProvinceSchool } from "./province-units.ts";

type Campaign = { id: string; versionId: string; dueOn: string; opensOn: string; now: string };

/** One return as it was sent. */
export type SentReturn = { school: ProvinceSchool; returnId: string; pattern: Pattern; at: string; onTime: 0 | 1 };

/** Nobody has begun: recipients and their counters. */
export async function insertWaiting(
	store: Store,
	engine: Engine,
	campaign: Campaign,
	chunks: readonly ProvinceSchool[][],
): Promise<void> {
	const counters = new Counters(campaign.id);
	for (const chunk of chunks) {
		for (const school of chunk) counters.add(school, ["recipients", "not_started"]);
		await store.transaction((db) =>
			insertRecipients(
				db,
				engine,
				chunk.map((school) => recipientRow(school, campaign, newId())),
			),
		);
	}
	await insertCounters(store, engine, counters);
}

/** Everybody has sent: recipients, returns, frozen submissions, findings and the counters of all of them in one pass. */
export async function insertReturns(
	store: Store,
	engine: Engine,
	campaign: Campaign,
	chunks: readonly ProvinceSchool[][],
	patterns: readonly Pattern[],
	withAnswers: boolean,
): Promise<void> {
	const counters = new Counters(campaign.id);
	let number = 0;
	for (const chunk of chunks) {
		const sent: SentReturn[] = [];
		for (const school of chunk) {
			const pattern = patterns[(number * 7) % patterns.length];
			if (!pattern) throw new Error("no patterns to send");
			// One school in thirteen is late; the others spread over the days of the campaign, in office hours.
			const onTime = number % 13 === 0 ? 0 : 1;
			const day = onTime ? addDays(campaign.opensOn, 3 + (number % 15)) : addDays(campaign.dueOn, 1);
			const at = `${day}T0${1 + (number % 9)}:${String(number % 60).padStart(2, "0")}:00.000Z`;
			sent.push({ school, returnId: newId(), pattern, at, onTime });
			const verdict = `verdict_${pattern.verdict.result}` as const;
			counters.add(school, ["recipients", "submitted", "reported", onTime ? "on_time" : "late", verdict], pattern);
			number += 1;
		}
		await store.transaction((db) => insertSent(db, engine, campaign, sent, withAnswers));
	}
	await insertCounters(store, engine, counters);
}

async function insertSent(
	db: Db,
	engine: Engine,
	campaign: Campaign,
	sent: readonly SentReturn[],
	withAnswers: boolean,
): Promise<void> {
	await insertRecipients(
		db,
		engine,
		sent.map((one) => ({ ...recipientRow(one.school, campaign, one.returnId), ...sentColumns(one) })),
	);
	await insertReturnRows(db, engine, campaign, sent);
	await insertSubmissions(db, engine, campaign, sent);
	await insertFindings(
		db,
		engine,
		sent.flatMap((one) => findingRows(one, campaign.id)),
	);
	if (withAnswers) await insertAnswers(db, engine, sent.flatMap(answerRows));
}

function sentColumns({ pattern: { verdict }, at, onTime }: SentReturn): Partial<RecipientTable> {
	return {
		state: "submitted",
		progress: 100,
		opened_at: at,
		first_submitted_at: at,
		submitted_at: at,
		on_time: onTime,
		verdict: verdict.result,
		met: verdict.met,
		counted: verdict.counted,
		percent_tenths: verdict.percent === null ? null : Math.round(verdict.percent * 10),
		reasons: JSON.stringify(verdict.reasons),
		open_findings: verdict.unmet,
	};
}

function recipientRow(school: ProvinceSchool, campaign: Campaign, returnId: string): RecipientTable {
	const { unit, row, commune } = school;
	return {
		school_id: unit.id,
		campaign_id: campaign.id,
		return_id: returnId,
		version_id: null,
		code: unit.code,
		name: unit.name,
		search: unit.search,
		kind: row.kind,
		ownership: row.ownership,
		managed_by: row.managed_by,
		commune_id: commune.id,
		commune: commune.name,
		path: unit.path,
		due_on: campaign.dueOn,
		extension_reason: "",
		state: "not_started",
		progress: 0,
		opened_at: null,
		first_submitted_at: null,
		submitted_at: null,
		on_time: null,
		reviewed_at: null,
		verdict: null,
		met: null,
		counted: null,
		percent_tenths: null,
		reasons: null,
		open_findings: 0,
	};
}

/** Counters of one campaign, added up in memory: a province has some hundred thousand of them. */
class Counters {
	readonly #units = new Map<string, Map<string, TallyRow>>();
	readonly #campaignId: string;

	constructor(campaignId: string) {
		this.#campaignId = campaignId;
	}

	add(school: ProvinceSchool, outcomes: readonly ReturnOutcome[], pattern?: Pattern): void {
		for (const unit of unitsAbove(school.unit.path, school.unit.id)) {
			const rows = this.#units.get(unit) ?? new Map<string, TallyRow>();
			this.#units.set(unit, rows);
			for (const outcome of outcomes) this.#count(rows, unit, "", outcome);
			if (!pattern) continue;
			for (const [item, outcome] of pattern.outcomes) this.#count(rows, unit, item, outcome);
			const unmet = Object.values(pattern.answers).filter(({ value }) => value === "unmet");
			this.#count(rows, unit, "", "findings_open", unmet.length);
			this.#count(rows, unit, "", "findings_petition", unmet.filter(({ measure }) => measure?.superior).length);
		}
	}

	rows(): TallyRow[] {
		return [...this.#units.values()].flatMap((rows) => [...rows.values()]);
	}

	#count(rows: Map<string, TallyRow>, unit_id: string, item: string, outcome: string, by = 1): void {
		if (by === 0) return;
		const key = `${item}#${outcome}`;
		const row = rows.get(key);
		if (row) row.n += by;
		else rows.set(key, { campaign_id: this.#campaignId, unit_id, item, outcome, shard: 0, n: by });
	}
}

async function insertCounters(store: Store, engine: Engine, counters: Counters): Promise<void> {
	const rows = counters.rows();
	for (let at = 0; at < rows.length; at += 20_000) {
		await store.transaction((db) => insertTallies(db, engine, rows.slice(at, at + 20_000)));
	}
}
