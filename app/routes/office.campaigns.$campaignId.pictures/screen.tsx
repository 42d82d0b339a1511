import { useLoaderData } from "@remix-run/react";
import { overviewWords } from "#app/i18n/overview.ts";
import { picturesWords } from "#app/i18n/pictures.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { titled } from "#app/ui/titled.ts";
import { PictureCard } from "./picture-card.tsx";
import type { loader } from "./route.ts";

export const meta = titled(picturesWords, (t) => t.title);

/** Every picture of a campaign, one below the other, each with its table and its files. */
export function Screen() {
	const { campaign, pictures, may } = useLoaderData<typeof loader>();
	const t = useWords(picturesWords);
	const { campaigns } = useWords(resultsWords);
	const { title: overview } = useWords(overviewWords);
	const base = `/office/campaigns/${campaign.id}`;
	return (
		<>
			<PageHeader
				crumbs={
					may.lists
						? [
								{ to: "/office/campaigns", label: campaigns },
								{ to: base, label: campaign.title },
							]
						: [{ to: "/office", label: overview }]
				}
				title={may.lists ? t.title : `${t.title}: ${campaign.title}`}
				meta={may.lists && pictures.length > 0 && t.intro}
			/>
			{pictures.length === 0 ? (
				<Card>
					<EmptyState title={t.none} action={may.lists && <LinkButton to={base}>{campaign.title}</LinkButton>}>
						{t.noneText}
					</EmptyState>
				</Card>
			) : (
				<div className="grid gap-4">
					{pictures.map((one) => (
						<div key={one.picture.kind} data-print="whole" className="min-w-0">
							<PictureCard {...one} />
						</div>
					))}
					{!pictures.some(({ picture }) => picture.kind === "rounds") && (
						<Card>
							<h2 className="font-semibold">{t.rounds.title}</h2>
							<p className="mt-2 text-muted">{t.rounds.first}</p>
						</Card>
					)}
				</div>
			)}
		</>
	);
}
