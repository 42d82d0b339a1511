import { useLoaderData } from "@remix-run/react";
import { reviewWords } from "#app/i18n/review.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Result } from "#app/ui/result.tsx";
import type { loader } from "./route.ts";

/** What a status or number form comes to: lights and figures, nobody passes or fails. */
export function FiguresCard() {
	const { definition, verdict, figures } = useLoaderData<typeof loader>();
	const { page: t } = useWords(reviewWords);
	return (
		<Card labelledBy="figures">
			<CardHeader id="figures" title={t.figures} />
			<div className="max-w-2xl">
				<Result definition={definition} verdict={verdict} figures={figures} />
			</div>
		</Card>
	);
}
