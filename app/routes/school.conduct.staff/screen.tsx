import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import Users from "lucide-react/icons/users";
import type { OwnStanding } from "#app/domain/conduct/rules.ts";
import type { MemberStanding } from "#app/domain/conduct/staff.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductSchoolWords } from "#app/i18n/conduct-school.ts";
import { formatDay, formatTime } from "#app/i18n/format.ts";
import { peopleWords } from "#app/i18n/people.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader, Tile, TileGrid } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { titled } from "#app/ui/titled.ts";
import type { Tone } from "#app/ui/tone.ts";
import type { loader } from "./route.ts";

export const meta = titled(conductSchoolWords, (t) => t.staff.title);

const tones: Record<OwnStanding, Tone> = {
	missing: "warn",
	opened: "warn",
	read: "accent",
	earlier: "neutral",
	signed: "good",
};
/** Whoever is still to sign stands on top. */
const order: readonly OwnStanding[] = ["missing", "opened", "read", "earlier", "signed"];

export function Screen() {
	const { states, reminded, mayStaff } = useLoaderData<typeof loader>();
	const { staff: t, title } = useWords(conductSchoolWords);
	const { versionLine } = useWords(conductWords);
	const problem = problemOf(useActionData());
	return (
		<>
			<PageHeader
				crumbs={[{ to: "/school/conduct", label: title }]}
				title={t.title}
				meta={states && t.meta(versionLine(states.number))}
			/>
			<div className="grid gap-5">
				<ProblemBanner problem={problem} />
				{reminded !== null && states && !problem && (
					<Notice tone={reminded > 0 ? "success" : "info"} live>
						{reminded > 0 ? t.reminded(reminded) : states.counts.missing > 0 ? t.remindedNone : t.allSigned}
					</Notice>
				)}
				{states ? (
					<Members states={states} />
				) : (
					<Card>
						<EmptyState
							title={t.emptyTitle}
							icon={<Users />}
							action={
								<LinkButton variant="primary" to="/school/conduct">
									{t.emptyButton}
								</LinkButton>
							}
						>
							{t.emptyText}
						</EmptyState>
					</Card>
				)}
				<div>
					{mayStaff && (
						<TextLink to="/school/people" className="inline-flex min-h-12 items-center">
							{t.people}
						</TextLink>
					)}
					<p className="text-sm text-muted">{mayStaff ? t.peopleHint : t.peopleDeputy}</p>
				</div>
			</div>
		</>
	);
}

function Members({ states }: { states: NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["states"]> }) {
	const { staff: t, steps } = useWords(conductSchoolWords);
	const { state } = useNavigation();
	const { counts } = states;
	const members = [...states.members].sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
	return (
		<>
			<TileGrid>
				<Tile
					label={t.signed}
					value={counts.signed}
					of={counts.asked}
					bar={{ segments: [{ label: t.signed, value: counts.signed, tone: "good" }], total: counts.asked }}
				/>
				<Tile
					label={t.missing}
					value={counts.missing}
					tone={counts.missing > 0 ? "warn" : "neutral"}
					note={counts.opened + counts.read > 0 && `${t.reading}: ${counts.opened + counts.read}`}
				/>
				{counts.earlier > 0 && <Tile label={t.earlier} value={counts.earlier} />}
			</TileGrid>
			{counts.earlier > 0 && <p className="text-sm text-muted">{steps.spared(counts.earlier)}</p>}
			{counts.missing > 0 ? (
				<Form method="post">
					<Button type="submit" variant="primary" size="large" wide busy={state === "submitting"}>
						{t.remind(counts.missing)}
					</Button>
					<p className="mt-1 text-sm text-muted">{t.remindHint}</p>
				</Form>
			) : (
				<Notice tone="success">{t.allSigned}</Notice>
			)}
			<Card flush labelledBy="members">
				<CardHeader id="members" title={t.list} ruled />
				<ul className="divide-y divide-line">
					{members.map((member) => (
						<Member key={member.personId} member={member} />
					))}
				</ul>
			</Card>
		</>
	);
}

function Member({ member }: { member: MemberStanding }) {
	const { personId } = useLoaderData<typeof loader>();
	const { staff: t } = useWords(conductSchoolWords);
	const { standings } = useWords(conductWords);
	const { roles } = useWords(peopleWords);
	const { standing, openedAt, readAt, signedAt, remindedOn } = member;
	const when = signedAt
		? t.signedAt(formatTime(signedAt))
		: readAt
			? t.readAt(formatTime(readAt))
			: openedAt && t.openedAt(formatTime(openedAt));
	const reminded = remindedOn && standing !== "signed" && standing !== "earlier" && t.remindedOn(formatDay(remindedOn));
	return (
		<li className="px-4 py-3 sm:px-5">
			<div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
				<span className="font-medium">
					{member.name}
					{member.personId === personId && <span className="font-normal text-muted"> ({t.me})</span>}
				</span>
				<StatusBadge tone={tones[standing]}>{standings[standing]}</StatusBadge>
			</div>
			<p className="text-sm text-muted">{[roles[member.role], when, reminded].filter(Boolean).join(" · ")}</p>
		</li>
	);
}
