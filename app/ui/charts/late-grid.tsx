import { scaleBand } from "d3-scale";
import { cutGrid } from "#app/domain/reports/rules.ts";
import type { LateGrid } from "#app/domain/reports/schema.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { overviewWords } from "#app/i18n/overview.ts";
import type { OverviewLinks } from "#app/i18n/overview-rows.ts";
import { useLocale, useWords } from "../locale.tsx";
import { Drawing, type Frame, Label, Mark, shortName, stepOf, wrapped } from "./marks.tsx";

/** What fits a page; the rest is one line, one column, and whole in the table. */
const [ROWS, COLUMNS] = [20, 5];

/** Communes × campaigns: the darker a cell, the more schools are late there; the number says how many. */
export function LateSchools({ grid, may, width, linked }: Frame & { grid: LateGrid; may: OverviewLinks }) {
	const t = useWords(overviewWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	const narrow = width < 500;
	const { campaigns, rows, total, more } = cutGrid(grid, ROWS, COLUMNS);
	const columns = [...campaigns.map(({ id }) => id), "total"];
	const [left, row] = narrow ? [112, 48] : [270, 34];
	const x = scaleBand(columns, [left, width]).paddingInner(0.05);
	const named = campaigns.flatMap(({ id, title, dueOn, total }, at) =>
		wrapped(
			id ? t.lateKey(at + 1, title, formatDay(dueOn), n(total)) : `${at + 1}. ${t.moreCampaigns(more[1])}: ${n(total)}`,
			width,
			2,
			12,
		),
	);
	const lines = [...wrapped(t.lateCell, width, 3, 12), ...named];
	const top = lines.length * 17 + 34;
	const most = Math.max(1, ...rows.flatMap(({ cells }) => cells));
	const list = (campaign: string, commune: string) =>
		may.lists && campaign
			? `/office/campaigns/${campaign}/recipients?late=overdue${commune ? `&commune=${commune}` : ""}`
			: null;
	const sums = { id: "", name: t.total, total, cells: campaigns.map((campaign) => campaign.total) };
	return (
		<Drawing width={width} height={top + (rows.length + 1) * row + 6} label={t.pictures.late}>
			{lines.map((text, at) => (
				<Label key={text} x={0} y={13 + at * 17} size={12} quiet>
					{text}
				</Label>
			))}
			{columns.map((column, at) => (
				<Label key={column} x={(x(column) ?? 0) + x.bandwidth() / 2} y={top - 10} anchor="middle" strong>
					{column === "total" ? t.total : String(at + 1)}
				</Label>
			))}
			{[...rows, sums].map((commune, at) => {
				const y = top + at * row + (at === rows.length ? 4 : 0);
				const last = at === rows.length;
				const name = commune.name || t.moreCommunes(more[0]);
				return (
					<g key={`${commune.id} ${name}`}>
						{last && <path d={`M0 ${y - 2}H${width}`} className="stroke-control" />}
						<Label x={0} y={y + row / 2 + 5} strong={last}>
							{wrapped(narrow ? shortName(name) : name, left - 10, 1)[0]}
						</Label>
						{commune.cells.map((late, n) => {
							const campaign = campaigns[n];
							if (!campaign || late === 0) return null;
							return (
								<Mark
									key={campaign.id}
									linked={linked}
									to={last || commune.id ? list(campaign.id, commune.id) : null}
									label={t.spoken(name, campaign.title || t.moreCampaigns(more[1]), formatNumber(late, locale))}
								>
									<rect
										x={x(campaign.id)}
										y={y + 1}
										width={x.bandwidth()}
										height={row - 3}
										rx={3}
										fillOpacity={last ? 0 : stepOf((late * 1000) / most).opacity}
										className={last ? "fill-surface" : "fill-bad"}
									/>
									<Label x={(x(campaign.id) ?? 0) + x.bandwidth() / 2} y={y + row / 2 + 5} anchor="middle" strong edged>
										{formatNumber(late, locale)}
									</Label>
								</Mark>
							);
						})}
						<Label x={(x("total") ?? 0) + x.bandwidth() / 2} y={y + row / 2 + 5} anchor="middle" strong>
							{n(commune.total)}
						</Label>
					</g>
				);
			})}
		</Drawing>
	);
}
