import Plus from "lucide-react/icons/plus";
import { useId } from "react";
import type { Band } from "#app/domain/forms/criteria.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { Button } from "../button.tsx";
import { CheckboxGroup } from "../choice.tsx";
import { useWords } from "../locale.tsx";
import { NumberBox } from "./parts.tsx";

type BandsProps = {
	value: readonly Band[];
	/** How many criteria are mandatory for kinds of school. */
	flaggedFor(kinds: readonly string[] | undefined): number;
	onChange(bands: Band[]): void;
};

/** Lines of a count rule by kind of school; the one without kinds is for all that no other line names. */
export function BandsEditor({ value, flaggedFor, onChange }: BandsProps) {
	const { rule: t } = useWords(authoringWords);
	const { kinds: names } = useWords(schoolWords);
	const id = useId();
	const put = (at: number, band: Band) => onChange(value.map((other, place) => (place === at ? band : other)));
	const taken = new Set(value.flatMap((band) => band.kinds ?? []));
	const free = Object.keys(names).filter((kind) => !taken.has(kind));
	return (
		<div className="grid gap-3">
			{value.map((band, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
				<fieldset key={at} className="grid min-w-0 gap-3 rounded-md border border-line p-4">
					<legend className="px-1 font-medium">{t.band(at + 1)}</legend>
					{band.kinds ? (
						<CheckboxGroup
							// What is ticked in another line can be ticked here once it is taken out there.
							key={band.kinds.join()}
							name={`rule.band.${at}`}
							id={`${id}-${at}`}
							label={t.bandKinds}
							inline
							options={Object.entries(names).map(([kind, label]) => ({
								value: kind,
								label,
								disabled: taken.has(kind) && !band.kinds?.includes(kind),
							}))}
							defaultValue={band.kinds}
							onChange={({ currentTarget: box }) => {
								const others = (band.kinds ?? []).filter((other) => other !== box.value);
								// A line for no kind at all is no line: the last tick stays.
								if (others.length === 0) box.checked = true;
								else put(at, { ...band, kinds: box.checked ? [...others, box.value] : others });
							}}
						/>
					) : (
						<p>{value.length > 1 ? t.otherKinds : t.everyKind}</p>
					)}
					<div className="flex flex-wrap gap-4">
						<NumberBox
							label={t.atLeastCount}
							digits={0}
							value={band.atLeast}
							onChange={(atLeast) => atLeast !== undefined && atLeast >= 0 && put(at, { ...band, atLeast })}
						/>
						<NumberBox
							label={t.mandatory}
							digits={0}
							value={band.mandatory}
							onChange={(mandatory) => mandatory !== undefined && mandatory >= 0 && put(at, { ...band, mandatory })}
						/>
					</div>
					{value.length > 1 && (
						<Button
							variant="quiet"
							size="small"
							className="justify-self-start"
							onClick={() => onChange(value.filter((_, place) => place !== at))}
						>
							{t.removeBand(at + 1)}
						</Button>
					)}
				</fieldset>
			))}
			{free.length > 0 && (
				<Button
					className="justify-self-start"
					icon={<Plus />}
					onClick={() => {
						const kinds = value.every((band) => band.kinds) ? undefined : free.slice(0, 1);
						const mandatory = flaggedFor(kinds);
						const band: Band = { ...(kinds ? { kinds } : {}), atLeast: value[0]?.atLeast ?? 0, mandatory };
						onChange(kinds ? [band, ...value] : [...value, band]);
					}}
				>
					{t.addBand}
				</Button>
			)}
		</div>
	);
}
