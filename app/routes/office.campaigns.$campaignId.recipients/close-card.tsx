import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { campaignsWords } from "#app/i18n/campaigns.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { Checkbox } from "#app/ui/choice.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { fieldProblem, ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import type { action, loader } from "./route.ts";

/** Closing, behind a fold and a box to tick, since it cannot be undone. */
export function CloseCard() {
	const { campaign } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const { recipients } = useWords(campaignsWords);
	const t = recipients.close;
	const locale = useLocale();
	const problem = answer?.typed ? undefined : problemOf(answer);
	return (
		<details open={problem !== undefined} className="rounded-md border border-line bg-surface px-4 py-3 sm:px-5">
			<summary className="inline-block py-1">
				<h2 className="font-semibold text-bad-ink underline underline-offset-4">{t.title}</h2>
			</summary>
			<Form method="post" className="mt-3 grid justify-items-start gap-3">
				<ProblemBanner problem={problem} />
				<p className="max-w-prose">{t.text(formatNumber(campaign.recipients - campaign.reported, locale))}</p>
				<Checkbox name="confirm" label={t.confirm} error={fieldProblem(problem, "confirm")} />
				<SubmitButton name="intent" value="close" variant="danger">
					{t.submit}
				</SubmitButton>
			</Form>
		</details>
	);
}
