import type { z } from "zod";
import type { Ctx } from "#app/domain/ctx.ts";
import { answeredValue, readAnswer } from "#app/domain/forms/answers.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import { rowsOf } from "#app/domain/forms/rows.ts";
import type { ApiRow } from "#app/domain/reports/api-queries.ts";
import { answersIn, type Sending } from "#app/domain/reports/sending-queries.ts";
import { verdictNames } from "#app/i18n/verdict.ts";
import { type Campaign, named, reasonText } from "../tables/campaign-sheets.ts";
import { longTable, wideTable } from "../tables/data-sheets.ts";
import type { longAnswer, recipient, result, wideReturn } from "./shapes.ts";

type SentState = z.infer<typeof result>["state"];
type Value = z.infer<typeof longAnswer>["value"];

function schoolOf(row: ApiRow) {
	return {
		school_id: row.school_id,
		school_code: row.code,
		school: row.name,
		commune_code: row.commune_code,
		commune: row.commune,
		kind: row.kind,
		ownership: row.ownership,
		return_id: row.return_id,
	};
}

/** Of a return that was sent at least once. */
function sendingOf(row: ApiRow) {
	const submitted = row.submitted_at ?? "";
	return {
		// A return that was sent is never back among those that were not.
		state: row.state as SentState,
		first_submitted_at: row.first_submitted_at ?? "",
		submitted_at: submitted,
		reviewed_at: row.reviewed_at,
		changed_at: row.reviewed_at !== null && row.reviewed_at > submitted ? row.reviewed_at : submitted,
	};
}

function outcomeOf(ctx: Ctx, row: ApiRow) {
	const verdict = (row.verdict ?? "none") as z.infer<typeof result>["verdict"];
	return {
		on_time: row.on_time === 1,
		verdict,
		verdict_words: named(verdictNames[ctx.locale], verdict),
		met: row.met,
		counted: row.counted,
		percent: row.percent_tenths === null ? null : row.percent_tenths / 10,
	};
}

export function recipientOf(row: ApiRow): z.infer<typeof recipient> {
	return {
		...schoolOf(row),
		state: row.state,
		progress: row.progress,
		due_on: row.due_on,
		extension_reason: row.extension_reason,
		opened_at: row.opened_at,
		first_submitted_at: row.first_submitted_at,
		submitted_at: row.submitted_at,
		reviewed_at: row.reviewed_at,
		on_time: row.on_time === null ? null : row.on_time === 1,
	};
}

export function resultOf(ctx: Ctx, campaign: Campaign, row: ApiRow): z.infer<typeof result> {
	return {
		...schoolOf(row),
		...sendingOf(row),
		...outcomeOf(ctx, row),
		open_findings: row.open_findings,
		reasons: reasonText(ctx, campaign, row.reasons).split("\n").filter(Boolean),
	};
}

/** What makes the wide row of a return; worked out once for a page. */
export function wideMaker(ctx: Ctx, campaign: Campaign): (row: ApiRow, sent: Sending) => z.infer<typeof wideReturn> {
	const { items, rosters, rosterCodes } = wideTable(ctx, campaign);
	return (row, sent) => {
		const answers = answersIn(sent);
		const counts = rowsOf(answers, rosterCodes);
		const cells = items.map(({ code, coded, cells }) => ({ code, coded, cells: cells(answeredValue(answers, code)) }));
		return {
			...schoolOf(row),
			...sendingOf(row),
			...outcomeOf(ctx, row),
			round: sent.round,
			values: Object.fromEntries(cells.map(({ code, cells }) => [code, (cells[0] ?? null) as Value])),
			words: Object.fromEntries(
				cells.filter(({ coded }) => coded).map(({ code, cells }) => [code, (cells[1] ?? null) as string | null]),
			),
			rows: Object.fromEntries(rosters.map(({ code }) => [code, counts.get(code)?.length ?? 0])),
		};
	};
}

/** What makes the rows of a return's answers, in the order of the form. */
export function longMaker(ctx: Ctx, campaign: Campaign): (row: ApiRow, sent: Sending) => z.infer<typeof longAnswer>[] {
	const table = longTable(ctx, campaign);
	const { itemByCode } = prepare(campaign.definition);
	return (row, sent) => {
		const { state, changed_at } = sendingOf(row);
		const { school_code, school, commune_code, commune, return_id } = schoolOf(row);
		const head = { return_id, school_code, school, commune_code, commune, state, round: sent.round, changed_at };
		return Array.from(table.answers({ answers: answersIn(sent) }), (answer) => {
			const [section, item, text] = answer.of.cells as string[];
			const [value, words] = answer.of.rest(answer.found);
			const { note, measure } = readAnswer(answer.found);
			return {
				...head,
				section: section ?? "",
				item: item ?? "",
				item_text: text ?? "",
				type: itemByCode.get(answer.of.code)?.type ?? "",
				row: answer.row || null,
				row_title: answer.title || null,
				value: value as Value,
				words: (words ?? null) as string | null,
				note: note || null,
				measure: measure?.what || null,
				measure_by: measure?.who || null,
				measure_due: measure?.due || null,
				needs_superior: measure?.superior ?? false,
				request: measure?.request || null,
			};
		});
	};
}
