import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { formatNumber } from "#app/i18n/format.ts";
import { templateLifeWords } from "#app/i18n/template-life.ts";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { titled } from "#app/ui/titled.ts";
import { Preview } from "./preview.tsx";
import type { action, loader } from "./route.ts";

export const meta = titled(templateLifeWords, (t) => t.move.title);

/** Moving an open campaign to a newer version, on purpose: first what would become of each answer, then one button. */
export function Screen() {
	const { campaign, number, move, preview } = useLoaderData<typeof loader>();
	const { move: t } = useWords(templateLifeWords);
	const problem = problemOf(useActionData<typeof action>());
	return (
		<>
			<PageHeader
				crumbs={[{ to: `/office/campaigns/${campaign.id}`, label: campaign.title }]}
				title={preview ? t.heading(preview.nextNumber) : t.title}
				meta={preview && t.meta(number, preview.nextNumber)}
			/>
			<div className="grid max-w-4xl gap-4">
				<ProblemBanner problem={problem} />
				{move && <Progress />}
				{preview ? (
					<>
						<Preview preview={preview} />
						<Card>
							<p>{t.confirm}</p>
							<Form method="post" className="mt-3">
								<input type="hidden" name="versionId" value={preview.nextId} />
								<SubmitButton>{t.submit}</SubmitButton>
							</Form>
						</Card>
					</>
				) : (
					<Card>
						<EmptyState title={t.none}>{campaign.state === "issued" ? t.noneText : t.notOpen}</EmptyState>
					</Card>
				)}
			</div>
		</>
	);
}

/** How far the last move has come, and the way to go on with it. */
function Progress() {
	const { move } = useLoaderData<typeof loader>();
	const { move: t } = useWords(templateLifeWords);
	const locale = useLocale();
	if (!move || (move.finished && move.left === 0)) {
		return (
			<Notice tone="success" title={t.done}>
				{t.doneText}
			</Notice>
		);
	}
	return (
		<Notice tone="warning" title={t.left(formatNumber(move.left, locale))}>
			<p>{t.leftText}</p>
			<Form method="post" className="mt-2">
				<SubmitButton name="intent" value="continue">
					{t.goOn}
				</SubmitButton>
			</Form>
		</Notice>
	);
}
