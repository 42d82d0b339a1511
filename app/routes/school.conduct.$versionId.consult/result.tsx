import { useLoaderData } from "@remix-run/react";
import type { ConsultationPage } from "#app/domain/conduct/queries.ts";
import { conductStepWords } from "#app/i18n/conduct-steps.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { loader } from "./route.ts";

/** What came of it, with the law's rule, and where to go from there. */
export function Result({ consultation }: { consultation: ConsultationPage }) {
	const { consult: t, back } = useWords(conductStepWords);
	const { version } = useLoaderData<typeof loader>();
	const { result, voices, agreed, percent } = consultation;
	if (result === "majority")
		return (
			<Notice
				tone="success"
				title={t.result}
				actions={
					version.state === "consulted" && (
						<LinkButton to={`/school/conduct/${version.id}/decide`} variant="primary">
							{t.goDecide}
						</LinkButton>
					)
				}
			>
				<p>{t.majority(agreed, voices, percent ?? 0)}</p>
				<p className="text-sm">{t.rule}</p>
			</Notice>
		);
	return (
		<Notice tone="warning" title={t.result} actions={<LinkButton to="/school/conduct">{back}</LinkButton>}>
			<p>{voices === 0 ? t.noVoices : t.noMajority(agreed, voices)}</p>
			<p className="text-sm">{t.rule}</p>
			{version.state === "draft" && <p>{t.goRevise}</p>}
		</Notice>
	);
}
