import { memo } from "react";
import type { SchoolFacts } from "#app/domain/forms/schema.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { expressionWords } from "#app/i18n/condition-sentence.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { NumberField } from "../field.tsx";
import { useWords } from "../locale.tsx";
import { Select } from "../select.tsx";

type SchoolProps = { facts: SchoolFacts; onFactsChange(facts: SchoolFacts): void };
const figures = ["classrooms", "pupils", "staff", "sites"] as const;

/** The school that the form is tried out for. A tap leaves it as it is. */
export const PreviewSchool = memo(function PreviewSchool({ facts, onFactsChange }: SchoolProps) {
	const t = useWords(authoringWords).preview;
	const { fields } = useWords(expressionWords);
	const { kinds, ownerships } = useWords(schoolWords);
	const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));
	const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
	return (
		<div className="grid gap-2">
			<Select
				name="preview.kind"
				label={t.kind}
				empty={false}
				options={options(kinds)}
				value={facts.kind}
				onChange={(event) => onFactsChange({ ...facts, kind: event.currentTarget.value })}
			/>
			<details>
				<summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-medium text-accent-ink underline underline-offset-4">
					{t.school}
				</summary>
				<div className="grid gap-3 pt-1 pb-3">
					<Select
						name="preview.ownership"
						label={upper(fields.ownership)}
						empty={false}
						options={options(ownerships)}
						value={facts.ownership}
						onChange={(event) => onFactsChange({ ...facts, ownership: event.currentTarget.value })}
					/>
					<div className="grid grid-cols-2 gap-3">
						{figures.map((field) => (
							<NumberField
								key={field}
								name={`preview.${field}`}
								label={upper(fields[field])}
								defaultValue={facts[field] ?? ""}
								onChange={({ currentTarget: { value } }) =>
									onFactsChange({ ...facts, [field]: /^\d{1,5}$/.test(value.trim()) ? Number(value) : null })
								}
							/>
						))}
					</div>
				</div>
			</details>
		</div>
	);
});
