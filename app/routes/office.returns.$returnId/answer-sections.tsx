import { useLoaderData } from "@remix-run/react";
import type { Item } from "#app/domain/forms/schema.ts";
import { reviewWords } from "#app/i18n/review.ts";
import { AnswerDetails, AnswerValue } from "#app/ui/answer-value.tsx";
import { MandatoryMark, Tag } from "#app/ui/badge.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { loader } from "./route.ts";
import { useTyped } from "./typed.ts";

/** Every answer by section; with `mayMark`, each can be opened to be sent back with a reason. */
export function AnswerSections({ mayMark }: { mayMark: boolean }) {
	const { definition, answers, onlyUnmet } = useLoaderData<typeof loader>();
	const locale = useLocale();
	const shown = definition.sections
		.map((section) => ({
			...section,
			items: section.items.filter((item) => {
				const answer = answers[item.code];
				return onlyUnmet ? answer?.value === "unmet" : answer !== undefined || item.type === "verdict";
			}),
		}))
		.filter((section) => section.items.length > 0);
	return (
		<div className="divide-y divide-line">
			{shown.map((section) => (
				<section key={section.code} aria-labelledby={`section-${section.code}`}>
					<h3 id={`section-${section.code}`} className="bg-sunken px-4 py-2 font-semibold sm:px-5">
						{section.code}. {(locale === "en" && section.title.en) || section.title.vi}
					</h3>
					<ul className="divide-y divide-line">
						{section.items.map((item) => (
							<AnswerLine key={item.code} item={item} mayMark={mayMark} />
						))}
					</ul>
				</section>
			))}
		</div>
	);
}

function AnswerLine({ item, mayMark }: { item: Item; mayMark: boolean }) {
	const { answers, reviews } = useLoaderData<typeof loader>();
	const { page: t } = useWords(reviewWords);
	const locale = useLocale();
	const answer = answers[item.code];
	const before = reviews[0]?.items.find((marked) => marked.item === item.code);
	return (
		<li id={item.code} className="grid gap-x-6 gap-y-2 px-4 py-3 sm:px-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
			<div className="min-w-0">
				<p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
					<span className="font-medium">{item.code}</span>
					{item.type === "verdict" && item.mandatory !== false && <MandatoryMark />}
					{item.type === "verdict" && item.knockout && <Tag tone="bad">{t.knockout}</Tag>}
					{before && <Tag tone="warn">{t.markedBefore}</Tag>}
				</p>
				<p>{(locale === "en" && item.text.en) || item.text.vi}</p>
				<div className="mt-1">
					<AnswerValue item={item} answer={answer} />
					<AnswerDetails answer={answer} />
				</div>
			</div>
			{mayMark && item.type !== "computed" && <MarkItem code={item.code} />}
		</li>
	);
}

/** Closed until it is needed: a tick and the reason the school will read. */
function MarkItem({ code }: { code: string }) {
	const { form: t } = useWords(reviewWords);
	const typed = useTyped();
	const reason = typed(`reason:${code}`);
	return (
		<details open={reason !== ""} className="min-w-0 self-start rounded-md border border-line" data-print="hide">
			<summary className="min-h-10 px-3 py-2 text-sm font-medium text-accent-ink pointer-coarse:min-h-12">
				{t.mark(code)}
			</summary>
			<div className="grid gap-2 border-t border-line px-3 pb-3">
				<Checkbox id={`mark-${code}`} name="mark" value={code} label={t.mark(code)} defaultChecked={reason !== ""} />
				<TextArea
					id={`reason-${code}`}
					name={`reason:${code}`}
					label={t.reasonOf(code)}
					rows={2}
					maxLength={2000}
					defaultValue={reason}
				/>
			</div>
		</details>
	);
}
