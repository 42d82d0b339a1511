import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { formatNumber } from "#app/i18n/format.ts";
import { importWords } from "#app/i18n/unit-imports.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FilterChips } from "#app/ui/filters.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { titled } from "#app/ui/titled.ts";
import { Columns } from "./columns.tsx";
import type { action, loader } from "./route.ts";
import { fateTones, Rows } from "./rows.tsx";
import { Skipped } from "./skipped.tsx";

export const meta = titled(importWords, (t) => t.title);

export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** What was read from a list, row by row, before and after it is confirmed. */
export function Screen() {
	const t = useWords(importWords);
	const { import: kept, header } = useLoaderData<typeof loader>();
	const problem = problemOf(useActionData<typeof action>());
	const confirmed = kept.state === "confirmed";
	return (
		<>
			<PageHeader
				crumbs={[
					{ to: "/office/units", label: t.crumb },
					{ to: "/office/units/import", label: t.title },
				]}
				title={confirmed ? t.preview.confirmedTitle(kept.fileName) : t.preview.title(kept.fileName)}
				meta={
					<>
						{t.preview.meta(header.sheet, ...header.lines)} ·{" "}
						<TextLink to={`/files/${kept.fileId}`} reloadDocument>
							{t.preview.original}
						</TextLink>
					</>
				}
			/>
			<div className="grid gap-5">
				<ProblemBanner problem={problem} />
				{confirmed ? <Result /> : <Confirmation />}
				{!confirmed && <Columns />}
				<Card flush>
					<Fates />
					<Rows />
					<Paging />
				</Card>
				<Skipped />
			</div>
		</>
	);
}

/** Nothing is written until this button is pressed. */
function Confirmation() {
	const { preview: t } = useWords(importWords);
	const { counts } = useLoaderData<typeof loader>();
	if (counts.writes === 0) {
		const again = <LinkButton to="/office/units/import">{t.again}</LinkButton>;
		return (
			<Notice tone="info" actions={again}>
				{counts.refused === counts.rows ? t.onlyRefused : t.nothing}
			</Notice>
		);
	}
	return (
		<Card>
			<p className="font-medium">{t.nothingYet}</p>
			<p className="mt-1 mb-4 text-muted">{t.confirmNote(counts.refused)}</p>
			<Form method="post" className="flex flex-wrap gap-3">
				<SubmitButton name="intent" value="confirm">
					{t.confirm(counts.writes)}
				</SubmitButton>
				<LinkButton to="/office/units/import">{t.again}</LinkButton>
			</Form>
		</Card>
	);
}

function Result() {
	const { preview: t } = useWords(importWords);
	const { summary } = useLoaderData<typeof loader>().import;
	const toList = <LinkButton to="/office/units">{t.toList}</LinkButton>;
	return (
		<Notice tone="success" live title={t.done(summary.created ?? 0, summary.updated ?? 0)} actions={toList}>
			{summary.refused > 0 && t.doneRefused(summary.refused)}
		</Notice>
	);
}

function Fates() {
	const t = useWords(importWords);
	const locale = useLocale();
	const { counts, fate } = useLoaderData<typeof loader>();
	const shown = (["refused", "mended", "create", "update", "unchanged"] as const).filter((one) => counts[one] > 0);
	const chips = [
		{ value: "", label: t.preview.all, count: formatNumber(counts.rows, locale) },
		...shown.map((value) => ({
			value,
			label: t.fates[value],
			count: formatNumber(counts[value], locale),
			tone: fateTones[value],
		})),
	];
	return (
		<div className="border-b border-line px-4 py-3 sm:px-5">
			<FilterChips label={t.preview.filter} param="fate" chips={chips} current={fate ?? ""} />
		</div>
	);
}

function Paging() {
	const { preview: t } = useWords(importWords);
	const { from, of, shown } = useLoaderData<typeof loader>().place;
	if (of <= shown) return null;
	const last = Math.min(from + shown, of);
	return (
		<Pager
			next={last < of ? String(last) : null}
			previous={from > 0 ? String(Math.max(0, from - shown)) : null}
			summary={t.shown(from + 1, last, of)}
		/>
	);
}
