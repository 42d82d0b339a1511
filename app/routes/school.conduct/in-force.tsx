import { useLoaderData } from "@remix-run/react";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductSchoolWords } from "#app/i18n/conduct-school.ts";
import { formatDay } from "#app/i18n/format.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { StatBar } from "#app/ui/stat-bar.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { IntentForm } from "./next.tsx";
import type { loader } from "./route.ts";

/** The code in force: what decided it, where it is public, who has signed, and how it is changed. */
export function InForce() {
	const { adoption, mayDecide } = useLoaderData<typeof loader>();
	const { force: t, steps, home, next: words } = useWords(conductSchoolWords);
	const { versionLine } = useWords(conductWords);
	const { published, staff, open, schoolCode, next } = adoption;
	if (!published) return null;
	return (
		<Card labelledBy="force">
			<CardHeader id="force" title={t.title} note={versionLine(published.number)} />
			{published.decision && (
				<p>
					{steps.decided(published.decision.number, formatDay(published.decision.decidedOn), published.decision.signer)}
				</p>
			)}
			{published.publication && (
				<p>
					{steps.published(formatDay(published.publication.publishedOn), formatDay(published.publication.effectiveOn))}
				</p>
			)}
			{staff && (
				<div className="mt-3">
					<StatBar
						label={steps.names.acknowledge}
						total={staff.asked}
						segments={[{ label: t.staff, value: staff.signed, tone: "good" }]}
					/>
					<p className="mt-1 flex flex-wrap items-center gap-x-3">
						{steps.signed(staff.signed, staff.asked)}
						<TextLink to="/school/conduct/staff" className="inline-flex min-h-12 items-center">
							{t.staff}
						</TextLink>
						<TextLink to="/me/conduct" className="inline-flex min-h-12 items-center">
							{t.own}
						</TextLink>
					</p>
					{staff.earlier > 0 && <p className="text-sm text-muted">{steps.spared(staff.earlier)}</p>}
				</div>
			)}
			<div className="mt-3 flex flex-wrap gap-3">
				<LinkButton to={`/school/conduct/${published.id}`}>{t.read}</LinkButton>
				<LinkButton to={`/public/schools/${schoolCode}`} reloadDocument aria-label={`${t.publicPage}: ${home.title}`}>
					{t.publicPage}
				</LinkButton>
				{mayDecide && next !== "review" && <LinkButton to="/school/conduct/review">{words.buttons.review}</LinkButton>}
				{!open && next !== "accept" && <IntentForm intent="begin" label={t.amend} />}
			</div>
			{!open && next !== "accept" && <p className="mt-1 text-sm text-muted">{t.amendHint}</p>}
		</Card>
	);
}
