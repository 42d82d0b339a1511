import { useLoaderData } from "@remix-run/react";
import HeartHandshake from "lucide-react/icons/heart-handshake";
import { conductOfficeWords } from "#app/i18n/conduct-office.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { titled } from "#app/ui/titled.ts";
import { AdoptionTable } from "./adoption-table.tsx";
import { GroupTable } from "./group-table.tsx";
import { KeyFigures } from "./key-figures.tsx";
import type { loader } from "./route.ts";
import { useFile } from "./use-file.ts";

export const meta = titled(conductOfficeWords, (t) => t.title);

/** How far the schools have come with their codes of conduct: figures, sub-totals, then school by school. */
export function Screen() {
	const { campaigns, totals, may } = useLoaderData<typeof loader>();
	const t = useWords(conductOfficeWords);
	const { downloadCsv, downloadXlsx } = useWords(resultsWords);
	const file = useFile();
	// Schools that adopted under an office of before keep their lines although nothing was issued here.
	if (campaigns.length === 0 && totals.schools === totals.stages.none) {
		return (
			<>
				<PageHeader title={t.title} />
				<Card>
					<EmptyState
						title={t.emptyTitle}
						icon={<HeartHandshake />}
						action={may.issue && <LinkButton to="/office/campaigns/new">{t.emptyAction}</LinkButton>}
					>
						{t.emptyText}
					</EmptyState>
				</Card>
			</>
		);
	}
	return (
		<>
			<PageHeader
				title={t.title}
				meta={t.meta}
				actions={
					<>
						<LinkButton to={file("csv")} reloadDocument>
							{downloadCsv}
						</LinkButton>
						<LinkButton variant="primary" to={file("xlsx")} reloadDocument>
							{downloadXlsx}
						</LinkButton>
					</>
				}
			/>
			<div className="grid gap-4">
				<KeyFigures />
				<GroupTable />
				<AdoptionTable />
			</div>
		</>
	);
}
