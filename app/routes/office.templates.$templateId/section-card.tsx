import { useLoaderData } from "@remix-run/react";
import { isCriterion } from "#app/domain/forms/criteria.ts";
import type { Expression, Words } from "#app/domain/forms/expression-schema.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import type { Item, Section } from "#app/domain/forms/schema.ts";
import { sentencesOf } from "#app/i18n/condition-sentence.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { kindsInWords, templatesWords } from "#app/i18n/templates.ts";
import { MandatoryMark, StatusBadge, Tag } from "#app/ui/badge.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { loader } from "./route.ts";

/** One section with its items, each with what decides about it. */
export function SectionCard({ section }: { section: Section }) {
	const t = useWords(templatesWords);
	const locale = useLocale();
	const inWords = useCondition();
	const id = `section-${section.code}`;
	return (
		<Card flush labelledBy={id}>
			<CardHeader
				ruled
				id={id}
				title={`${section.code}. ${say(section.title, locale)}`}
				note={t.page.sectionItems(formatNumber(section.items.length, locale))}
			/>
			{(section.hint || section.visibleIf) && (
				<div className="grid gap-1 border-b border-line px-4 py-3 text-muted sm:px-5">
					{section.hint && <p>{say(section.hint, locale)}</p>}
					{section.visibleIf && <p>{t.page.sectionIf(inWords(section.visibleIf))}</p>}
				</div>
			)}
			<ol className="divide-y divide-line">
				{section.items.map((item) => (
					<li
						key={item.code}
						data-print="whole"
						className="grid gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[6.5rem_minmax(0,1fr)] sm:px-5"
					>
						<span className="font-medium text-muted">{item.code}</span>
						<ItemText item={item} />
					</li>
				))}
			</ol>
		</Card>
	);
}

function ItemText({ item }: { item: Item }) {
	const t = useWords(templatesWords);
	const locale = useLocale();
	const inWords = useCondition();
	return (
		<div className="grid gap-1">
			<p>{say(item.text, locale)}</p>
			<div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
				<Marks item={item} />
			</div>
			{(item.type === "choice" || item.type === "choices") && (
				<ul className="list-disc ps-5 text-sm">
					{item.options.map((option) => (
						<li key={option.value}>{say(option.label, locale)}</li>
					))}
				</ul>
			)}
			{item.visibleIf && <p className="text-sm text-muted">{t.page.itemIf(inWords(item.visibleIf))}</p>}
			{item.hint && <p className="text-sm text-muted">{say(item.hint, locale)}</p>}
			{item.legalBasis && (
				<p className="text-sm">
					<span className="text-muted">{t.page.basisLabel}</span> {item.legalBasis.text}{" "}
					<BasisMark verified={item.legalBasis.verified} />
				</p>
			)}
		</div>
	);
}

function Marks({ item }: { item: Item }) {
	const t = useWords(templatesWords);
	const locale = useLocale();
	if (item.type !== "verdict") {
		return (
			<>
				<span>{t.page.types[item.type]}</span>
				{!item.required && item.type !== "computed" && <span>{t.page.notRequired}</span>}
			</>
		);
	}
	return (
		<>
			{item.knockout && <StatusBadge tone="bad">{t.page.knockout}</StatusBadge>}
			{isCriterion(item) && item.mandatory === true && <MandatoryMark />}
			{isCriterion(item) && Array.isArray(item.mandatory) && (
				<>
					<MandatoryMark short />
					<span>{t.page.mandatoryFor(kindsInWords(item.mandatory, locale))}</span>
				</>
			)}
			{!item.knockout && !item.counted && <Tag>{t.page.notCounted}</Tag>}
			{item.weight !== 1 && <span>{t.page.weight(formatNumber(item.weight, locale))}</span>}
			{item.allowNa && <span>{t.page.naAllowed}</span>}
			{item.labels?.met && item.labels.unmet && (
				<span>
					{say(item.labels.met, locale)} / {say(item.labels.unmet, locale)}
				</span>
			)}
		</>
	);
}

/** Whether the document itself was read: in words and with a sign, in the places where a basis is cited. */
export function BasisMark({ verified }: { verified: boolean }) {
	const t = useWords(templatesWords);
	return (
		<StatusBadge tone={verified ? "good" : "neutral"}>{verified ? t.page.verified : t.page.unverified}</StatusBadge>
	);
}

function useCondition(): (condition: Expression) => string {
	const { template } = useLoaderData<typeof loader>();
	return sentencesOf(prepare(template.version.definition), useLocale()).condition;
}

function say(words: Words, locale: "vi" | "en"): string {
	return words[locale] || words.vi;
}
