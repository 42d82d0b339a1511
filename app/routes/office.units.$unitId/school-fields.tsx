import { useActionData, useLoaderData } from "@remix-run/react";
import { schoolForm } from "#app/domain/units/schema.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { unitsWords } from "#app/i18n/units.ts";
import { NumberField, TextField } from "#app/ui/field.tsx";
import { SubmitButton, useZodForm, ZodForm } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { problemOf } from "#app/ui/problem-banner.tsx";
import { Select } from "#app/ui/select.tsx";
import type { action, loader } from "./route.ts";

/** The form of a school's facts; the code is not among them. */
export function SchoolFields() {
	const t = useWords(unitsWords);
	const { kinds, ownerships } = useWords(schoolWords);
	const { school, communes, managers } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const sent = answer && "typed" in answer ? answer.typed : undefined;
	// The other form of the page posts a reason and none of these.
	const mine = sent !== undefined && sent.reason === undefined;
	const figure = (value: number | null) => (value === null ? "" : String(value));
	const form = useZodForm(schoolForm, {
		defaultValues: {
			name: school.name,
			kind: school.kind,
			ownership: school.ownership,
			communeId: school.communeId,
			managerId: school.managerId,
			classrooms: figure(school.classrooms),
			pupils: figure(school.pupils),
			staff: figure(school.staff),
			sites: figure(school.sites),
			...(mine ? sent : {}),
		},
		problem: mine ? problemOf(answer) : undefined,
	});
	const named = (units: { id: string; name: string }[]) => units.map(({ id, name }) => ({ value: id, label: name }));
	const worded = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
	return (
		<ZodForm form={form}>
			<TextField {...form.field("name")} label={t.columns.name} autoComplete="off" />
			<div className="grid gap-5 sm:grid-cols-2">
				<Select {...form.field("kind")} label={t.columns.kind} options={worded(kinds)} empty={false} />
				<Select {...form.field("ownership")} label={t.columns.ownership} options={worded(ownerships)} empty={false} />
				<Select {...form.field("communeId")} label={t.columns.commune} options={named(communes)} empty={false} />
				<Select {...form.field("managerId")} label={t.columns.manager} options={named(managers)} empty={false} />
			</div>
			<div className="grid gap-5 sm:grid-cols-4">
				{(["classrooms", "pupils", "staff", "sites"] as const).map((name) => (
					<NumberField key={name} {...form.field(name)} label={t.columns[name]} optional />
				))}
			</div>
			<div>
				<SubmitButton name="intent" value="save">
					{t.school.save}
				</SubmitButton>
			</div>
		</ZodForm>
	);
}
