import type { ReactNode } from "react";
import type { Preview } from "#app/domain/campaigns/selection.ts";
import { campaignsWords } from "#app/i18n/campaigns.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";

type PreviewCardProps = {
	preview: Preview | null;
	/** It is being asked about: the old answer stays in place until the new one is there. */
	busy?: boolean;
	/** How to ask without script. */
	children?: ReactNode;
};

/** The count and the list before issuing. */
export function PreviewCard({ preview, busy, children }: PreviewCardProps) {
	const { preview: t } = useWords(campaignsWords);
	return (
		<Card labelledBy="preview">
			<CardHeader id="preview" title={t.title} actions={children} />
			<div aria-live="polite" aria-busy={busy}>
				{preview === null && <p className="text-muted">{t.notYet}</p>}
				{preview?.count === 0 && <Notice tone="warning">{t.none}</Notice>}
				{preview && preview.count > 0 && <Count preview={preview} />}
			</div>
			{preview && preview.count > 0 && <Names preview={preview} />}
			<p className="mt-3 text-sm text-muted">{t.frozen}</p>
		</Card>
	);
}

function Count({ preview }: { preview: Preview }) {
	const { preview: t } = useWords(campaignsWords);
	const { kinds } = useWords(schoolWords);
	const locale = useLocale();
	const unfit = preview.byKind.filter(({ fits }) => !fits);
	return (
		<>
			<p className="text-xl font-semibold">{t.count(formatNumber(preview.count, locale))}</p>
			<ul className="mt-2 grid gap-0.5">
				{preview.byKind.map(({ kind, n }) => (
					<li key={kind} className="flex justify-between gap-4">
						<span>{kinds[kind]}</span>
						<span className="tabular font-medium">{formatNumber(n, locale)}</span>
					</li>
				))}
			</ul>
			{unfit.length > 0 && (
				<div className="mt-3">
					<Notice tone="warning">{t.unfit(unfit.map(({ kind }) => kinds[kind]).join(", "))}</Notice>
				</div>
			)}
		</>
	);
}

function Names({ preview }: { preview: Preview }) {
	const { preview: t } = useWords(campaignsWords);
	const locale = useLocale();
	const [shown, all] = [preview.schools.length, preview.count].map((n) => formatNumber(n, locale));
	return (
		<details className="mt-3">
			<summary className="inline-block py-1 font-medium text-accent-ink underline underline-offset-4">
				{shown === all ? t.all(all ?? "") : t.names(shown ?? "", all ?? "")}
			</summary>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard */}
			<section aria-label={t.title} tabIndex={0} className="mt-2 max-h-96 overflow-y-auto border-y border-line">
				<ol className="divide-y divide-line">
					{preview.schools.map((school) => (
						<li key={school.id} className="py-1.5">
							{school.name}
							<span className="block text-sm text-muted">
								{school.code} · {school.commune}
							</span>
						</li>
					))}
				</ol>
			</section>
			{preview.count > preview.schools.length && (
				<p className="mt-2 text-sm text-muted">
					{t.rest(formatNumber(preview.count - preview.schools.length, locale))}
				</p>
			)}
		</details>
	);
}
