import { conductStages } from "#app/domain/conduct/schema.ts";
import type { Locale } from "#app/domain/ctx.ts";
import { daysBetween } from "#app/domain/days.ts";
import type { OverviewPicture } from "#app/domain/reports/overview-pictures.ts";
import { elapsedTenths } from "#app/domain/reports/rules.ts";
import { conductWords } from "./conduct.ts";
import { formatDay, formatNumber, formatTenths } from "./format.ts";
import { overviewWords } from "./overview.ts";
import { textOf } from "./returns.ts";

/** How a part is drawn, so that parts of one bar stay apart without colour: filled, dotted, hatched, empty. */
export type Look = "accent" | "good" | "warn" | "bad" | "open";
export type BarPart = { key: string; label: string; n: number; look: Look; to: string | null };
export type BarRow = {
	key: string;
	label: string;
	note: string;
	parts: BarPart[];
	/** What the whole width of the bar stands for. */
	whole: number;
	/** Upright on the bar, in tenths of a percent of its width. */
	mark: number | null;
	/** What stands behind the bar. */
	end: string;
};

/** Which pages the person who looks may open: a mark leads nowhere else. */
export type OverviewLinks = { lists: boolean; findings: boolean; conduct: boolean };

type Bars<K> = Extract<OverviewPicture, { kind: K }>;

/** A picture as rows of bars, each with the links that its reader may follow. */
export function overviewBars(
	picture: Exclude<OverviewPicture, { kind: "late" }>,
	may: OverviewLinks,
	locale: Locale,
): BarRow[] {
	switch (picture.kind) {
		case "campaigns":
			return campaignBars(picture, may, locale);
		case "measures":
			return measureBars(picture, may, locale);
		case "adoption":
			return adoptionBars(picture, may, locale);
		case "cameras":
			return cameraBars(picture, may, locale);
	}
}

/** Where a campaign is looked at: its own page, or its pictures for whoever has only those. */
export function campaignPath(id: string, may: OverviewLinks): string {
	return may.lists ? `/office/campaigns/${id}` : `/office/campaigns/${id}/pictures`;
}

function campaignBars({ campaigns, today }: Bars<"campaigns">, may: OverviewLinks, locale: Locale): BarRow[] {
	const t = overviewWords[locale];
	return campaigns.map(({ id, title, opens_on, due_on, figures: f, missed }) => {
		const list = (late: string) => (may.lists ? `/office/campaigns/${id}/recipients?late=${late}` : null);
		const waiting = f.recipients - f.reported - missed;
		return {
			key: id,
			label: title,
			note: `${t.dueOn(formatDay(due_on))} · ${t.left(daysBetween(today, due_on))}`,
			parts: [
				{ key: "on_time", label: t.onTime, n: f.onTime, look: "accent", to: list("on_time") },
				{ key: "late", label: t.late, n: f.late, look: "warn", to: list("late") },
				{ key: "overdue", label: t.missed, n: missed, look: "bad", to: list("overdue") },
				{ key: "waiting", label: t.open, n: waiting, look: "open", to: list("waiting") },
			],
			whole: f.recipients,
			mark: elapsedTenths(opens_on, due_on, today),
			end: shareText(f.reported, f.recipients, f.reportingRate, locale),
		};
	});
}

function measureBars({ counts }: Bars<"measures">, may: OverviewLinks, locale: Locale): BarRow[] {
	const t = overviewWords[locale];
	const whole = Math.max(...counts.map(({ open }) => open));
	return counts.map(({ due, open, petitions }) => {
		const list = (more: string) => (may.findings ? `/office/findings?due=${due}${more}` : null);
		return {
			key: due,
			label: t.dues[due],
			note: "",
			parts: [
				{ key: "own", label: t.ownPower, n: open - petitions, look: "accent", to: list("&superior=no") },
				{ key: "petition", label: t.petition, n: petitions, look: "bad", to: list("&superior=yes") },
			],
			whole,
			mark: null,
			end: formatNumber(open, locale),
		};
	});
}

function adoptionBars({ totals }: Bars<"adoption">, may: OverviewLinks, locale: Locale): BarRow[] {
	const names = conductWords[locale].stages;
	const whole = Math.max(...Object.values(totals.stages));
	return conductStages.map((stage) => ({
		key: stage,
		label: names[stage],
		note: "",
		parts: [
			{
				key: stage,
				label: overviewWords[locale].schools,
				n: totals.stages[stage],
				look: stage === "published" ? "good" : stage === "none" ? "open" : "accent",
				to: may.conduct ? `/office/conduct?stage=${stage}` : null,
			},
		],
		whole,
		mark: null,
		end: formatNumber(totals.stages[stage], locale),
	}));
}

function cameraBars({ status }: Bars<"cameras">, may: OverviewLinks, locale: Locale): BarRow[] {
	const { campaign, line, lights } = status;
	const to = may.lists ? `/office/campaigns/${campaign.id}/figures` : campaignPath(campaign.id, may);
	return lights.map(({ code, label, says }) => {
		const { green, amber, red } = line.lights[code] ?? { green: 0, amber: 0, red: 0 };
		return {
			key: code,
			label: textOf(label, locale),
			note: "",
			parts: [
				{ key: "green", label: textOf(says.green, locale), n: green, look: "good", to },
				{ key: "amber", label: textOf(says.amber, locale), n: amber, look: "warn", to },
				{ key: "red", label: textOf(says.red, locale), n: red, look: "bad", to },
				{
					key: "unknown",
					label: overviewWords[locale].unknown,
					n: line.reported - green - amber - red,
					look: "open",
					to,
				},
			],
			whole: line.reported,
			mark: null,
			end: formatNumber(line.reported, locale),
		};
	});
}

function shareText(part: number, whole: number, rate: number | null, locale: Locale): string {
	const share = rate === null ? "" : ` · ${formatTenths(rate, locale)}`;
	return `${formatNumber(part, locale)}/${formatNumber(whole, locale)}${share}`;
}
