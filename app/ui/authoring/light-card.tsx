import type { Expression } from "#app/domain/forms/expression-schema.ts";
import type { Light } from "#app/domain/forms/figure-schema.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import type { Definition } from "#app/domain/forms/schema.ts";
import { partsWords } from "#app/i18n/authoring-parts.ts";
import { sentencesOf } from "#app/i18n/condition-sentence.ts";
import { useLocale, useWords } from "../locale.tsx";
import type { CardProps } from "./part-list.tsx";
import { EnglishBox, PartCode } from "./part-words.tsx";
import { NeededText, Sentence } from "./parts.tsx";
import { useReach } from "./use-reach.ts";
import { WhenEditor } from "./when-editor.tsx";

/** A light while it is being made: its conditions may not be chosen yet. */
export type LightDraft = Omit<Light, "green" | "amber"> & Record<"green" | "amber", Expression | undefined>;

const colours = ["green", "amber", "red"] as const;

/** A light in which only its code is given. */
export function freshLight(code: string): LightDraft {
	const blank = { vi: "" };
	return { code, label: blank, green: undefined, amber: undefined, says: { green: blank, amber: blank, red: blank } };
}

/** The light as the form may hold it; null while a condition or one of its words is missing. */
export function wholeLight({ green, amber, ...rest }: LightDraft): Light | null {
	const said = [rest.label, ...colours.map((colour) => rest.says[colour])].every(({ vi }) => vi.trim() !== "");
	return said && green && amber ? { ...rest, green, amber } : null;
}

/** One light: when it is green, when amber, and what each colour says of the school. */
export function LightCard({ definition, value: light, taken, onChange }: CardProps<LightDraft>) {
	const { lights: t, more } = useWords(partsWords);
	const reach = useReach(definition, {});
	const set = (part: Partial<LightDraft>) => onChange({ ...light, ...part });
	const say = (colour: (typeof colours)[number], words: Light["says"]["red"]) =>
		set({ says: { ...light.says, [colour]: words } });
	return (
		<>
			<Said definition={definition} light={light} />
			<NeededText
				label={t.label}
				missing={t.labelMissing}
				value={light.label.vi}
				onChange={(vi) => set({ label: { ...light.label, vi } })}
			/>
			{(["green", "amber"] as const).map((colour) => (
				<WhenEditor
					key={colour}
					title={t[colour]}
					reach={reach}
					value={light[colour]}
					onChange={(value) => set({ [colour]: value })}
					blank={t.missing}
				/>
			))}
			<WhenEditor
				title={t.known}
				reach={reach}
				value={light.known}
				onChange={(known) => set({ known })}
				blank={t.knownAlways}
				optional
			/>
			<fieldset className="grid min-w-0 gap-2">
				<legend className="mb-1 font-medium">{t.words}</legend>
				{colours.map((colour) => (
					<NeededText
						key={colour}
						label={t.colours[colour]}
						missing={t.wordsMissing}
						value={light.says[colour].vi}
						onChange={(vi) => say(colour, { ...light.says[colour], vi })}
					/>
				))}
			</fieldset>
			<details>
				<summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-medium text-accent-ink underline underline-offset-4 pointer-coarse:min-h-12">
					{more}
				</summary>
				<div className="grid gap-3 py-2">
					<PartCode code={light.code} taken={taken} onChange={(code) => set({ code })} />
					<EnglishBox label={t.labelEn} value={light.label} onChange={(label) => set({ label })} />
					{colours.map((colour) => (
						<EnglishBox
							key={colour}
							label={t.english(t.colours[colour])}
							value={light.says[colour]}
							onChange={(words) => say(colour, words)}
						/>
					))}
				</div>
			</details>
		</>
	);
}

function Said({ definition, light: { green, amber, known } }: { definition: Definition; light: LightDraft }) {
	const { lights: t } = useWords(partsWords);
	const { condition } = sentencesOf(prepare(definition), useLocale());
	if (!green || !amber) return null;
	return (
		<Sentence>
			{t.says(condition(green), condition(amber))}
			{known && ` ${t.knownOnly(condition(known))}`}
		</Sentence>
	);
}
