import Plus from "lucide-react/icons/plus";
import type { Test } from "#app/domain/authoring/chosen.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { Button } from "../button.tsx";
import { useWords } from "../locale.tsx";
import { TestLine, unchosenLine } from "./test-line.tsx";
import type { Reach } from "./use-reach.ts";

type WhereProps = { reach: Reach; value: readonly Test[]; onChange(lines: Test[]): void };

/** Which rows of a list count: those for which every line holds. */
export function WhereLines({ reach, value, onChange }: WhereProps) {
	const t = useWords(authoringWords);
	return (
		<fieldset className="grid min-w-0 gap-2 border-s-2 border-line ps-3">
			<legend className="text-sm font-medium">{t.operand.where}</legend>
			{value.length === 0 && <p className="text-sm text-muted">{t.operand.whereAll}</p>}
			{value.map((line, at) => (
				<TestLine
					// biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
					key={at}
					number={at + 1}
					reach={reach}
					inRows
					value={line}
					onChange={(changed) => onChange(value.map((other, place) => (place === at ? changed : other)))}
					onRemove={() => onChange(value.filter((_, place) => place !== at))}
				/>
			))}
			<Button
				variant="quiet"
				size="small"
				className="justify-self-start"
				icon={<Plus />}
				onClick={() => onChange([...value, unchosenLine])}
			>
				{t.operand.addWhere}
			</Button>
		</fieldset>
	);
}
