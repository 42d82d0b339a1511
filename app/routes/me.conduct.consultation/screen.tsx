import { useActionData, useLoaderData } from "@remix-run/react";
import { conductStepWords } from "#app/i18n/conduct-steps.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { ConductVoice } from "#app/ui/conduct-voice.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { problemOf } from "#app/ui/problem-banner.tsx";
import { titled } from "#app/ui/titled.ts";
import type { action, loader } from "./route.ts";

export const meta = titled(conductStepWords, (t) => t.voice.title);

export function Screen() {
	const { voice: t, crumb } = useWords(conductStepWords);
	const { reading, thanks } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	return (
		<>
			<PageHeader crumbs={[{ to: "/me/conduct", label: crumb }]} title={t.title} />
			{reading ? (
				<ConductVoice reading={reading} thanks={thanks} typed={answer?.typed} problem={problemOf(answer)} staff />
			) : (
				<EmptyState title={t.none} action={<LinkButton to="/me/conduct">{t.home}</LinkButton>}>
					{t.noneText}
				</EmptyState>
			)}
		</>
	);
}
