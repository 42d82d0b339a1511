import { useLoaderData } from "@remix-run/react";
import { useDeferredValue, useMemo } from "react";
import { type CodeRemark, reviewCode } from "#app/domain/authoring/code-review.ts";
import type { Grade } from "#app/domain/authoring/review.ts";
import { codeBuilderWords, codeRemarkSentence } from "#app/i18n/code-builder.ts";
import { Tag } from "#app/ui/badge.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { Tone } from "#app/ui/tone.ts";
import { hrefOf, type Selected, useBuilderParts } from "./builder-context.ts";
import type { loader } from "./route.ts";
import { useCode } from "./use-code.ts";

const tones: Record<Grade, Tone | undefined> = { error: "bad", warning: "warn", advice: undefined };

/** What keeps the code from being published, and what its author should know, each a way to its first place. */
export function CodeFaults() {
	const { draft, actions } = useBuilderParts();
	const { today } = useLoaderData<typeof loader>();
	const { faults: t } = useWords(codeBuilderWords);
	const locale = useLocale();
	const content = useDeferredValue(useCode());
	const remarks = useMemo(() => reviewCode({ content, kinds: draft.kinds, today }), [content, draft.kinds, today]);
	return (
		<section aria-labelledby="faults" className="rounded-md border border-line bg-surface p-4">
			<h2 id="faults" className="font-semibold">
				{t.title}
			</h2>
			<p className="text-muted">{remarks.length === 0 ? t.none : t.count(remarks.length)}</p>
			<ul className="mt-2 grid">
				{remarks.map((remark) => {
					const at = placeOf(remark);
					const sentence = codeRemarkSentence(remark, locale);
					return (
						<li key={sentence} className="flex items-baseline gap-2">
							<Tag tone={tones[remark.grade]}>{t[remark.grade]}</Tag>
							{at ? (
								<a
									href={hrefOf(at)}
									className="min-h-9 min-w-0 py-1.5 underline decoration-line underline-offset-4 wrap-anywhere hover:decoration-current pointer-coarse:min-h-12"
									onClick={(event) => {
										event.preventDefault();
										actions.select(at, true);
									}}
								>
									{sentence}
								</a>
							) : (
								<span className="min-h-9 py-1.5">{sentence}</span>
							)}
						</li>
					);
				})}
			</ul>
		</section>
	);
}

function placeOf(remark: CodeRemark): Selected | null {
	if (!("at" in remark)) return null;
	return { kind: remark.of, code: remark.at[0] ?? "" };
}
