import { useLoaderData } from "@remix-run/react";
import { definitionSentence } from "#app/i18n/definition-faults.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { formatName, interchangeWords } from "#app/i18n/interchange.ts";
import { noteSentence } from "#app/i18n/interchange-notes.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { titled } from "#app/ui/titled.ts";
import { Confirmation } from "./confirmation.tsx";
import { Lines } from "./lines.tsx";
import { Outline } from "./outline.tsx";
import type { loader } from "./route.ts";

export const meta = titled(interchangeWords, (t) => t.title);

/** What was read from a file: the form it makes, what stands in the way, and every row with its fate. */
export function Screen() {
	const t = useWords(interchangeWords);
	const locale = useLocale();
	const { file, format, outline } = useLoaderData<typeof loader>();
	const number = (value: number) => formatNumber(value, locale);
	return (
		<>
			<PageHeader
				crumbs={[
					{ to: "/office/templates", label: t.crumb },
					{ to: "/office/templates/import", label: t.title },
				]}
				title={t.preview.title(file.name)}
				meta={
					<>
						{outline &&
							`${t.preview.meta(formatName(format, locale), number(outline.sections.length), number(outline.items))} · `}
						<TextLink to={`/files/${file.id}`} reloadDocument>
							{t.preview.original}
						</TextLink>
					</>
				}
			/>
			<div className="grid gap-5">
				<Obstacles />
				<WholeNotes />
				<Lines />
				<Outline />
			</div>
		</>
	);
}

/** Confirm, or why not. */
function Obstacles() {
	const { preview: t } = useWords(interchangeWords);
	const locale = useLocale();
	const { outline, faults } = useLoaderData<typeof loader>();
	const again = <LinkButton to="/office/templates/import">{t.again}</LinkButton>;
	if (!outline) {
		return (
			<Notice tone="danger" title={t.nothing} actions={again}>
				{t.nothingText}
			</Notice>
		);
	}
	const errors = faults.filter(({ severity }) => severity === "error");
	if (errors.length > 0) {
		return (
			<Notice tone="danger" title={t.faulty} actions={again}>
				<p>{t.faultyText}</p>
				<ul className="mt-1 grid list-disc gap-1 ps-5">
					{[...new Set(errors.map((fault) => definitionSentence(fault, locale)))].slice(0, 50).map((sentence) => (
						<li key={sentence} className="wrap-anywhere">
							{sentence}
						</li>
					))}
				</ul>
			</Notice>
		);
	}
	return <Confirmation />;
}

/** What is said of whole sheets and of the file, and what the check would have the author look at. */
function WholeNotes() {
	const { preview: t, severities } = useWords(interchangeWords);
	const locale = useLocale();
	const { whole, wholeMore, faults } = useLoaderData<typeof loader>();
	const warnings = faults
		.filter(({ severity }) => severity === "warning")
		.map((one) => definitionSentence(one, locale));
	const said = whole.map((note) => ({
		key: `${note.sheet} ${note.code} ${note.found}`,
		text: `${t.wholeNote(note.sheet)} – ${severities[note.severity]}: ${noteSentence(note, locale)}`,
	}));
	if (said.length + warnings.length === 0) return null;
	return (
		<Card labelledBy="whole">
			<CardHeader id="whole" title={t.whole} />
			<ul className="grid max-w-prose list-disc gap-1 ps-5">
				{said.map(({ key, text }) => (
					<li key={key} className="wrap-anywhere">
						{text}
					</li>
				))}
				{[...new Set(warnings)].map((sentence) => (
					<li key={sentence} className="wrap-anywhere">
						{sentence}
					</li>
				))}
			</ul>
			{wholeMore > 0 && <p className="mt-2 text-muted">{t.more(formatNumber(wholeMore, locale))}</p>}
		</Card>
	);
}
