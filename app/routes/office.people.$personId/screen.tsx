import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { dayOf } from "#app/domain/days.ts";
import { formatDay, formatTime } from "#app/i18n/format.ts";
import { peopleWords } from "#app/i18n/people.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { TextField } from "#app/ui/field.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { fieldProblem, ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { titled } from "#app/ui/titled.ts";
import { SlipForm, stateTones } from "../office.people/parts.tsx";
import { AccountActions } from "./account-actions.tsx";
import { Roles } from "./roles.tsx";
import type { action, loader } from "./route.ts";

export const meta = titled(peopleWords, (t) => t.list.title);

export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export function Screen() {
	const t = useWords(peopleWords);
	const { account, done } = useLoaderData<typeof loader>();
	const problem = problemOf(useActionData<typeof action>());
	return (
		<>
			<PageHeader
				crumbs={[{ to: "/office/people", label: t.list.title }]}
				title={account.name}
				badge={<StatusBadge tone={stateTones[account.state]}>{t.states[account.state]}</StatusBadge>}
			/>
			<div className="grid max-w-4xl gap-5">
				<ProblemBanner problem={problem} />
				{done === "created" && account.state === "invited" && (
					<Notice tone="success" live actions={<SlipForm personId={account.id} label={t.person.issue} primary />}>
						{t.person.created}
					</Notice>
				)}
				{done === "saved" && !problem && (
					<Notice tone="success" live>
						{t.person.saved}
					</Notice>
				)}
				<Card>
					<SummaryList rows={useFacts(account)} />
				</Card>
				<Roles />
				<AccountActions account={account} />
				<Card labelledBy="rename">
					<CardHeader title={t.person.rename} id="rename" />
					<Form method="post" className="flex flex-wrap items-end gap-3">
						<input type="hidden" name="intent" value="rename" />
						<div className="min-w-64 flex-1">
							<TextField
								name="name"
								label={t.list.name}
								defaultValue={account.name}
								error={fieldProblem(problem, "name")}
							/>
						</div>
						<SubmitButton variant="secondary">{t.person.save}</SubmitButton>
					</Form>
				</Card>
			</div>
		</>
	);
}

function useFacts(account: Loaded["account"]) {
	const t = useWords(peopleWords);
	const { code } = account;
	const slip = !code
		? t.person.noCode
		: code.usedAt
			? t.person.codeUsed(formatTime(code.usedAt))
			: t.person.codeUntil(formatDay(dayOf(code.expiresAt)));
	const until = account.state === "locked" && account.lockedUntil;
	return [
		{ key: "username", term: t.list.username, value: account.username },
		...(until ? [{ key: "locked", term: t.states.locked, value: t.person.lockedUntil(formatTime(until)) }] : []),
		{ key: "slip", term: t.person.slip, value: slip },
		{
			key: "last",
			term: t.person.lastSignIn,
			value: account.lastSignIn ? formatTime(account.lastSignIn) : t.person.never,
		},
		{ key: "since", term: t.person.since, value: formatTime(account.createdAt) },
	];
}
