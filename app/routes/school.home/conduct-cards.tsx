import { useLoaderData } from "@remix-run/react";
import { type ReactNode, useId } from "react";
import { conductSchoolWords } from "#app/i18n/conduct-school.ts";
import { formatDay } from "#app/i18n/format.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { loader } from "./route.ts";

/** What there is to do about the code of conduct: one's own voice, then the school's next step. */
export function ConductCards() {
	const { conduct } = useLoaderData<typeof loader>();
	const { home: t } = useWords(conductSchoolWords);
	const { voice, school } = conduct;
	return (
		<>
			{voice && (
				<ToDo title={t.voiceTitle} to="/me/conduct/consultation" button={t.voiceButton} urgent>
					{t.voiceText(formatDay(voice.closesOn))}
				</ToDo>
			)}
			{school && (
				<ToDo title={t.title} to="/school/conduct" button={t.open}>
					<SchoolSentence />
				</ToDo>
			)}
		</>
	);
}

type ToDoProps = { title: string; to: string; button: string; urgent?: boolean; children: ReactNode };

function ToDo({ title, to, button, urgent, children }: ToDoProps) {
	const id = useId();
	return (
		<Card labelledBy={id} className={urgent ? "border-s-4 border-s-accent" : undefined}>
			<div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
				<div className="min-w-0 flex-1 basis-60">
					<h2 id={id} className="font-semibold">
						{title}
					</h2>
					<p className="text-muted">{children}</p>
				</div>
				<LinkButton to={to} variant={urgent ? "primary" : "secondary"} aria-label={`${button}: ${title}`}>
					{button}
				</LinkButton>
			</div>
		</Card>
	);
}

function SchoolSentence() {
	const { conduct, today } = useLoaderData<typeof loader>();
	const { home: t, next: words } = useWords(conductSchoolWords);
	if (!conduct.school) return null;
	const { next, missing, consultation } = conduct.school;
	if (next === "acknowledge") return words.acknowledge(missing);
	if (next === "consult" && consultation) {
		const { closesOn, voices } = consultation;
		return closesOn < today ? t.closed(formatDay(closesOn), voices) : t.closing(formatDay(closesOn), voices);
	}
	return words.sentences[next];
}
