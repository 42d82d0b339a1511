import { useLoaderData } from "@remix-run/react";
import { schoolPageWords } from "#app/i18n/school.ts";
import { schoolPictureFiles, schoolPictureWords } from "#app/i18n/school-pictures.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ChartCard } from "#app/ui/charts/chart-card.tsx";
import { OwnShares } from "#app/ui/charts/own-shares.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { FilterChips } from "#app/ui/filters.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { titled } from "#app/ui/titled.ts";
import type { loader } from "./route.ts";

export const meta = titled(schoolPictureWords, (t) => t.title);

/** The school's own picture: its shares by group of criteria and by round, beside the median of its peers. */
export function Screen() {
	const { pictures } = useLoaderData<typeof loader>();
	const t = useWords(schoolPictureWords);
	const { home } = useWords(schoolPageWords);
	return (
		<>
			<PageHeader
				crumbs={[{ to: "/school", label: home.title }]}
				title={t.title}
				meta={pictures.length > 0 && t.intro}
			/>
			{pictures.length === 0 ? (
				<Card>
					<EmptyState title={t.none} action={<LinkButton to="/school">{t.home}</LinkButton>}>
						{t.noneText}
					</EmptyState>
				</Card>
			) : (
				<div className="grid gap-4">
					{pictures.map((one) => (
						<div key={one.picture.kind} data-print="whole" className="min-w-0">
							<OwnCard {...one} />
						</div>
					))}
				</div>
			)}
		</>
	);
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["pictures"][number];

function OwnCard({ picture, table }: Shown) {
	const { rounds } = useLoaderData<typeof loader>();
	const t = useWords(schoolPictureWords);
	const sections = picture.kind === "sections";
	const known = sections
		? picture.sections.some(({ median }) => median !== null)
		: picture.rounds.some(({ median }) => median !== null);
	return (
		<ChartCard
			id={picture.kind}
			title={t.pictures[picture.kind]}
			note={sections && t.note(picture.campaign.title, picture.before?.title ?? null)}
			choices={
				sections &&
				rounds.length > 1 && (
					<FilterChips
						label={t.choose}
						param="campaign"
						current={picture.campaign.id}
						chips={rounds.map(({ id, title }) => ({ value: id, label: title }))}
					/>
				)
			}
			draw={(frame) => <OwnShares picture={picture} {...frame} />}
			linked
			width={680}
			table={table}
			file={`/school/pictures/${schoolPictureFiles[picture.kind]}`}
			query={sections ? `?campaign=${picture.campaign.id}` : ""}
		>
			<p className="mt-3 text-sm text-muted">{known ? t.how : t.few}</p>
		</ChartCard>
	);
}
