import { useLoaderData } from "@remix-run/react";
import { type ConductStage, conductStages } from "#app/domain/conduct/schema.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductOfficeWords } from "#app/i18n/conduct-office.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { loader } from "./route.ts";

/** Of a return that takes its figures from the school's code of conduct: what the code still lacks, and the way there. */
export function ConductHint() {
	const { page } = useLoaderData<typeof loader>();
	const { school: t } = useWords(conductOfficeWords);
	const { stages } = useWords(conductWords);
	const locale = useLocale();
	if (!prepare(page.definition).asksConduct) return null;
	const { conduct_stage, conduct_asked, conduct_signed, conduct_outdated } = page.facts;
	const stage = conductStages.find((known) => known === conduct_stage) ?? ("none" satisfies ConductStage);
	const unsigned = Number(conduct_asked ?? 0) - Number(conduct_signed ?? 0);
	const lines = [
		...(stage === "none" ? [t.none] : stage === "published" ? [] : [t.stage(stages[stage])]),
		...(unsigned > 0 ? [t.unsigned(formatNumber(unsigned, locale))] : []),
		...(conduct_outdated === 1 ? [t.outdated] : []),
	];
	return (
		<Notice
			tone={lines.length > 0 ? "warning" : "info"}
			title={t.title}
			actions={<LinkButton to="/school/conduct">{t.open}</LinkButton>}
		>
			{lines.map((line) => (
				<p key={line}>{line}</p>
			))}
			{lines.length > 0 && <p>{t.still}</p>}
		</Notice>
	);
}
