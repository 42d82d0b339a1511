import { useLoaderData } from "@remix-run/react";
import Download from "lucide-react/icons/download";
import { interchangeWords } from "#app/i18n/interchange.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { loader } from "./route.ts";

/** The shown version as a file that comes back whole. */
export function Downloads() {
	const { template } = useLoaderData<typeof loader>();
	const { download: t } = useWords(interchangeWords);
	const to = `/office/templates/${template.id}/versions/${template.version.id}`;
	return (
		<div data-print="hide">
			<Card labelledBy="downloads">
				<CardHeader id="downloads" title={t.title} />
				<p className="mb-3 text-sm text-muted">{t.text}</p>
				<div className="flex flex-wrap gap-3">
					<LinkButton to={`${to}/bieu-mau.xlsx`} reloadDocument icon={<Download />}>
						{t.xlsx}
					</LinkButton>
					<LinkButton to={`${to}/bieu-mau.json`} reloadDocument icon={<Download />}>
						{t.json}
					</LinkButton>
				</div>
			</Card>
		</div>
	);
}
