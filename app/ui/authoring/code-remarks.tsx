import type { CodeRemark } from "#app/domain/authoring/code-review.ts";
import type { Grade } from "#app/domain/authoring/review.ts";
import { codeBuilderWords, codeRemarkSentence } from "#app/i18n/code-builder.ts";
import { Tag } from "#app/ui/badge.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Tone } from "#app/ui/tone.ts";

const tones: Record<Grade, Tone | undefined> = { error: "bad", warning: "warn", advice: undefined };

/** What was found in a code of conduct, the gravest first, each a way to its first place. `edit`: the builder's page of this draft. */
export function CodeRemarks({ remarks, edit }: { remarks: readonly CodeRemark[]; edit: string }) {
	const { faults: t, tabs } = useWords(codeBuilderWords);
	const locale = useLocale();
	return (
		<section aria-label={tabs.code} className="mb-5">
			<h3 className="mb-2 font-semibold">{tabs.code}</h3>
			<ul className="grid gap-2">
				{remarks.map((remark) => {
					const sentence = codeRemarkSentence(remark, locale);
					const to = "at" in remark && `${edit}?${remark.of}=${encodeURIComponent(remark.at[0] ?? "")}`;
					return (
						<li key={sentence} className="flex items-baseline gap-2">
							<Tag tone={tones[remark.grade]}>{t[remark.grade]}</Tag>
							<span className="min-w-0 wrap-anywhere">{to ? <TextLink to={to}>{sentence}</TextLink> : sentence}</span>
						</li>
					);
				})}
			</ul>
		</section>
	);
}
