import { Form, useActionData } from "@remix-run/react";
import { useState } from "react";
import { schoolRoles } from "#app/domain/people/policy.ts";
import { suggestedUsername } from "#app/domain/people/rules.ts";
import { personForm } from "#app/domain/people/schema.ts";
import { peopleWords } from "#app/i18n/people.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { TextField } from "#app/ui/field.tsx";
import { SearchBox } from "#app/ui/filters.tsx";
import { SubmitButton, useZodForm, ZodForm } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { problemOf } from "#app/ui/problem-banner.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Loaded } from "./screen.tsx";

type Panel = Extract<Loaded["panel"], { is: "create" }>;
type Typed = { name: string; username: string; role: string; unitId: string };

/** One person. Where there are too many units for a list, the unit is searched for first. */
export function CreatePanel({ panel }: { panel: Panel }) {
	const t = useWords(peopleWords);
	const answer = useActionData() as { typed?: Partial<Typed> } | undefined;
	const first: Typed = { name: "", username: "", role: "", unitId: "", ...answer?.typed };
	const form = useZodForm(personForm, { defaultValues: first as never, problem: problemOf(answer) });
	const [given, setGiven] = useState({ name: first.name, unitId: first.unitId, role: first.role });
	const schoolRole = schoolRoles.includes(given.role as never);
	const fitting = given.role === "" ? panel.units : panel.units.filter((unit) => unit.isSchool === schoolRole);
	const code = panel.units.find((unit) => unit.id === given.unitId)?.code ?? "";
	const suggestion = given.name.trim() ? suggestedUsername(given.name, code) : "";
	return (
		<Card labelledBy="create">
			<CardHeader title={t.create.title} id="create" actions={<TextLink to="?">{t.list.close}</TextLink>} />
			{(panel.more || panel.find) && (
				<Form method="get" className="mb-5 flex flex-wrap items-end gap-3">
					<input type="hidden" name="do" value="create" />
					<SearchBox name="find" value={panel.find} label={t.create.findUnit} />
					<Button type="submit">{t.create.find}</Button>
					{panel.units.length === 0 && <p>{t.create.noUnit}</p>}
				</Form>
			)}
			<ZodForm
				form={form}
				onInput={(event) => {
					const box = event.target as HTMLInputElement;
					if (box.name in given) setGiven({ ...given, [box.name]: box.value });
				}}
			>
				<input type="hidden" name="intent" value="create" />
				<div className="grid gap-5 lg:grid-cols-2">
					<TextField {...form.field("name")} label={t.create.name} autoComplete="off" />
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
						options={panel.roles.map((role) => ({ value: role, label: t.roles[role] }))}
					/>
					<Select
						{...form.field("unitId")}
						label={t.create.unit}
						options={fitting.map((unit) => ({ value: unit.id, label: `${unit.name} (${unit.code})` }))}
					/>
				</div>
				<p className="text-muted">{t.create.after}</p>
				<div>
					<SubmitButton>{t.create.submit}</SubmitButton>
				</div>
			</ZodForm>
		</Card>
	);
}
