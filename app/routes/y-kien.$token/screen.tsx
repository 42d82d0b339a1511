import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { conductStepWords } from "#app/i18n/conduct-steps.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import { signInWords } from "#app/i18n/sign-in.ts";
import { ConductVoice } from "#app/ui/conduct-voice.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { problemOf } from "#app/ui/problem-banner.tsx";
import { PublicShell } from "#app/ui/public-shell.tsx";
import { titled } from "#app/ui/titled.ts";
import type { action, loader } from "./route.ts";

const title = titled(conductStepWords, (t) => t.voice.title);

export const meta: MetaFunction<typeof loader> = (args) => [
	...(title(args) ?? []),
	{ name: "robots", content: "noindex, nofollow" },
];

export function Screen() {
	const { voice: t } = useWords(conductStepWords);
	const { product } = useWords(signInWords);
	const locale = useLocale();
	const { reading, thanks, problem } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	return (
		<PublicShell name={reading?.school ?? product} wide>
			<PageHeader title={reading ? t.title : t.problem} />
			{reading ? (
				<ConductVoice reading={reading} thanks={thanks} typed={answer?.typed} problem={problemOf(answer)} />
			) : (
				<p>{problem && problemSentence(problem, locale)}</p>
			)}
		</PublicShell>
	);
}
