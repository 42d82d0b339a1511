import type { Ctx } from "#app/domain/ctx.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import type { Answer, Item } from "#app/domain/forms/schema.ts";
import { demand } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { type DrawnLine, listRows, rosterRows } from "#app/domain/reports/rows-queries.ts";
import type { Cell, Column, Sheet } from "#app/domain/reports/schema.ts";
import { answerText } from "#app/i18n/answer-text.ts";
import { figuresWords } from "#app/i18n/figures.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { textOf } from "#app/i18n/returns.ts";
import { type Campaign, sheetTitle } from "./campaign-sheets.ts";

/** A list drawn from returns. Refuses before the first byte: `forbidden` without `returns.inspect`, `not_found`. */
export function listSheet(ctx: Ctx, campaign: Campaign, code: string | null): Sheet {
	demand(ctx.actor, "returns.inspect");
	const list = campaign.definition.lists.find((one) => one.code === code);
	if (!list) throw problem("not_found", {});
	const { itemByCode } = prepare(campaign.definition);
	const items = list.items.flatMap((item) => itemByCode.get(item) ?? []);
	const title = textOf(list.title, ctx.locale);
	return rowSheet(ctx, campaign, { title, items, rostered: list.roster !== undefined }, () =>
		listRows(ctx, campaign.id, list.code),
	);
}

/** Every row of a roster, every item of each. Refuses before the first byte, like a list. */
export function rosterSheet(ctx: Ctx, campaign: Campaign, code: string | null): Sheet {
	demand(ctx.actor, "returns.inspect");
	const section = prepare(campaign.definition).rosters.get(code ?? "");
	if (!section) throw problem("not_found", {});
	const title = textOf(section.title, ctx.locale);
	return rowSheet(ctx, campaign, { title, items: section.items, rostered: true }, () =>
		rosterRows(ctx, campaign.id, section.roster.code),
	);
}

type About = { title: string; items: readonly Item[]; rostered: boolean };

function rowSheet(
	ctx: Ctx,
	campaign: Campaign,
	{ title, items, rostered }: About,
	read: () => AsyncGenerator<DrawnLine[]>,
): Sheet {
	const { locale } = ctx;
	const [w, t] = [resultsWords[locale], figuresWords[locale]];
	const fields = items.flatMap((item) => fieldsOf(ctx, item));
	return {
		// A worksheet's name may hold none of these signs, and 31 characters.
		name: title.replace(/[[\]:*?/\\']/g, " ").trim() || t.title,
		title: sheetTitle(ctx, campaign, title),
		columns: [
			{ label: w.number, kind: "integer", width: 6 },
			{ label: w.code, kind: "text", width: 12 },
			{ label: w.school, kind: "text", width: 36 },
			{ label: w.commune, kind: "text", width: 18 },
			...(rostered
				? ([
						{ label: t.sheets.rowId, kind: "text", width: 38 },
						{ label: t.list.row, kind: "text", width: 28 },
					] as const)
				: []),
			...fields.map(({ column }) => column),
		],
		async *rows() {
			let number = 0;
			for await (const portion of read()) {
				yield portion.map((line) => {
					number += 1;
					return [
						number,
						line.code,
						line.school,
						line.commune,
						...(rostered ? [line.row, line.title] : []),
						...fields.map(({ cell, code }) => cell(line.answers[code] ?? null)),
					];
				});
			}
		},
	};
}

type Field = { code: string; column: Column; cell: (answer: Answer | null) => Cell };

/** A column an item; choices in words and, beside them, in codes, which do not change with the language. */
function fieldsOf(ctx: Ctx, item: Item): Field[] {
	const { code } = item;
	const label = `${code} ${textOf(item.text, ctx.locale)}`;
	const numeric = item.type === "integer" || item.type === "decimal" || item.type === "computed";
	if (numeric) {
		return [
			{
				code,
				column: { label, kind: "decimal", width: 12 },
				cell: (answer) =>
					typeof answer?.value === "number" ? answer.value : answerText(item, answer?.value, ctx.locale) || null,
			},
		];
	}
	if (item.type === "date") {
		const cell = (answer: Answer | null) => (typeof answer?.value === "string" && answer.value ? answer.value : null);
		return [{ code, column: { label, kind: "day", width: 12 }, cell }];
	}
	const words: Field = {
		code,
		column: { label, kind: "text", width: 28 },
		cell: (answer) => answerText(item, answer?.value, ctx.locale) || null,
	};
	if (item.type !== "choice" && item.type !== "choices") return [words];
	const codes = (value: unknown) => (Array.isArray(value) ? value.join(";") : typeof value === "string" ? value : null);
	return [
		words,
		{
			code,
			column: { label: figuresWords[ctx.locale].sheets.code(label), kind: "text", width: 14 },
			cell: (answer) => codes(answer?.value ?? null) || null,
		},
	];
}
