import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { formatTime } from "#app/i18n/format.ts";
import { publicResultWords } from "#app/i18n/public-results.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { PublicResult } from "#app/ui/public-result.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { action, loader } from "./route.ts";

/** Making an accepted result public, with exactly what anybody would read; the head's alone, and taken back as easily. */
export function PublishCard() {
	const { publication } = useLoaderData<typeof loader>();
	const problem = problemOf(useActionData<typeof action>());
	const { school: t } = useWords(publicResultWords);
	const { state } = useNavigation();
	if (!publication) return null;
	const { since, may, result, address } = publication;
	return (
		<Card labelledBy="publish" className="scroll-mt-4">
			<CardHeader
				id="publish"
				title={t.title}
				note={since && <StatusBadge tone="good">{t.on(formatTime(since))}</StatusBadge>}
			/>
			<div className="grid gap-3">
				<ProblemBanner problem={problem} />
				<p>{t.text}</p>
				<p className="text-muted">{t.what}</p>
				<details className="rounded-md border border-line px-4">
					<summary className="min-h-12 py-3 font-medium">{t.preview}</summary>
					<div className="pb-4">
						<PublicResult result={result} />
					</div>
				</details>
				{since && (
					<p>
						<TextLink reloadDocument to={address}>
							{t.see}
						</TextLink>
					</p>
				)}
				{may ? (
					<Form method="post" className="grid gap-1">
						<Button
							type="submit"
							name="do"
							value={since ? "take_back" : "publish"}
							variant={since ? "secondary" : "primary"}
							size="large"
							wide
							busy={state === "submitting"}
						>
							{since ? t.back : t.press}
						</Button>
						{since && <p className="text-sm text-muted">{t.backNote}</p>}
					</Form>
				) : (
					<p className="text-muted">{t.head}</p>
				)}
			</div>
		</Card>
	);
}
