import { useLoaderData } from "@remix-run/react";
import { formatNumber } from "#app/i18n/format.ts";
import { interchangeWords } from "#app/i18n/interchange.ts";
import { templatesWords } from "#app/i18n/templates.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Fold } from "../office.units/fold.tsx";
import type { loader } from "./route.ts";

/** The form as it will be, item by item, folded by section. */
export function Outline() {
	const t = useWords(interchangeWords);
	const { page } = useWords(templatesWords);
	const locale = useLocale();
	const { outline } = useLoaderData<typeof loader>();
	if (!outline) return null;
	const number = (value: number) => formatNumber(value, locale);
	type Item = (typeof outline.sections)[number]["items"][number];
	const marks = (item: Item) =>
		[
			item.type === "verdict" ? "" : page.types[item.type],
			item.mandatory ? t.preview.mandatory : "",
			item.knockout ? t.preview.knockout : "",
			item.conditional ? t.preview.conditional : "",
		].filter(Boolean);
	return (
		<Card labelledBy="items">
			<CardHeader
				id="items"
				title={t.preview.items}
				note={outline.checks > 0 ? t.preview.checks(number(outline.checks)) : undefined}
			/>
			<div className="grid gap-3">
				{outline.sections.map(({ code, title, repeats, conditional, items }) => (
					<Fold
						key={code}
						title={
							<span className="wrap-anywhere">
								{t.preview.section(code, title[locale] || title.vi, number(items.length))}
								{repeats && ` · ${t.preview.repeats}`}
								{conditional && ` · ${t.preview.conditional}`}
							</span>
						}
					>
						<ol className="divide-y divide-line border-t border-line">
							{items.map((item) => (
								<li key={item.code} className="grid gap-x-4 px-4 py-2 sm:grid-cols-[7rem_minmax(0,1fr)] sm:px-5">
									<span className="font-medium text-muted wrap-anywhere">{item.code}</span>
									<span className="wrap-anywhere">
										{(item.text[locale] || item.text.vi).slice(0, 600)}
										{marks(item).length > 0 && (
											<span className="block text-sm text-muted">{marks(item).join(" · ")}</span>
										)}
									</span>
								</li>
							))}
						</ol>
					</Fold>
				))}
			</div>
		</Card>
	);
}
