import Plus from "lucide-react/icons/plus";
import { type Chosen, type Group, isGroup, type Join, type Test } from "#app/domain/authoring/chosen.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { Button } from "../button.tsx";
import { useWords } from "../locale.tsx";
import { Choice } from "./parts.tsx";
import { TestLine, unchosenLine } from "./test-line.tsx";
import type { Reach } from "./use-reach.ts";

type LinesProps = {
	reach: Reach;
	value: Chosen;
	onChange(chosen: Chosen): void;
	/** What the join is asked with: *Hỏi khi*. */
	joinLabel: string;
};

/** Lines of a condition and how they are joined; a group of lines stands in a box, one floor deep. */
export function LinesEditor({ reach, value, onChange, joinLabel }: LinesProps) {
	const t = useWords(authoringWords).condition;
	const { parts } = value;
	const put = (at: number, part: Test | Group) =>
		onChange({ ...value, parts: parts.map((other, place) => (place === at ? part : other)) });
	const take = (at: number) => onChange({ ...value, parts: parts.filter((_, place) => place !== at) });
	const groups = parts.map((_, at) => parts.slice(0, at + 1).filter(isGroup).length);
	return (
		<div className="grid min-w-0 gap-2">
			{parts.length > 1 && (
				<JoinChoice label={joinLabel} value={value.join} onChange={(join) => onChange({ ...value, join })} />
			)}
			{parts.map((part, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
				<div key={at} className="grid min-w-0 gap-2">
					{at > 0 && <p className="text-sm font-medium text-muted">{t.between[value.join]}</p>}
					{isGroup(part) ? (
						<GroupBox
							title={t.group(groups[at] ?? 1)}
							reach={reach}
							value={part}
							onChange={(group) => put(at, group)}
							onRemove={() => take(at)}
						/>
					) : (
						<TestLine
							number={at + 1}
							reach={reach}
							value={part}
							onChange={(line) => put(at, line)}
							onRemove={() => take(at)}
						/>
					)}
				</div>
			))}
			<div className="flex flex-wrap gap-2">
				<Button icon={<Plus />} onClick={() => onChange({ ...value, parts: [...parts, unchosenLine] })}>
					{t.add}
				</Button>
				{parts.length > 0 && (
					<Button
						variant="quiet"
						icon={<Plus />}
						onClick={() =>
							onChange({
								...value,
								parts: [...parts, { join: value.join === "and" ? "or" : "and", parts: [unchosenLine, unchosenLine] }],
							})
						}
					>
						{t.addGroup}
					</Button>
				)}
			</div>
		</div>
	);
}

type GroupProps = { title: string; reach: Reach; value: Group; onChange(group: Group): void; onRemove(): void };

function GroupBox({ title, reach, value, onChange, onRemove }: GroupProps) {
	const t = useWords(authoringWords).condition;
	const { parts } = value;
	return (
		<fieldset className="grid min-w-0 gap-2 rounded-md border border-control bg-sunken p-3">
			<legend className="px-1 text-sm font-medium">{title}</legend>
			<JoinChoice label={t.joinInside} value={value.join} onChange={(join) => onChange({ ...value, join })} />
			{parts.map((line, at) => (
				<TestLine
					// biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
					key={at}
					number={at + 1}
					reach={reach}
					value={line}
					onChange={(changed) =>
						onChange({ ...value, parts: parts.map((other, place) => (place === at ? changed : other)) })
					}
					onRemove={() => onChange({ ...value, parts: parts.filter((_, place) => place !== at) })}
				/>
			))}
			<div className="flex flex-wrap gap-2">
				<Button size="small" icon={<Plus />} onClick={() => onChange({ ...value, parts: [...parts, unchosenLine] })}>
					{t.addInside}
				</Button>
				<Button size="small" variant="quiet" onClick={onRemove}>
					{t.removeGroup}
				</Button>
			</div>
		</fieldset>
	);
}

function JoinChoice({ label, value, onChange }: { label: string; value: Join; onChange(join: Join): void }) {
	const { joins } = useWords(authoringWords).condition;
	return (
		<Choice<Join>
			label={label}
			value={value}
			options={(["and", "or"] as const).map((join) => ({ value: join, label: joins[join] }))}
			onChange={onChange}
		/>
	);
}
