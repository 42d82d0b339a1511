import Plus from "lucide-react/icons/plus";
import X from "lucide-react/icons/x";
import type { Draft } from "#app/domain/authoring/draft-schema.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { TypedArea } from "./typed-field.tsx";

type Lines = Draft["legalBasis"];

type BasisProps = {
	/** What its fields are named after: a version's own lines and those of a part may stand on one page. */
	name: string;
	words: { basis: string; addBasis: string; basisText(at: number): string; removeBasis(at: number): string };
	verified: string;
	/** So many lines are taken. */
	most: number;
	lines: Lines;
	onChange(lines: Lines): void;
};

/** What something stands on, line by line, and whether the document itself was read. */
export function BasisLines({ name, words: t, verified, most, lines, onChange }: BasisProps) {
	const change = (at: number, part: Partial<Lines[number]>) =>
		onChange(lines.map((line, place) => (place === at ? { ...line, ...part } : line)));
	return (
		<fieldset className="grid gap-3">
			<legend className="font-medium">{t.basis}</legend>
			{lines.map((line, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; its text changes with every key
				<div key={at} className="grid gap-1">
					<div className="flex items-end gap-2">
						<div className="flex-1">
							<TypedArea
								name={`${name}-${at}`}
								label={t.basisText(at + 1)}
								rows={2}
								maxLength={600}
								value={line.text}
								commit={(text) => change(at, { text })}
							/>
						</div>
						<Button variant="quiet" icon={<X />} onClick={() => onChange(lines.filter((_, place) => place !== at))}>
							<span className="sr-only">{t.removeBasis(at + 1)}</span>
						</Button>
					</div>
					<Checkbox
						name={`${name}-verified-${at}`}
						label={verified}
						checked={line.verified}
						onChange={(event) => change(at, { verified: event.target.checked })}
					/>
				</div>
			))}
			{lines.length < most && (
				<div>
					<Button icon={<Plus />} onClick={() => onChange([...lines, { text: "", verified: false }])}>
						{t.addBasis}
					</Button>
				</div>
			)}
		</fieldset>
	);
}
