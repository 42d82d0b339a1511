import { useLoaderData } from "@remix-run/react";
import { localClauseForm } from "#app/domain/conduct/schema.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductSchoolWords } from "#app/i18n/conduct-school.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { SubmitButton, useZodForm, ZodForm } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { problemOf } from "#app/ui/problem-banner.tsx";
import { Select } from "#app/ui/select.tsx";
import type { loader } from "./route.ts";
import type { Answer } from "./screen.tsx";

/** A clause that the school adds to the group shown. */
export function AddClause({ answer }: { answer: Answer }) {
	const { modules, group } = useLoaderData<typeof loader>();
	const count = modules.reduce((sum, { clauses }) => sum + clauses.length, 0);
	// Added, or of another group: the form begins empty.
	return <AddForm key={`${group} ${count}`} answer={answer} />;
}

function AddForm({ answer }: { answer: Answer }) {
	const { modules, group } = useLoaderData<typeof loader>();
	const { text: t } = useWords(conductSchoolWords);
	const { groups, relations, stances } = useWords(conductWords);
	const here = [...new Set(modules.map(({ relation }) => relation))];
	const first = { group, relation: here[0] ?? "general", stance: "should", text: "" };
	const form = useZodForm(localClauseForm, {
		id: "add",
		defaultValues: { ...first, ...answer?.typed, group } as never,
		problem: problemOf(answer),
	});
	const options = [...here, ...localClauseForm.shape.relation.options.filter((relation) => !here.includes(relation))];
	return (
		<Card labelledBy="add">
			<CardHeader id="add" title={t.add.title(groups[group])} />
			<ZodForm form={form} action={`?group=${group}`} preventScrollReset>
				<input type="hidden" name="intent" value="add" />
				<input type="hidden" name="group" value={group} />
				<Select
					{...form.field("relation")}
					label={t.add.relation}
					empty={false}
					options={options.map((relation) => ({ value: relation, label: relations[relation] }))}
				/>
				<RadioGroup
					{...form.field("stance")}
					label={t.add.stance}
					inline
					options={(["should", "must_not"] as const).map((stance) => ({ value: stance, label: stances[stance] }))}
				/>
				<TextArea {...form.field("text")} label={t.add.text} hint={t.add.textHint} maxLength={4000} />
				<div>
					<SubmitButton variant="secondary">{t.add.submit}</SubmitButton>
				</div>
			</ZodForm>
		</Card>
	);
}
