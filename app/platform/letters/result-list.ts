import type { Ctx } from "#app/domain/ctx.ts";
import type { Annex, Block, Paper, Cell as PaperCell } from "#app/domain/paper.ts";
import { allResults, openFindings } from "#app/domain/papers/annex-queries.ts";
import { headFor } from "#app/domain/papers/letter-drafts.ts";
import { draftFacts } from "#app/domain/papers/letter-facts.ts";
import { shortDay, wordedNumber, wordedRate } from "#app/domain/papers/rules.ts";
import type { ResultRow } from "#app/domain/reports/queries.ts";
import { rateTenths } from "#app/domain/tallies/rules.ts";
import { formatTenths } from "#app/i18n/format.ts";
import { LIST_ROOM } from "../papers/paper-room.ts";
import { paperAnnexes } from "../reports/annex.ts";
import type { Campaign } from "../tables/campaign-sheets.ts";
import { closingOf, headOf } from "./head.ts";
import {
	criterion,
	type Fullness,
	partsOf,
	type ResultList,
	reasonsOf,
	resultAnnexes,
	titles,
} from "./result-tables.ts";

/** Some 3,600 rows, where the machine has room for them: beyond, a list is told in fewer words. */
const ON_PAPER = Math.min(850_000, LIST_ROOM);

/** Everything that the list tells of; the campaign was read in the actor's scope. */
export async function readResultList(ctx: Ctx, campaign: Campaign): Promise<ResultList> {
	return {
		campaign,
		rows: await allResults(ctx, campaign.id),
		unmet: await openFindings(ctx, campaign.id, campaign.definition),
	};
}

/** Who is *Đạt*, who is not and why (Thông tư 18/2023 Đ15), as an official paper without a number yet. */
export async function resultListPaper(ctx: Ctx, list: ResultList): Promise<Paper> {
	const { campaign, rows } = list;
	const { last, directives } = await draftFacts(ctx, campaign);
	const head = headFor("result", ctx.actor.unitName, last);
	const count = (verdict: string | null) => rows.filter((row) => row.verdict === verdict).length;
	const [met, notMet, open, missing] = [count("met"), count("not_met"), count("provisional"), count(null)];
	const none = rows.length - met - notMet - open - missing;
	const by = directives.map(({ number }) => `Công văn số ${number}`).join(", ");
	const share = (n: number) => wordedRate(rateTenths(n, rows.length - missing));
	const lines: [string, number, string][] = [
		["Đạt", met, share(met)],
		["Chưa đạt", notMet, share(notMet)],
		["Chưa kết luận", open + none, share(open + none)],
		["Chưa nộp báo cáo", missing, ""],
	];
	const body: Block[] = [
		{
			kind: "paragraph",
			text: `${by ? `Thực hiện ${by}, c` : "C"}ăn cứ báo cáo của các cơ sở giáo dục trong đợt “${campaign.title}” (hạn nộp ngày ${shortDay(campaign.due_on)}, số liệu đến ngày ${shortDay(ctx.today)}), ${head.issuer} thông báo kết quả như sau: ${wordedNumber(rows.length)} đơn vị thuộc diện báo cáo; ${wordedNumber(rows.length - missing)} đơn vị đã nộp.`,
		},
		{
			kind: "table",
			columns: [{ width: 6 }, { width: 3, align: "right" }, { width: 4, align: "right" }],
			head: [["Kết quả", "Số đơn vị", "Tỷ lệ trên số đã nộp"]],
			rows: [
				...lines.map(([label, n, rate]) => [label, wordedNumber(n), rate]),
				[
					{ text: [{ text: "Tổng cộng", bold: true }] },
					{ text: [{ text: wordedNumber(rows.length), bold: true }] },
					"",
				],
			],
		},
		{
			kind: "paragraph",
			text: "Danh sách đơn vị đạt, chưa đạt và lý do theo từng tiêu chí tại các Phụ lục kèm theo. Các đơn vị chưa đạt tổ chức khắc phục theo biện pháp, thời hạn đã đề ra.",
		},
	];
	const paper = (fullness: Fullness): Paper => ({
		letterhead: headOf(head, null, ctx.today.slice(0, 4)),
		subject: {
			form: "titled",
			kind: "Thông báo",
			abstract: `Danh sách cơ sở giáo dục đạt, chưa đạt trong đợt “${campaign.title}”`,
		},
		body,
		...closingOf(["Các cơ sở giáo dục", "Lưu: VT"], null),
		annexes: annexesOnPaper(list, fullness),
	});
	for (const fullness of ["whole", "names"] as const) {
		const laid = paper(fullness);
		if (JSON.stringify(laid).length <= ON_PAPER) return laid;
	}
	return paper("codes");
}

