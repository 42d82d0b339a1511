import { useActionData, useLoaderData } from "@remix-run/react";
import { campaignsWords } from "#app/i18n/campaigns.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { problemOf } from "#app/ui/problem-banner.tsx";
import { titled } from "#app/ui/titled.ts";
import { CampaignForm } from "./campaign-form.tsx";
import { Confirm } from "./confirm.tsx";
import type { action, loader } from "./route.ts";

export const meta = titled(campaignsWords, (t) => t.form.title);

/** One page from letter to issued campaign, and the page that asks to confirm. */
export function Screen() {
	const { confirming, draft, typed, versions, preview } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const t = useWords(campaignsWords);
	const crumbs = [{ to: "/office/campaigns", label: t.list.title }];
	if (draft && confirming) return <Confirm draft={draft} />;
	if (versions.length === 0) {
		return (
			<>
				<PageHeader crumbs={crumbs} title={t.form.title} />
				<Card>
					<EmptyState
						title={t.form.template}
						action={<LinkButton to="/office/templates">{t.form.template}</LinkButton>}
					>
						{t.form.noTemplates}
					</EmptyState>
				</Card>
			</>
		);
	}
	return (
		<>
			<PageHeader crumbs={crumbs} title={draft ? t.form.editTitle : t.form.title} />
			<CampaignForm
				key={draft?.id}
				typed={answer?.typed ?? typed}
				problem={problemOf(answer)}
				preview={answer && "preview" in answer ? answer.preview : preview}
			/>
		</>
	);
}
