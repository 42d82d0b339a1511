/** Figures that the text of a report may link to, from what its campaigns came to. Pure. */
import type { CampaignFigures, FailedCriterion, FigureColumn, FigureLine } from "../reports/schema.ts";
import { rateTenths } from "../tallies/rules.ts";
import { FIGURES_ON, shortDay, wordedNumber, wordedRate } from "./rules.ts";
import type { Figure, FigureName } from "./schema.ts";

/** How a code of conduct stands at the schools of a campaign. */
export type Adoption = {
	schools: number;
	published: number;
	adopting: number;
	notBegun: number;
	staffAsked: number;
	staffSigned: number;
};

export type CampaignFacts = {
	id: string;
	/** Short name under which its figures stand in texts: `d1`. */
	alias: string;
	title: string;
	dueOn: string;
	kind: "rated" | "status" | "cameras" | "incidents" | "conduct";
	figures: CampaignFigures;
	/** Worst first. */
	criteria: FailedCriterion[];
	findings: { open: number; overdue: number; petitions: number };
	adoption: Adoption | null;
	/** Columns of the roll-up and their totals over all schools; none of forms without figures. */
	columns: FigureColumn[];
	line: FigureLine | null;
	/** What it is compared with: the round before, else the last report. Tenths of a percent. */
	before: { name: string; reportingRate: number | null; metRate: number | null } | null;
};

/** Which annex holds what, in their order; the numbers are fixed so that a sentence may point there. */
const annexKeys = ["ket-qua", "ma-tran", "camera", "quy-tac", "vu-viec"] as const;
const numerals = ["I", "II", "III", "IV", "V"];

/** Of which day the figures are, and how many schools sent after the last day of the period. */
export type FiguresAt = { today: string; afterPeriod: number };

/** All figures of a report, by key. */
export function figuresOfReport(facts: readonly CampaignFacts[], { today, afterPeriod }: FiguresAt): Figure[] {
	const annexes = annexKeys.map(
		(key, at): Figure => ({
			key: `phu-luc.${key}`,
			name: "annex",
			subject: "",
			text: `Phụ lục ${numerals[at]}`,
			value: null,
		}),
	);
	const many: Figure = {
		key: "so-dot",
		name: "campaigns",
		subject: "",
		text: wordedNumber(facts.length),
		value: facts.length,
	};
	const on: Figure = { key: FIGURES_ON, name: "figuresOn", subject: "", text: shortDay(today), value: null };
	const after: Figure = {
		key: "nop-sau-ky",
		name: "afterPeriod",
		subject: "",
		text: wordedNumber(afterPeriod),
		value: afterPeriod,
	};
	return [many, on, after, ...facts.flatMap(figuresOfCampaign), ...annexes];
}

function figuresOfCampaign(facts: CampaignFacts): Figure[] {
	const { alias, title, figures, findings, adoption } = facts;
	const count = (key: string, name: FigureName, value: number, subject = title): Figure => ({
		key: `${alias}.${key}`,
		name,
		subject,
		text: wordedNumber(value),
		value,
	});
	const rate = (key: string, name: FigureName, tenths: number | null): Figure => ({
		key: `${alias}.${key}`,
		name,
		subject: title,
		text: wordedRate(tenths),
		value: tenths,
	});
	const out = [
		count("so-truong", "recipients", figures.recipients),
		count("da-nop", "reported", figures.reported),
		count("chua-nop", "missing", figures.recipients - figures.reported),
		rate("ty-le-nop", "reportingRate", figures.reportingRate),
		count("dung-han", "onTime", figures.onTime),
		count("nop-muon", "late", figures.late),
	];
	if (facts.kind === "rated") {
		const { met, notMet, provisional } = figures.verdicts;
		out.push(
			count("dat", "met", met),
			count("chua-dat", "notMet", notMet),
			count("chua-ket-luan", "provisional", provisional),
			rate("ty-le-dat", "metRate", metRate(facts)),
			count("ton-tai", "openFindings", findings.open),
			count("qua-han", "overdueFindings", findings.overdue),
			count("kien-nghi", "petitions", findings.petitions),
			...facts.criteria.flatMap(({ code, text, unmet, applicable }) => [
				count(`tc.${code}.chua-dat`, "unmetOf", unmet, `${code}: ${text}`),
				count(`tc.${code}.ap-dung`, "appliesTo", applicable, `${code}: ${text}`),
			]),
		);
	}
	if (adoption) {
		out.push(
			count("quy-tac.so-truong", "schools", adoption.schools),
			count("quy-tac.ban-hanh", "published", adoption.published),
			rate("quy-tac.ty-le", "publishedRate", rateTenths(adoption.published, adoption.schools)),
			count("quy-tac.dang-lam", "adopting", adoption.adopting),
			count("quy-tac.chua-lam", "notBegun", adoption.notBegun),
			count("quy-tac.phai-ky", "staffAsked", adoption.staffAsked),
			count("quy-tac.da-ky", "staffSigned", adoption.staffSigned),
			rate("quy-tac.ty-le-ky", "signedRate", rateTenths(adoption.staffSigned, adoption.staffAsked)),
		);
	}
	return [...out, ...totals(facts), ...comparisons(facts, rate)];
}

/** Share of *Đạt* among those that have reported. */
export function metRate({ figures }: Pick<CampaignFacts, "figures">): number | null {
	return rateTenths(figures.verdicts.met, figures.reported);
}

function totals({ alias, columns, line }: CampaignFacts): Figure[] {
	return columns.flatMap((column): Figure[] => {
		const total = line?.totals[column.code];
		if (column.type === "text" || !total) return [];
		const share = column.type === "share";
		const value = total.value;
		const text = value === null ? "–" : share ? `${wordedNumber(value, 1)}%` : wordedNumber(value);
		const label = column.group ? `${column.group.vi}: ${column.label.vi}` : column.label.vi;
		return [
			{ key: `${alias}.sl.${column.code}`, name: "total", subject: label, text, value },
			{
				key: `${alias}.sl.${column.code}.so-truong`,
				name: "known",
				subject: label,
				text: wordedNumber(total.known),
				value: total.known,
			},
		];
	});
}

function comparisons(
	facts: CampaignFacts,
	rate: (key: string, name: FigureName, tenths: number | null) => Figure,
): Figure[] {
	const { before, figures, alias, title, kind } = facts;
	if (!before) return [];
	const pair = (key: string, was: number | null, now: number | null): Figure[] => {
		if (was === null || now === null) return [];
		const by = Math.abs(now - was);
		return [
			rate(`${key}.ky-truoc`, "before", was),
			{
				key: `${alias}.${key}.chenh`,
				name: "change",
				subject: title,
				text: wordedNumber(by / 10, 1),
				value: now - was,
			},
		];
	};
	return [
		...pair("ty-le-nop", before.reportingRate, figures.reportingRate),
		...(kind === "rated" ? pair("ty-le-dat", before.metRate, metRate(facts)) : []),
	];
}