/** The same on paper, where every criterion has a line of its own: a page is filled, and a long list of them breaks between them. */
function annexesOnPaper(list: ResultList, fullness: Fullness): Annex[] {
	const annexes = paperAnnexes(resultAnnexes(list));
	const parts = partsOf(list);
	const told = (annex: Annex): Annex => {
		if (annex.title === titles.notMet) return { ...annex, body: [whyBlock(parts.notMet, list, fullness)] };
		if (annex.title === titles.open) return { ...annex, body: [whyBlock(parts.open, list, fullness)] };
		return annex;
	};
	const named = fullness === "codes" ? criteriaAnnex(list) : [];
	return [...annexes.map(told), ...named];
}

function whyBlock(rows: readonly ResultRow[], { campaign, unmet }: ResultList, fullness: Fullness): Block {
	const lines = rows.flatMap((row, at): PaperCell[][] => {
		const failed = unmet.get(row.school_id) ?? [];
		const told =
			fullness === "codes"
				? [failed.map(({ item }) => item).join("; ")]
				: failed.map((one) => criterion(campaign, one, fullness));
		const [first = "", ...rest] = told;
		const spans = (text: string): PaperCell => ({ text, rows: Math.max(1, told.length) });
		const percent = row.percent_tenths === null ? "" : formatTenths(row.percent_tenths, "vi");
		return [
			[
				spans(String(at + 1)),
				spans(`${row.name} (${row.code})`),
				spans(row.commune),
				spans(`${row.met ?? 0}/${row.counted ?? 0}\n${percent}`),
				spans(reasonsOf(row)),
				first,
			],
			...rest.map((text): PaperCell[] => [text]),
		];
	});
	const bold = (text: string) => [{ text, bold: true }];
	return {
		kind: "table",
		columns: [
			{ width: 13, align: "center" },
			{ width: 48 },
			{ width: 27 },
			{ width: 20, align: "center" },
			{ width: 46 },
			{ width: 98 },
		],
		head: [["STT", "Đơn vị", "Xã", "Đạt/áp dụng", "Lý do xếp loại", "Tiêu chí chưa đạt"]],
		rows: [...lines, [{ text: bold(`Tổng cộng: ${wordedNumber(rows.length)} đơn vị`), columns: 6 }]],
	};
}

function criteriaAnnex({ campaign, unmet }: ResultList): Annex[] {
	const failed = new Map<string, number>();
	for (const { item } of [...unmet.values()].flat()) failed.set(item, (failed.get(item) ?? 0) + 1);
	const items = campaign.definition.sections.flatMap((section) => section.items).filter(({ code }) => failed.has(code));
	const table: Block = {
		kind: "table",
		columns: [{ width: 24 }, { width: 190 }, { width: 38, align: "right" }],
		head: [["Mã", "Tiêu chí", "Số lượt chưa đạt"]],
		rows: items.map(({ code, text }) => [code, text.vi, wordedNumber(failed.get(code) ?? 0)]),
	};
	return [{ kind: null, title: "Nội dung các tiêu chí", landscape: true, body: [table] }];
}
