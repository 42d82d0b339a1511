import { useLoaderData } from "@remix-run/react";
import { answerKey } from "#app/domain/forms/answers.ts";
import { isRoster, type RosterSection } from "#app/domain/forms/rows.ts";
import type { Item } from "#app/domain/forms/schema.ts";
import { textOf } from "#app/i18n/returns.ts";
import { reviewWords } from "#app/i18n/review.ts";
import { AnswerDetails, AnswerValue } from "#app/ui/answer-value.tsx";
import { MandatoryMark, Tag } from "#app/ui/badge.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PhotoGrid } from "#app/ui/photo-grid.tsx";
import { MarkItem } from "./mark-item.tsx";
import type { loader } from "./route.ts";
import { useTyped } from "./typed.ts";

/** Every answer by section; with `mayMark`, each can be opened to be sent back with a reason. */
export function AnswerSections({ mayMark }: { mayMark: boolean }) {
	const { definition, answers, rows, onlyUnmet } = useLoaderData<typeof loader>();
	const locale = useLocale();
	const shown = definition.sections.flatMap((section) => {
		if (isRoster(section)) return onlyUnmet || !rows[section.roster.code] ? [] : section;
		const items = section.items.filter((item) => {
			const answer = answers[item.code];
			return onlyUnmet ? answer?.value === "unmet" : answer !== undefined || item.type === "verdict";
		});
		return items.length > 0 ? { ...section, items } : [];
	});
	return (
		<div className="divide-y divide-line">
			{shown.map((section) => (
				<section key={section.code} aria-labelledby={`section-${section.code}`}>
					<h3 id={`section-${section.code}`} className="bg-sunken px-4 py-2 font-semibold sm:px-5">
						{section.code}. {textOf(section.title, locale)}
					</h3>
					{isRoster(section) ? (
						<Rows section={section} mayMark={mayMark} />
					) : (
						<ul className="divide-y divide-line">
							{section.items.map((item) => (
								<AnswerLine key={item.code} item={item} row="" mayMark={mayMark} />
							))}
						</ul>
					)}
				</section>
			))}
		</div>
	);
}

/** Rows of a roster, folded: the name, then what the row says. Any may be sent back, or the roster as a whole. */
function Rows({ section, mayMark }: { section: RosterSection; mayMark: boolean }) {
	const { answers, rows, titles, reviews } = useLoaderData<typeof loader>();
	const { page: t } = useWords(reviewWords);
	const locale = useLocale();
	const typed = useTyped();
	const { code } = section.roster;
	const word = textOf(section.roster.row, locale);
	return (
		<div>
			{mayMark && (
				<div className="px-4 py-3 sm:px-5">
					<MarkItem answer={code} name={t.wholeList(textOf(section.title, locale))} />
				</div>
			)}
			<ul className="divide-y divide-line">
				{(rows[code] ?? []).map((row, at) => {
					const key = answerKey(code, row);
					const name = titles[key] || t.unnamedRow(word, at + 1);
					const items = section.items.filter((item) => answers[answerKey(item.code, row)] !== undefined);
					const marked = reviews[0]?.items.some((mark) => mark.row === row);
					const reasoned = [key, ...items.map((item) => answerKey(item.code, row))].some(
						(one) => typed(`reason:${one}`) !== "",
					);
					return (
						<li key={row} id={key}>
							<details open={reasoned}>
								<summary className="flex min-h-12 cursor-pointer flex-wrap items-center gap-x-2 px-4 py-2 font-medium sm:px-5">
									{name}
									{marked && <Tag tone="warn">{t.markedBefore}</Tag>}
								</summary>
								{mayMark && (
									<div className="px-4 pb-3 sm:px-5">
										<MarkItem answer={key} name={name} />
									</div>
								)}
								<ul className="divide-y divide-line border-t border-line">
									{items.map((item) => (
										<AnswerLine key={item.code} item={item} row={row} mayMark={mayMark} />
									))}
								</ul>
							</details>
						</li>
					);
				})}
			</ul>
		</div>
	);
}

function AnswerLine({ item, row, mayMark }: { item: Item; row: string; mayMark: boolean }) {
	const { answers, photos, reviews, warnings } = useLoaderData<typeof loader>();
	const { page: t } = useWords(reviewWords);
	const locale = useLocale();
	const key = answerKey(item.code, row);
	const answer = answers[key];
	const before = reviews[0]?.items.find((marked) => marked.item === item.code && marked.row === row);
	const warned = warnings.some((fault) => fault.item === item.code && fault.row === row);
	return (
		<li id={key} className="grid gap-x-6 gap-y-2 px-4 py-3 sm:px-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
			<div className="min-w-0">
				<p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
					<span className="font-medium">{item.code}</span>
					{item.type === "verdict" && item.mandatory !== false && <MandatoryMark />}
					{item.type === "verdict" && item.knockout && <Tag tone="bad">{t.knockout}</Tag>}
					{before && <Tag tone="warn">{t.markedBefore}</Tag>}
					{warned && <Tag tone="warn">{t.warned}</Tag>}
				</p>
				<p>{textOf(item.text, locale)}</p>
				<div className="mt-1">
					<AnswerValue item={item} answer={answer} />
					<AnswerDetails answer={answer} />
					<PhotoGrid photos={photos} item={item.code} row={row} />
				</div>
			</div>
			{mayMark && item.type !== "computed" && <MarkItem answer={key} name={item.code} />}
		</li>
	);
}
