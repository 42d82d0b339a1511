import { Form, useLoaderData } from "@remix-run/react";
import { peopleWords } from "#app/i18n/people.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { SearchBox } from "#app/ui/filters.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Select } from "#app/ui/select.tsx";
import { ActForm } from "../office.people/parts.tsx";
import type { loader } from "./route.ts";

/** The roles a person holds in the actor's units: change, end, add. Nobody changes their own. */
export function Roles() {
	const t = useWords(peopleWords);
	const { account, roles } = useLoaderData<typeof loader>();
	const options = roles.map((role) => ({ value: role, label: t.roles[role] }));
	return (
		<Card labelledBy="roles">
			<CardHeader title={t.person.roles} id="roles" />
			<ul className="divide-y divide-line border-y border-line">
				{account.roles.map((held) => (
					<li key={held.id} className="grid gap-3 py-3">
						<p>
							<span className="font-medium">{held.unitName}</span> · {t.roles[held.role]}
						</p>
						{!account.self && (
							<div className="flex flex-wrap items-end gap-3">
								<Form method="post" className="flex flex-wrap items-end gap-3">
									<input type="hidden" name="membershipId" value={held.id} />
									<Select
										name="role"
										id={`role-${held.id}`}
										label={t.list.role}
										options={options}
										empty={false}
										defaultValue={held.role}
									/>
									<Button type="submit" name="intent" value="change_role">
										{t.person.changeRole}
									</Button>
								</Form>
								<ActForm intent="end_role" label={t.person.endRole(held.unitName)} fields={{ membershipId: held.id }} />
							</div>
						)}
					</li>
				))}
			</ul>
			{!account.self && <AddRole options={options} />}
		</Card>
	);
}

function AddRole({ options }: { options: { value: string; label: string }[] }) {
	const t = useWords(peopleWords);
	const { choice } = useLoaderData<typeof loader>();
	const units = choice.units.map((unit) => ({ value: unit.id, label: `${unit.name} (${unit.code})` }));
	return (
		<details className="mt-4" open={choice.find !== ""}>
			<summary className="min-h-10 py-2 font-medium text-accent-ink underline underline-offset-4">
				{t.person.addRole}
			</summary>
			<div className="mt-2 grid gap-4">
				{(choice.more || choice.find) && (
					<Form method="get" className="flex flex-wrap items-end gap-3">
						<SearchBox name="find" value={choice.find} label={t.create.findUnit} />
						<Button type="submit">{t.create.find}</Button>
					</Form>
				)}
				<Form method="post" className="flex flex-wrap items-end gap-3">
					<Select name="unitId" label={t.create.unit} options={units} />
					<Select name="role" id="add-role" label={t.create.role} options={options} />
					<Button type="submit" name="intent" value="add_role">
						{t.person.addRole}
					</Button>
				</Form>
			</div>
		</details>
	);
}
