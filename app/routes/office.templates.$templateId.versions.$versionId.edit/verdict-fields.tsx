import { useState } from "react";
import type { VerdictItem } from "#app/domain/forms/schema.ts";
import { partsWords } from "#app/i18n/authoring-parts.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { Checkbox } from "#app/ui/choice.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Select } from "#app/ui/select.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { DemandFields } from "./demands.tsx";
import { wordsWith } from "./item-editor.tsx";
import { numberIn, numberText, type SetField } from "./type-fields.tsx";
import { TypedField } from "./typed-field.tsx";

/** How a criterion counts, what its buttons say, and what *Chưa đạt* demands. */
export function VerdictFields({ item, set }: { item: VerdictItem; set: SetField }) {
	const { draft } = useBuilderParts();
	const { item: t } = useWords(builderWords);
	const { item: more } = useWords(partsWords);
	const label = (which: "met" | "unmet") => (vi: string) => {
		const { [which]: was, ...rest } = item.labels ?? {};
		const words = wordsWith(was, { vi });
		const labels = words ? { ...rest, [which]: words } : rest;
		set("labels", Object.keys(labels).length > 0 ? labels : null);
	};
	return (
		<>
			<Mandatory item={item} set={set} />
			<fieldset>
				<legend className="font-medium">{t.judging}</legend>
				<Checkbox
					name="counted"
					label={t.counted}
					checked={item.counted}
					onChange={(event) => set("counted", event.target.checked)}
				/>
				<Checkbox
					name="allowNa"
					label={t.allowNa}
					checked={item.allowNa}
					onChange={(event) => set("allowNa", event.target.checked)}
				/>
				<Checkbox
					name="knockout"
					label={t.knockout}
					hint={t.knockoutHint}
					checked={item.knockout}
					onChange={(event) => set("knockout", event.target.checked)}
				/>
			</fieldset>
			<div className="flex flex-wrap gap-4">
				<TypedField
					kind="decimal"
					name="weight"
					label={t.weight}
					value={numberText(item.weight)}
					commit={(text) => set("weight", numberIn(text))}
				/>
				<TypedField name="met" label={t.metLabel} optional value={item.labels?.met?.vi ?? ""} commit={label("met")} />
				<TypedField
					name="unmet"
					label={t.unmetLabel}
					optional
					value={item.labels?.unmet?.vi ?? ""}
					commit={label("unmet")}
				/>
				{(["met", "unmet"] as const).map((which) => {
					const words = item.labels?.[which];
					return (
						words && (
							<TypedField
								key={which}
								name={`${which}_en`}
								label={which === "met" ? more.metEn : more.unmetEn}
								optional
								value={words.en ?? ""}
								commit={(en) => set("labels", { ...item.labels, [which]: { vi: words.vi, ...(en ? { en } : {}) } })}
							/>
						)
					);
				})}
			</div>
			<fieldset>
				<legend className="font-medium">{t.failure}</legend>
				<Checkbox
					name="failureOwn"
					label={t.failureOwn}
					hint={item.failure ? undefined : t.failureForm}
					checked={item.failure !== undefined}
					onChange={(event) => set("failure", event.target.checked ? draft.definition.failure : null)}
				/>
				{item.failure && (
					<div className="ps-8">
						<DemandFields name="failure" value={item.failure} onChange={(value) => set("failure", value)} />
					</div>
				)}
			</fieldset>
		</>
	);
}

function Mandatory({ item, set }: { item: VerdictItem; set: SetField }) {
	const { draft, live } = useBuilderParts();
	const { item: t } = useWords(builderWords);
	const { kinds: names } = useWords(schoolWords);
	const chosen = Array.isArray(item.mandatory) ? item.mandatory : [];
	const [some, setSome] = useState(chosen.length > 0);
	const offered = [...new Set([...(draft.kinds.length > 0 ? draft.kinds : Object.keys(names)), ...chosen])];
	const value = item.mandatory === true ? "all" : chosen.length > 0 || some ? "kinds" : "no";
	return (
		<div>
			<Select
				name="mandatory"
				label={t.mandatory}
				empty={false}
				value={value}
				onChange={(event) => {
					setSome(event.target.value === "kinds");
					if (event.target.value !== "kinds") set("mandatory", event.target.value === "all");
					else if (item.mandatory === true) set("mandatory", offered);
				}}
				options={[
					{ value: "no", label: t.mandatoryNo },
					{ value: "all", label: t.mandatoryAll },
					{ value: "kinds", label: t.mandatoryKinds },
				]}
			/>
			{(value === "kinds" || !live) && (
				<fieldset className="mt-2 flex flex-wrap gap-x-6 ps-2">
					<legend className="text-muted">{t.mandatoryFor}</legend>
					{offered.map((kind) => (
						<Checkbox
							key={kind}
							id={`mandatory-${kind}`}
							name="mandatory_kinds"
							value={kind}
							label={(names as Record<string, string>)[kind] ?? kind}
							checked={chosen.includes(kind)}
							onChange={(event) => {
								const next = event.target.checked ? [...chosen, kind] : chosen.filter((other) => other !== kind);
								set("mandatory", next.length > 0 ? next : false);
							}}
						/>
					))}
				</fieldset>
			)}
		</div>
	);
}
