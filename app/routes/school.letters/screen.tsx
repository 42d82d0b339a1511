import { useLoaderData } from "@remix-run/react";
import Mail from "lucide-react/icons/mail";
import { noticesWords } from "#app/i18n/notices.ts";
import { schoolPageWords } from "#app/i18n/school.ts";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SchoolLetters } from "#app/ui/school-letters.tsx";
import { titled } from "#app/ui/titled.ts";
import type { loader } from "./route.ts";

export const meta = titled(noticesWords, (t) => t.school.title);

export function Screen() {
	const { letters } = useLoaderData<typeof loader>();
	const { school: t } = useWords(noticesWords);
	const { home } = useWords(schoolPageWords);
	return (
		<>
			<PageHeader crumbs={[{ to: "/school", label: home.title }]} title={t.title} meta={t.meta} />
			{letters.length === 0 ? (
				<Card>
					<EmptyState title={t.none} icon={<Mail />}>
						{t.noneText}
					</EmptyState>
				</Card>
			) : (
				<SchoolLetters letters={letters} />
			)}
		</>
	);
}
