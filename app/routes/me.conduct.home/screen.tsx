import { Form, useLoaderData } from "@remix-run/react";
import BookOpenCheck from "lucide-react/icons/book-open-check";
import type { OwnStanding } from "#app/domain/conduct/rules.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { ownConductWords } from "#app/i18n/conduct-public.ts";
import { formatDay, formatTime } from "#app/i18n/format.ts";
import { signInWords } from "#app/i18n/sign-in.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { titled } from "#app/ui/titled.ts";
import type { Tone } from "#app/ui/tone.ts";
import type { loader } from "./route.ts";

export const meta = titled(ownConductWords, (t) => t.title);

const tones: Record<OwnStanding, Tone> = {
	missing: "warn",
	opened: "warn",
	read: "warn",
	earlier: "good",
	signed: "good",
};

/** One thing to do on top, then everything signed, newest first. */
export function Screen() {
	const t = useWords(ownConductWords);
	const { me } = useWords(signInWords);
	const { atSchool } = useLoaderData<typeof loader>();
	return (
		<>
			<PageHeader crumbs={atSchool ? [] : [{ to: "/me", label: me.title }]} title={t.title} />
			<div className="grid gap-5">
				{atSchool && <Current />}
				<Elsewhere />
				<Signed />
			</div>
		</>
	);
}

function Current() {
	const t = useWords(ownConductWords);
	const { standings, versionLine } = useWords(conductWords);
	const { current, unitName, unitId } = useLoaderData<typeof loader>();
	if (!current) {
		return (
			<Card>
				<EmptyState title={t.none} icon={<BookOpenCheck />}>
					{t.noneText}
				</EmptyState>
			</Card>
		);
	}
	const { version, standing, remindedOn } = current;
	const { decision, publication } = version;
	const done = standing === "signed" || standing === "earlier";
	const label = { missing: t.read, opened: t.carryOn, read: t.signNow, earlier: t.readAgain, signed: t.readAgain };
	const to = standing === "signed" ? `/me/conduct/signed/${unitId}/${version.id}` : "/me/conduct/read";
	return (
		<Card labelledBy="current">
			<CardHeader
				id="current"
				title={done ? t.inForce : t.toRead}
				actions={<StatusBadge tone={tones[standing]}>{standings[standing]}</StatusBadge>}
			/>
			<p className="font-medium">
				{t.ofSchool(unitName)} · {versionLine(version.number)}
			</p>
			{decision && publication && (
				<p className="text-muted">{t.since(decision.number, formatDay(publication.effectiveOn))}</p>
			)}
			{remindedOn && <p className="mt-1">{t.reminded(formatDay(remindedOn))}</p>}
			<LinkButton
				to={standing === "read" ? `${to}#sign` : to}
				variant={done ? "secondary" : "primary"}
				size="large"
				className="mt-4 w-full sm:w-auto"
			>
				{label[standing]}
			</LinkButton>
		</Card>
	);
}

/** Other schools of the person at which something waits: signing there means acting there. */
function Elsewhere() {
	const t = useWords(ownConductWords);
	const { elsewhere } = useLoaderData<typeof loader>();
	if (elsewhere.length === 0) return null;
	return (
		<Notice tone="warning" title={t.waiting(elsewhere.length)}>
			<p>{t.waitingText}</p>
			<ul className="mt-3 grid gap-2">
				{elsewhere.map(({ membershipId, school }) => (
					<li key={membershipId}>
						<Form method="post" action="/me">
							<input type="hidden" name="intent" value="membership" />
							<input type="hidden" name="back" value="/me/conduct" />
							<Button type="submit" name="membership" value={membershipId}>
								{t.goTo(school)}
							</Button>
						</Form>
					</li>
				))}
			</ul>
		</Notice>
	);
}

function Signed() {
	const t = useWords(ownConductWords);
	const { signed } = useLoaderData<typeof loader>();
	return (
		<Card labelledBy="signed">
			<CardHeader id="signed" title={t.signed} />
			<p className="text-muted">{signed.length === 0 ? t.signedNone : t.signedText}</p>
			{signed.length > 0 && (
				<ul className="mt-3 divide-y divide-line border-y border-line">
					{signed.map((one) => {
						const to = `/me/conduct/signed/${one.schoolId}/${one.versionId}`;
						return (
							<li key={to} className="py-3">
								<TextLink to={to} className="inline-flex min-h-12 items-center">
									{t.receiptOf(one.school, one.version.number)}
								</TextLink>
								<p className="text-sm text-muted">
									{t.signedOn(formatTime(one.signedAt))} · {t.code}{" "}
									<span className="whitespace-nowrap">{one.receipt}</span>
								</p>
							</li>
						);
					})}
				</ul>
			)}
		</Card>
	);
}
