import { useLoaderData } from "@remix-run/react";
import type { OverviewPicture } from "#app/domain/reports/overview-pictures.ts";
import { conductOfficeWords } from "#app/i18n/conduct-office.ts";
import { columnName, totalText } from "#app/i18n/figures.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { overviewFiles, overviewTitle, overviewWords } from "#app/i18n/overview.ts";
import { campaignPath } from "#app/i18n/overview-rows.ts";
import { ChartCard } from "#app/ui/charts/chart-card.tsx";
import { OverviewDrawing } from "#app/ui/charts/overview-picture.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { loader } from "./route.ts";

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["pictures"][number];

/** One picture of the first page with its table and files. */
export function OverviewCard({ picture, table }: Shown) {
	const { may } = useLoaderData<typeof loader>();
	const locale = useLocale();
	const { kind } = picture;
	return (
		<ChartCard
			id={kind}
			title={overviewTitle(kind, locale)}
			note={<Note picture={picture} />}
			actions={<More picture={picture} />}
			draw={(frame) => <OverviewDrawing picture={picture} may={may} {...frame} />}
			linked
			table={table}
			file={`/office/pictures/${overviewFiles[kind]}`}
		>
			{picture.kind === "cameras" && <KeyFigures status={picture.status} />}
			{picture.kind === "adoption" && <Outdated count={picture.totals.outdated} />}
		</ChartCard>
	);
}

/** Of what, in one line. */
function Note({ picture }: { picture: OverviewPicture }) {
	const t = useWords(overviewWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	switch (picture.kind) {
		case "campaigns":
			return null;
		case "late":
			return t.lateNote(n(picture.grid.total), n(picture.grid.rows.length));
		case "measures":
			return t.measuresNote(n(picture.counts.reduce((sum, { open }) => sum + open, 0)));
		case "adoption": {
			const { stages, schools, staff } = picture.totals;
			return `${t.adoptionNote(n(stages.published), n(schools))} · ${t.signed(n(staff.signed), n(staff.asked))}`;
		}
		case "cameras": {
			const { campaign, line } = picture.status;
			return t.cameraNote(campaign.title, n(line.reported), n(line.recipients));
		}
	}
}

/** Where the rest is, for whoever may go there. */
function More({ picture }: { picture: OverviewPicture }) {
	const { may } = useLoaderData<typeof loader>();
	const t = useWords(overviewWords);
	const { overview: conduct } = useWords(conductOfficeWords);
	if (picture.kind === "campaigns") return may.lists && <TextLink to="/office/campaigns">{t.all}</TextLink>;
	if (picture.kind === "measures") return may.findings && <TextLink to="/office/findings">{t.more}</TextLink>;
	if (picture.kind === "adoption") return may.conduct && <TextLink to="/office/conduct">{conduct.more}</TextLink>;
	if (picture.kind !== "cameras") return null;
	const { id } = picture.status.campaign;
	return <TextLink to={may.lists ? `/office/campaigns/${id}/figures` : campaignPath(id, may)}>{t.more}</TextLink>;
}

/** Codes that cite what is no longer in force: they wait for somebody to act. */
function Outdated({ count }: { count: number }) {
	const { may } = useLoaderData<typeof loader>();
	const { tiles: t } = useWords(conductOfficeWords);
	const locale = useLocale();
	if (count === 0) return null;
	return (
		<p className="mt-3">
			{t.outdated}:{" "}
			{may.conduct ? (
				<TextLink to="/office/conduct?outdated=1">{formatNumber(count, locale)}</TextLink>
			) : (
				formatNumber(count, locale)
			)}
		</p>
	);
}

function KeyFigures({ status }: { status: Extract<OverviewPicture, { kind: "cameras" }>["status"] }) {
	const locale = useLocale();
	return (
		<dl className="mt-4 grid grid-cols-[repeat(auto-fit,minmax(min(100%,13rem),1fr))] gap-x-6 gap-y-3 border-t border-line pt-4">
			{status.columns.map((column) => (
				<div key={column.code}>
					<dt className="text-sm text-muted">{columnName(column, locale)}</dt>
					<dd className="tabular text-lg font-semibold">
						{totalText(column, status.line.totals[column.code], locale) || "–"}
					</dd>
				</div>
			))}
		</dl>
	);
}
