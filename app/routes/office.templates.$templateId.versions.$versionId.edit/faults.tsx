import { useDeferredValue, useMemo } from "react";
import type { Draft } from "#app/domain/authoring/draft-schema.ts";
import { unfinished } from "#app/domain/authoring/unfinished.ts";
import type { Locale } from "#app/domain/ctx.ts";
import { checkDefinition, type DefinitionFault } from "#app/domain/forms/check-definition.ts";
import { builderWords, faultInWords, gapInWords } from "#app/i18n/builder.ts";
import { Tag } from "#app/ui/badge.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { hrefOf, type Selected, useBuilderParts } from "./builder-context.ts";

type Line = { kind: "error" | "warning" | "unfinished"; sentence: string; at: Selected };

/** What keeps the version from being published, and what its author should know, each a way to its place. */
export function Faults() {
	const { draft, actions } = useBuilderParts();
	const { faults: t } = useWords(builderWords);
	const locale = useLocale();
	// A form of a thousand items is checked while nothing else is to be drawn.
	const checked = useDeferredValue(draft);
	const lines = useMemo(() => linesOf(checked, locale), [checked, locale]);
	const shown = lines.slice(0, 50);
	return (
		<section aria-labelledby="faults" className="rounded-md border border-line bg-surface p-4">
			<h2 id="faults" className="font-semibold">
				{t.title}
			</h2>
			<p className="text-muted">{lines.length === 0 ? t.none : t.count(lines.length)}</p>
			<ul className="mt-2 grid">
				{shown.map(({ kind, sentence, at }) => (
					<li key={`${kind} ${sentence}`} className="flex items-baseline gap-2">
						<Tag tone={kind === "error" ? "bad" : kind === "warning" ? "warn" : undefined}>{t[kind]}</Tag>
						<a
							href={hrefOf(at)}
							className="min-h-9 py-1.5 underline decoration-line underline-offset-4 hover:decoration-current pointer-coarse:min-h-12"
							onClick={(event) => {
								event.preventDefault();
								actions.select(at, true);
							}}
						>
							{sentence}
						</a>
					</li>
				))}
			</ul>
		</section>
	);
}

function linesOf(draft: Draft, locale: Locale): Line[] {
	const gaps = unfinished(draft).map((gap): Line => {
		const at = placeOf(gap.part === "head" ? "" : gap.part, gap.code);
		return { kind: "unfinished", sentence: gapInWords(gap, locale), at };
	});
	const faults = checkDefinition(draft.definition).map((fault): Line => {
		return { kind: fault.severity, sentence: faultInWords(fault, locale), at: placeOfFault(fault) };
	});
	const order = ["error", "unfinished", "warning"];
	return [...faults, ...gaps].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function placeOfFault(fault: DefinitionFault): Selected {
	switch (fault.code) {
		case "unknown_item":
		case "expression_too_large":
		case "row_out_of_reach":
			return placeOf(fault.place.part, fault.place.code);
		case "duplicate":
			return placeOf(fault.part, fault.duplicate);
		case "circular":
			return placeOf("item", fault.codes[0] ?? "");
		case "duplicate_option":
		case "limits_reversed":
		case "mandatory_not_counted":
		case "decisive_item_optional":
		case "verdict_in_roster":
			return placeOf("item", fault.item);
		default:
			return placeOf("rule", "");
	}
}

function placeOf(part: string, code: string): Selected {
	if (part === "item" || part === "section") return { kind: part, code };
	return { kind: "part", code: part === "check" ? "checks" : part === "rule" || part === "level" ? "rule" : "head" };
}
