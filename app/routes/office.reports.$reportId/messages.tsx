import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { reportsWords } from "#app/i18n/reports.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import type { action, loader } from "./route.ts";

/** What just happened, what moved, what is new. */
export function Messages() {
	const { id, saved, changed, after, periodTo, state, newest, mayWrite } = useLoaderData<typeof loader>();
	const problem = problemOf(useActionData<typeof action>());
	const { page: t } = useWords(reportsWords);
	const locale = useLocale();
	return (
		<>
			<ProblemBanner problem={problem} />
			{saved && !problem && (
				<Notice tone="success" live>
					{t.saved}
				</Notice>
			)}
			{!newest && <Notice actions={<LinkButton to={`/office/reports/${id}`}>{t.crumb}</LinkButton>}>{t.older}</Notice>}
			{changed.moved.length > 0 && (
				<Notice
					tone="warning"
					title={t.moved(formatNumber(changed.moved.length, locale))}
					actions={
						mayWrite &&
						state === "draft" && (
							<Form method="post">
								<Button type="submit" name="intent" value="accept">
									{t.acceptAll}
								</Button>
							</Form>
						)
					}
				>
					{t.movedText}
				</Notice>
			)}
			{changed.campaigns.length > 0 && state === "draft" && (
				<Notice title={t.fresh}>{t.freshText(changed.campaigns.join("; "))}</Notice>
			)}
			{after && after.schools > 0 && (
				<Notice title={t.after(formatDay(periodTo), formatNumber(after.schools, locale))}>
					<p>{t.afterText}</p>
					{/* One campaign says no more than the title does. */}
					{after.campaigns.length > 1 && (
						<ul className="list-disc ps-5">
							{after.campaigns.map(({ id, title, schools }) => (
								<li key={id}>{t.afterOf(title, formatNumber(schools, locale))}</li>
							))}
						</ul>
					)}
				</Notice>
			)}
			{state === "issued" && <Notice tone="success">{t.frozen}</Notice>}
		</>
	);
}
