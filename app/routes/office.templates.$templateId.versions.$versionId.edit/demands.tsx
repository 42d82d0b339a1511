import { formFields } from "#app/domain/authoring/draft-schema.ts";
import type { Definition } from "#app/domain/forms/schema.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { Checkbox } from "#app/ui/choice.tsx";
import { useWords } from "#app/ui/locale.tsx";

type Demands = Definition["failure"];
type DemandKind = keyof (typeof builderWords.vi)["item"]["demands"];

/** What the form language lets a failed item demand, in the order in which it is said. */
export const demandKinds = (["remark", "measure", "photo"] as const).filter(
	(kind): kind is DemandKind => kind in formFields.failure.unwrap().shape,
);

/** What *Chưa đạt* demands, each with its own tick. */
export function DemandFields({
	name,
	value,
	onChange,
}: {
	name: string;
	value: Demands;
	onChange(value: Demands): void;
}) {
	const { item: t } = useWords(builderWords);
	const given: Partial<Record<DemandKind, boolean>> = value;
	return demandKinds.map((kind) => (
		<Checkbox
			key={kind}
			name={`${name}.${kind}`}
			label={t.demands[kind]}
			checked={given[kind] ?? false}
			onChange={(event) => onChange({ ...value, [kind]: event.target.checked })}
		/>
	));
}
