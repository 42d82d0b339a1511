import { Form } from "@remix-run/react";
import { peopleWords } from "#app/i18n/people.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { FilterForm, FilterSelect } from "#app/ui/filters.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Loaded } from "./screen.tsx";

type Panel = Extract<Loaded["panel"], { is: "schools" }>;

/** Accounts for the heads of all chosen schools: how many and which is seen before they are made. */
export function SchoolsPanel({ panel }: { panel: Panel }) {
	const t = useWords(peopleWords);
	const { kinds, ownerships } = useWords(schoolWords);
	const { chosen, count, first, communes } = panel;
	const options = (words: object) => Object.entries(words).map(([value, label]) => ({ value, label: String(label) }));
	return (
		<Card labelledBy="schools">
			<CardHeader title={t.bulk.title} id="schools" actions={<TextLink to="?">{t.list.close}</TextLink>} />
			<p className="mb-4 text-muted">{t.bulk.text}</p>
			<FilterForm keep={["do"]}>
				<FilterSelect name="kind" label={t.bulk.kind} value={chosen.kind} options={options(kinds)} />
				<FilterSelect
					name="ownership"
					label={t.bulk.ownership}
					value={chosen.ownership}
					options={options(ownerships)}
				/>
				<FilterSelect
					name="commune"
					label={t.bulk.commune}
					value={chosen.commune}
					options={communes.map(({ id, name }) => ({ value: id, label: name }))}
				/>
			</FilterForm>
			{count === 0 ? (
				<p className="mt-5 font-medium">{t.bulk.none}</p>
			) : (
				<>
					<p className="mt-5 font-medium">{t.bulk.count(count)}</p>
					<ul className="mt-2 grid gap-x-5 text-sm sm:grid-cols-2">
						{first.map((school) => (
							<li key={school.id}>
								{school.name} <span className="text-muted">({school.code})</span>
							</li>
						))}
						{count > first.length && <li className="text-muted">{t.bulk.andMore(count - first.length)}</li>}
					</ul>
					<Form method="post" className="mt-5">
						<input type="hidden" name="intent" value="schools" />
						{Object.entries(chosen).map(([name, value]) => (
							<input key={name} type="hidden" name={name} value={value} />
						))}
						<SubmitButton>{t.bulk.submit(count)}</SubmitButton>
					</Form>
				</>
			)}
		</Card>
	);
}
