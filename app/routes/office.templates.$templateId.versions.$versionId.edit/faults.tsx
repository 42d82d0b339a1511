import { startTransition, useEffect, useMemo, useState } from "react";
import type { Draft } from "#app/domain/authoring/draft-schema.ts";
import { type Grade, placeOf, reviewOf } from "#app/domain/authoring/review.ts";
import { unfinished } from "#app/domain/authoring/unfinished.ts";
import type { Locale } from "#app/domain/ctx.ts";
import { builderWords, gapInWords } from "#app/i18n/builder.ts";
import { remarkSentence } from "#app/i18n/template-life.ts";
import { Tag } from "#app/ui/badge.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { hrefOf, type Selected, useBuilderParts } from "./builder-context.ts";

type Line = { kind: Grade | "unfinished"; sentence: string; at: Selected };

const order: readonly Line["kind"][] = ["error", "unfinished", "warning", "advice"];

/** Sentences shown at once; the rest come up as these are mended. */
const SHOWN = 50;

/** What keeps the version from being published, and what its author should know, each a way to its place. */
export function Faults() {
	const { draft } = useBuilderParts();
	const { faults: t } = useWords(builderWords);
	const locale = useLocale();
	const settled = useSettled(draft);
	const lines = useMemo(() => (settled ? linesOf(settled, locale) : []), [settled, locale]);
	if (!settled) return null;
	const stops = lines.filter(({ kind }) => kind === "error" || kind === "unfinished").length;
	const advice = lines.filter(({ kind }) => kind === "advice");
	return (
		<section aria-labelledby="faults" className="rounded-md border border-line bg-surface p-4">
			<h2 id="faults" className="font-semibold">
				{t.title}
			</h2>
			<p className="text-muted">{stops === 0 ? t.none : t.count(stops)}</p>
			<Lines lines={lines.filter(({ kind }) => kind !== "advice")} />
			{advice.length > 0 && (
				<details className="mt-2">
					<summary className="inline-flex min-h-10 cursor-pointer items-center font-medium text-accent-ink underline underline-offset-4 pointer-coarse:min-h-12">
						{t.advice(advice.length)}
					</summary>
					<Lines lines={advice} />
				</details>
			)}
		</section>
	);
}

function Lines({ lines }: { lines: readonly Line[] }) {
	const { actions } = useBuilderParts();
	const { faults: t } = useWords(builderWords);
	return (
		<>
			<ul className="mt-2 grid empty:hidden">
				{lines.slice(0, SHOWN).map(({ kind, sentence, at }) => (
					<li key={`${kind} ${sentence} ${at.code}`} className="flex items-baseline gap-2">
						{kind !== "advice" && (
							<Tag tone={kind === "error" ? "bad" : kind === "warning" ? "warn" : undefined}>{t[kind]}</Tag>
						)}
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
			{lines.length > SHOWN && <p className="text-sm text-muted">{t.more(lines.length - SHOWN)}</p>}
		</>
	);
}

/** The draft once writing has paused: a form of a thousand items is not looked through at every key. */
function useSettled(draft: Draft): Draft | null {
	const [settled, setSettled] = useState<Draft | null>(null);
	useEffect(() => {
		const timer = setTimeout(() => startTransition(() => setSettled(draft)), 300);
		return () => clearTimeout(timer);
	}, [draft]);
	return settled;
}

function linesOf(draft: Draft, locale: Locale): Line[] {
	const gaps = unfinished(draft).map((gap): Line => {
		const at = selectedAt(gap.part === "head" ? "" : gap.part, gap.code);
		return { kind: "unfinished", sentence: gapInWords(gap, locale), at };
	});
	const remarks = reviewOf(draft).remarks.map((remark): Line => {
		const place = placeOf(remark);
		const codes = "items" in remark && place?.part === "item" ? remark.items : [];
		const said = remarkSentence(remark, locale);
		return { kind: remark.grade, sentence: named(said, codes), at: selectedAt(place?.part ?? "", place?.code ?? "") };
	});
	return [...remarks, ...gaps].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** The sentence with the first items it is about, where it does not name them itself. */
function named(sentence: string, codes: readonly string[]): string {
	const [first = "", ...rest] = codes;
	if (first === "" || sentence.includes(first)) return sentence;
	return `${[first, ...rest.slice(0, 2)].join(", ")}${rest.length > 2 ? "…" : ""}: ${sentence}`;
}

/** The part of the page in which something without an item or a section of its own is mended. */
const partsOf: Record<string, Extract<Selected, { kind: "part" }>["code"]> = {
	check: "checks",
	rule: "rule",
	level: "rule",
	figure: "figures",
	light: "lights",
	list: "lists",
};

function selectedAt(part: string, code: string): Selected {
	if (part === "item" || part === "section") return { kind: part, code };
	return { kind: "part", code: partsOf[part] ?? "head" };
}
