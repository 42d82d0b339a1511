import { Form } from "@remix-run/react";
import type { HeadField } from "#app/domain/authoring/edit-schema.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { Checkbox } from "#app/ui/choice.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { BasisLines } from "./basis-lines.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { DemandFields } from "./demands.tsx";
import { TypedField } from "./typed-field.tsx";
import { ValidDays } from "./valid-days.tsx";

/** What the version says of itself: its name, whom it is for, when it holds, where it comes from. */
export function HeadEditor() {
	const { draft, actions, live } = useBuilderParts();
	const { head: t, item: words } = useWords(builderWords);
	const { kinds: names } = useWords(schoolWords);
	const { title, kinds, validFrom, validTo, definition } = draft;
	const set = (field: HeadField, value: unknown) => actions.perform([{ do: "set_head", field, value }]);
	return (
		<Form method="post" className="grid gap-5" onSubmit={(event) => live && event.preventDefault()}>
			<h2 className="text-lg font-semibold">{t.heading}</h2>
			<TypedField
				name="title"
				label={t.name}
				maxLength={300}
				value={title.vi}
				commit={(vi) => set("title", { ...title, vi })}
			/>
			<TypedField
				name="title_en"
				label={t.nameEn}
				optional
				maxLength={300}
				value={title.en ?? ""}
				commit={(en) => set("title", { vi: title.vi, ...(en ? { en } : {}) })}
			/>
			<fieldset>
				<legend className="font-medium">{t.kinds}</legend>
				<p className="text-sm text-muted">{t.kindsHint}</p>
				<div className="flex flex-wrap gap-x-6">
					{Object.entries(names).map(([kind, label]) => (
						<Checkbox
							key={kind}
							id={`kind-${kind}`}
							name="kinds"
							value={kind}
							label={label}
							checked={kinds.includes(kind)}
							onChange={(event) =>
								set("kinds", event.target.checked ? [...kinds, kind] : kinds.filter((other) => other !== kind))
							}
						/>
					))}
				</div>
			</fieldset>
			<div className="flex flex-wrap gap-4">
				<ValidDays words={t} validFrom={validFrom} validTo={validTo} set={set} />
			</div>
			{live && (
				<BasisLines
					name="basis"
					words={t}
					verified={words.verified}
					most={50}
					lines={draft.legalBasis}
					onChange={(lines) => set("legalBasis", lines)}
				/>
			)}
			{live && (
				<fieldset>
					<legend className="font-medium">{t.failure}</legend>
					<DemandFields
						name="form-failure"
						value={definition.failure}
						onChange={(value) => actions.perform([{ do: "set_form", field: "failure", value }])}
					/>
				</fieldset>
			)}
			{!live && (
				<SubmitButton name="intent" value="save_head">
					{words.save}
				</SubmitButton>
			)}
		</Form>
	);
}
