import type { ReactNode } from "react";
import type { ClauseDifference, ModuleDifference } from "#app/domain/authoring/clause-difference.ts";
import type { ItemChange, PartChange } from "#app/domain/authoring/version-difference.ts";
import type { Item } from "#app/domain/forms/schema.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { templateLifeWords } from "#app/i18n/template-life.ts";
import { Tag } from "./badge.tsx";
import { useLocale, useWords } from "./locale.tsx";
import { WordRuns } from "./word-runs.tsx";

type Shown = {
	difference: { items: ItemChange[]; parts: PartChange[] };
	clauses: { clauses: ClauseDifference[]; modules: ModuleDifference[] } | null;
};

/** What differs between two versions of a template: clauses of a code, items one by one, then the rest. `ask` stands below an item. */
export function VersionChanges({ difference, clauses, ask }: Shown & { ask?: (change: ItemChange) => ReactNode }) {
	const t = useWords(templateLifeWords);
	const { items, parts } = difference;
	if (items.length + parts.length + (clauses?.clauses.length ?? 0) + (clauses?.modules.length ?? 0) === 0) {
		return <p>{t.publish.same}</p>;
	}
	return (
		<div className="grid gap-5">
			{clauses && <Clauses {...clauses} />}
			{items.length > 0 && (
				<ul className="grid gap-4">
					{items.map((change) => (
						<li key={change.code} className="border-s-4 border-line ps-3" data-print="whole">
							<ChangedItem change={change} />
							{ask?.(change)}
						</li>
					))}
				</ul>
			)}
			{parts.length > 0 && (
				<div>
					<h3 className="mb-1 font-semibold">{t.change.partsTitle}</h3>
					<ul className="grid gap-1">
						{parts.map((part) => (
							<li key={`${part.part} ${part.code}`}>
								{t.change.parts[part.part]} {part.code}: {t.change.states[part.change]}
							</li>
						))}
					</ul>
				</div>
			)}
		</div>
	);
}

function ChangedItem({ change }: { change: ItemChange }) {
	const { change: t } = useWords(templateLifeWords);
	const { code, before, after, moved, aspects } = change;
	return (
		<>
			<p className="flex flex-wrap items-center gap-2">
				<span className="font-medium">{code}</span>
				{!before && <Tag tone="good">{t.added}</Tag>}
				{!after && <Tag tone="bad">{t.removed}</Tag>}
				{moved && <Tag>{t.moved}</Tag>}
				{aspects.map((aspect) => (
					<Tag key={aspect} tone={aspect === "text" || aspect === "type" ? "warn" : "neutral"}>
						{t.aspects[aspect]}
					</Tag>
				))}
			</p>
			<WordRuns before={before?.text.vi ?? after?.text.vi ?? ""} after={after?.text.vi ?? before?.text.vi ?? ""} />
			{before && after && aspects.includes("options") && <WordRuns before={options(before)} after={options(after)} />}
		</>
	);
}

function options(item: Item): string {
	return "options" in item ? item.options.map(({ label }) => label.vi).join(" · ") : "";
}

function Clauses({ clauses, modules }: NonNullable<Shown["clauses"]>) {
	const { change: t } = useWords(templateLifeWords);
	const names = useWords(conductWords);
	const locale = useLocale();
	const home = ({ group, relation }: ClauseDifference["module"]) =>
		`${names.groups[group]} · ${names.relations[relation]}`;
	if (clauses.length + modules.length === 0) return null;
	return (
		<div lang={locale === "en" ? "vi" : undefined}>
			<h3 className="mb-2 font-semibold">{t.clauses}</h3>
			<ul className="grid gap-4">
				{clauses.map(({ code, module, before, after, moved, aspects }) => (
					<li key={code} className="border-s-4 border-line ps-3" data-print="whole">
						<p className="flex flex-wrap items-center gap-2">
							<span className="font-medium">{code}</span>
							<span className="text-sm text-muted">{home(module)}</span>
							{!before && <Tag tone="good">{t.added}</Tag>}
							{!after && <Tag tone="bad">{t.removed}</Tag>}
							{moved && <Tag>{t.moved}</Tag>}
							{aspects.map((aspect) => (
								<Tag key={aspect} tone={aspect === "text" || aspect === "stance" ? "warn" : "neutral"}>
									{t.aspects[aspect]}
								</Tag>
							))}
						</p>
						<WordRuns
							before={before?.text.vi ?? after?.text.vi ?? ""}
							after={after?.text.vi ?? before?.text.vi ?? ""}
						/>
					</li>
				))}
				{modules.map(({ module, change, aspects }) => (
					<li key={module.code} className="border-s-4 border-line ps-3">
						{t.parts.module} {module.code} ({home(module)}):{" "}
						{aspects.length > 0 ? aspects.map((aspect) => t.aspects[aspect]).join(", ") : t.states[change]}
					</li>
				))}
			</ul>
		</div>
	);
}
