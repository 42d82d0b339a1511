import { Form } from "@remix-run/react";
import Plus from "lucide-react/icons/plus";
import X from "lucide-react/icons/x";
import type { HeadField } from "#app/domain/authoring/edit-schema.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { DemandFields } from "./demands.tsx";
import { TypedArea, TypedField } from "./typed-field.tsx";

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
				<TypedField
					kind="date"
					name="validFrom"
					label={t.from}
					optional
					value={validFrom ?? ""}
					commit={(day) => set("validFrom", day || null)}
				/>
				<TypedField
					kind="date"
					name="validTo"
					label={t.to}
					optional
					value={validTo ?? ""}
					commit={(day) => set("validTo", day || null)}
				/>
			</div>
			{live && <Basis />}
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

function Basis() {
	const { draft, actions } = useBuilderParts();
	const { head: t, item: words } = useWords(builderWords);
	const lines = draft.legalBasis;
	const set = (next: typeof lines) => actions.perform([{ do: "set_head", field: "legalBasis", value: next }]);
	const change = (at: number, part: Partial<(typeof lines)[number]>) =>
		set(lines.map((line, place) => (place === at ? { ...line, ...part } : line)));
	return (
		<fieldset className="grid gap-3">
			<legend className="font-medium">{t.basis}</legend>
			{lines.map((line, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; its text changes with every key
				<div key={at} className="grid gap-1">
					<div className="flex items-end gap-2">
						<div className="flex-1">
							<TypedArea
								name={`basis-${at}`}
								label={t.basisText(at + 1)}
								rows={2}
								maxLength={600}
								value={line.text}
								commit={(text) => change(at, { text })}
							/>
						</div>
						<Button variant="quiet" icon={<X />} onClick={() => set(lines.filter((_, place) => place !== at))}>
							<span className="sr-only">{t.removeBasis(at + 1)}</span>
						</Button>
					</div>
					<Checkbox
						name={`basis-verified-${at}`}
						label={words.verified}
						checked={line.verified}
						onChange={(event) => change(at, { verified: event.target.checked })}
					/>
				</div>
			))}
			<div>
				<Button icon={<Plus />} onClick={() => set([...lines, { text: "", verified: false }])}>
					{t.addBasis}
				</Button>
			</div>
		</fieldset>
	);
}
