import { useLoaderData } from "@remix-run/react";
import { documentNumber } from "#app/domain/paper.ts";
import { formatDay } from "#app/i18n/format.ts";
import { noticesWords } from "#app/i18n/notices.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { letterPath, SchoolLetters } from "#app/ui/school-letters.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { loader } from "./route.ts";

/** What the office has reminded the school of and is still missing. */
export function Reminders() {
	const { letters } = useLoaderData<typeof loader>();
	const { school: t } = useWords(noticesWords);
	return letters.reminders.map((one) => (
		<Notice
			key={one.id}
			tone="warning"
			title={t.remindedTitle(one.campaign)}
			actions={
				<>
					<LinkButton to={`/school/returns/${one.returnId}`} variant="primary">
						{t.fill}
					</LinkButton>
					<LinkButton to={letterPath(one, "pdf")} reloadDocument>
						{t.read}
					</LinkButton>
				</>
			}
		>
			{t.reminded(documentNumber(one), formatDay(one.issuedOn), formatDay(one.dueOn))}
		</Notice>
	));
}

/** The newest notices of results, and the way to all letters. */
export function Letters() {
	const { letters } = useLoaderData<typeof loader>();
	const { school: t } = useWords(noticesWords);
	if (letters.count === 0) return null;
	return (
		<section aria-labelledby="letters">
			<h2 id="letters" className="mb-2 text-lg font-semibold">
				{t.title}
			</h2>
			<SchoolLetters letters={letters.notices} />
			<p className="mt-2">
				<TextLink to="/school/letters">{t.all}</TextLink>
			</p>
		</section>
	);
}
