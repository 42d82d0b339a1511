import ArrowUp from "lucide-react/icons/arrow-up";
import Plus from "lucide-react/icons/plus";
import { useId } from "react";
import { isCriterion, verdictItems } from "#app/domain/forms/criteria.ts";
import type { Definition } from "#app/domain/forms/schema.ts";
import type { VerdictRule } from "#app/domain/forms/verdict-schema.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { partsWords } from "#app/i18n/authoring-parts.ts";
import { Button } from "../button.tsx";
import { Checkbox } from "../choice.tsx";
import { useWords } from "../locale.tsx";
import { ItemsPicker } from "./items-picker.tsx";
import { EnglishBox } from "./part-words.tsx";
import { Choice, NeededText, NumberBox } from "./parts.tsx";

type LevelsRule = Extract<VerdictRule, { type: "levels" }>;
type Level = LevelsRule["levels"][number];
type LevelsProps = { definition: Definition; value: LevelsRule; onChange(rule: LevelsRule): void };

/** Named levels from the best down, with what must be met for each. */
export function LevelsEditor({ definition, value, onChange }: LevelsProps) {
	const { rule: t } = useWords(authoringWords);
	const { item: more } = useWords(partsWords);
	const id = useId();
	const { levels } = value;
	const set = (changed: Level[]) => onChange({ ...value, levels: changed });
	const put = (at: number, level: Level) => set(levels.map((other, place) => (place === at ? level : other)));
	const most = value.by === "percent" ? 100 : 100_000;
	return (
		<div className="grid gap-3">
			<Choice
				label={t.by}
				value={value.by}
				options={(["percent", "count"] as const).map((by) => ({ value: by, label: t.bys[by] }))}
				onChange={(by) => onChange({ ...value, by })}
			/>
			<p className="text-sm text-muted">{t.order}</p>
			{levels.map((level, at) => (
				<fieldset key={level.code} className="grid min-w-0 gap-3 rounded-md border border-line p-4">
					<legend className="px-1 font-medium">{t.level(at + 1)}</legend>
					<NeededText
						label={t.levelLabel}
						missing={t.levelMissing}
						value={level.label.vi}
						onChange={(vi) => put(at, { ...level, label: { ...level.label, vi } })}
					/>
					<EnglishBox label={more.levelEn} value={level.label} onChange={(label) => put(at, { ...level, label })} />
					<NumberBox
						label={value.by === "percent" ? t.atLeastPercent : t.atLeastCount}
						digits={value.by === "percent" ? 6 : 0}
						value={level.atLeast}
						onChange={(atLeast) =>
							atLeast !== undefined && atLeast >= 0 && atLeast <= most && put(at, { ...level, atLeast })
						}
					/>
					<Checkbox
						name={`rule.level.${at}.pass`}
						id={`${id}-${level.code}`}
						label={t.levelPass}
						checked={level.pass}
						onChange={(event) => put(at, { ...level, pass: event.currentTarget.checked })}
					/>
					<ItemsPicker
						label={t.mustMeet}
						definition={definition}
						items={verdictItems(definition).filter(isCriterion)}
						value={level.mustMeet}
						onChange={(mustMeet) => put(at, { ...level, mustMeet })}
					/>
					<div className="flex flex-wrap gap-2">
						{at > 0 && (
							<Button
								size="small"
								icon={<ArrowUp />}
								aria-label={t.up(at + 1)}
								onClick={() => set(levels.flatMap((other, place) => order(levels, other, place, at)))}
							/>
						)}
						{levels.length > 1 && (
							<Button variant="quiet" size="small" onClick={() => set(levels.filter((_, place) => place !== at))}>
								{t.removeLevel(at + 1)}
							</Button>
						)}
					</div>
				</fieldset>
			))}
			<Button
				className="justify-self-start"
				icon={<Plus />}
				onClick={() =>
					set([
						...levels,
						{ code: freshCode(levels), label: { vi: t.newLevel }, atLeast: 0, mustMeet: [], pass: false },
					])
				}
			>
				{t.addLevel}
			</Button>
		</div>
	);
}

/** The level at `moved` before the one above it. */
function order(levels: readonly Level[], level: Level, place: number, moved: number): Level[] {
	if (place === moved) return [];
	const up = levels[moved];
	return place === moved - 1 && up ? [up, level] : [level];
}

function freshCode(levels: readonly Level[]): string {
	const taken = new Set(levels.map(({ code }) => code));
	let number = levels.length + 1;
	while (taken.has(`muc-${number}`)) number += 1;
	return `muc-${number}`;
}
