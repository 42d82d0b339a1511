import Plus from "lucide-react/icons/plus";
import X from "lucide-react/icons/x";
import type { ConductModule } from "#app/domain/conduct/content-schema.ts";
import { codeBuilderWords } from "#app/i18n/code-builder.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { TypedArea } from "./typed-field.tsx";

type Lines = ConductModule["legalBasis"];

/** What a part stands on, line by line, and whether the document itself was read. */
export function CodeBasis({ lines, onChange }: { lines: Lines; onChange(lines: Lines): void }) {
	const { part: t } = useWords(codeBuilderWords);
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
								name={`module-basis-${at}`}
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
						name={`module-verified-${at}`}
						label={t.verified}
						checked={line.verified}
						onChange={(event) => change(at, { verified: event.target.checked })}
					/>
				</div>
			))}
			{lines.length < 10 && (
				<div>
					<Button icon={<Plus />} onClick={() => onChange([...lines, { text: "", verified: false }])}>
						{t.addBasis}
					</Button>
				</div>
			)}
		</fieldset>
	);
}
