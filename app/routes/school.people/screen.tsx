import { useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { suggestedUsername } from "#app/domain/people/rules.ts";
import { staffForm } from "#app/domain/people/schema.ts";
import { peopleWords } from "#app/i18n/people.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { TextField } from "#app/ui/field.tsx";
import { SubmitButton, useZodForm, ZodForm } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { Select } from "#app/ui/select.tsx";
import { titled } from "#app/ui/titled.ts";
import { ActForm, SlipForm, stateTones } from "../office.people/parts.tsx";
import type { loader } from "./route.ts";

export const meta = titled(peopleWords, (t) => t.school.title);

type Row = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];
type Answer = { typed?: { name?: string; username?: string; role?: string } } | undefined;

export function Screen() {
	const t = useWords(peopleWords);
	const { rows, next, created, done } = useLoaderData<typeof loader>();
	const answer = useActionData() as Answer;
	const problem = problemOf(answer);
	const fresh = rows.find((row) => row.personId === created && row.state === "invited");
	return (
		<>
			<PageHeader title={t.school.title} meta={t.school.meta} />
			<div className="grid gap-5">
				{!answer?.typed && <ProblemBanner problem={problem} />}
				{fresh && (
					<Notice tone="success" live actions={<SlipForm personId={fresh.personId} label={t.person.issue} primary />}>
						{t.person.created}
					</Notice>
				)}
				{done === "saved" && !problem && (
					<Notice tone="success" live>
						{t.person.saved}
					</Notice>
				)}
				<Card flush>
					{rows.length <= 1 && <EmptyState title={t.school.emptyTitle}>{t.school.emptyText}</EmptyState>}
					<ul className="divide-y divide-line">
						{rows.map((row) => (
							<Person key={row.membershipId} row={row} />
						))}
					</ul>
					<Pager next={next} />
				</Card>
				<Create answer={answer} />
			</div>
		</>
	);
}

function Person({ row }: { row: Row }) {
	const t = useWords(peopleWords);
	const fields = { personId: row.personId };
	return (
		<li className="px-4 py-3 sm:px-5">
			<div className="flex flex-wrap items-baseline justify-between gap-x-4">
				<span className="font-medium">{row.name}</span>
				<StatusBadge tone={stateTones[row.state]}>{t.states[row.state]}</StatusBadge>
			</div>
			<p className="text-sm text-muted">
				{t.roles[row.role]} · {row.username}
			</p>
			{row.mayManage && (
				<details className="mt-1">
					<summary className="min-h-11 py-2 font-medium text-accent-ink underline underline-offset-4">
						{t.school.actionsFor(row.name)}
					</summary>
					<div className="flex flex-wrap gap-3 py-2">
						{row.state === "locked" && <ActForm intent="unlock" label={t.person.unlock} fields={fields} />}
						{row.state !== "blocked" && (
							<SlipForm personId={row.personId} label={row.state === "invited" ? t.person.issue : t.person.reset} />
						)}
						<ActForm
							intent="end_role"
							label={t.person.endRole(row.unitName)}
							fields={{ ...fields, membershipId: row.membershipId }}
						/>
						{row.state === "blocked" ? (
							<ActForm intent="unblock" label={t.person.unblock} fields={fields} />
						) : (
							<ActForm intent="block" label={t.person.block} fields={fields} danger />
						)}
					</div>
				</details>
			)}
		</li>
	);
}

function Create({ answer }: { answer: Answer }) {
	const t = useWords(peopleWords);
	const { code } = useLoaderData<typeof loader>();
	const first = { name: "", username: "", role: "", ...answer?.typed };
	const problem = answer?.typed ? problemOf(answer) : undefined;
	const form = useZodForm(staffForm, { defaultValues: first as never, problem });
	const [name, setName] = useState(first.name);
	const suggestion = name.trim() ? suggestedUsername(name, code) : "";
	return (
		<Card labelledBy="create">
			<CardHeader title={t.create.title} id="create" />
			<ZodForm form={form}>
				<input type="hidden" name="intent" value="create" />
				<TextField
					{...form.field("name")}
					label={t.create.name}
					autoComplete="off"
					onInput={(event) => setName(event.currentTarget.value)}
				/>
				<div>
					<TextField
						{...form.field("username")}
						label={t.create.username}
						hint={t.create.usernameHint}
						autoComplete="off"
						autoCapitalize="none"
						spellCheck={false}
					/>
					{suggestion && (
						<Button size="small" variant="quiet" onClick={() => form.setValue("username", suggestion)}>
							{t.create.suggest(suggestion)}
						</Button>
					)}
				</div>
				<Select
					{...form.field("role")}
					label={t.create.role}
					options={(["deputy", "teacher"] as const).map((role) => ({ value: role, label: t.roles[role] }))}
				/>
				<p className="text-muted">{t.create.after}</p>
				<div>
					<SubmitButton>{t.create.submit}</SubmitButton>
				</div>
			</ZodForm>
		</Card>
	);
}
