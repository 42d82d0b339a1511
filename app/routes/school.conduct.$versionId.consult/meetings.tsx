import { Form, useLoaderData } from "@remix-run/react";
import { ATTACHMENT_LIMIT } from "#app/domain/campaigns/schema.ts";
import type { ConsultationPage } from "#app/domain/conduct/queries.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductStepWords } from "#app/i18n/conduct-steps.ts";
import { formatDay } from "#app/i18n/format.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice.tsx";
import { DateField, NumberField } from "#app/ui/field.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { fieldProblem, ProblemBanner } from "#app/ui/problem-banner.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { loader } from "./route.ts";
import type { Refused } from "./screen.tsx";

/** Voices that were counted by hand, with the minutes that prove it. */
export function MeetingForm({ typed, problem }: Refused) {
	const { consult: t, fileKept } = useWords(conductStepWords);
	const { voiceGroups } = useWords(conductWords);
	const locale = useLocale();
	const { consultation, meetingId, today } = useLoaderData<typeof loader>();
	const asked = consultation?.groups.map(({ group }) => group) ?? [];
	const day = problem?.code === "meeting_day" ? problemSentence(problem, locale) : undefined;
	return (
		<Card labelledBy="meeting">
			<CardHeader id="meeting" title={t.meetingTitle} />
			<Form method="post" encType="multipart/form-data" noValidate className="grid gap-5">
				<ProblemBanner problem={problem} form="meeting" />
				<p>{t.meetingAbout}</p>
				<input type="hidden" name="id" value={typed?.id || meetingId} />
				<input type="hidden" name="fileId" value={typed?.fileId ?? ""} />
				<RadioGroup
					name="group"
					id="meeting-group"
					label={t.group}
					options={asked.map((value) => ({ value, label: voiceGroups[value] }))}
					defaultValue={typed?.group || asked[0]}
					error={fieldProblem(problem, "group")}
				/>
				<div className="grid gap-5 sm:grid-cols-3">
					<DateField
						name="heldOn"
						id="meeting-heldOn"
						label={t.heldOn}
						defaultValue={typed?.heldOn ?? today}
						error={fieldProblem(problem, "heldOn") ?? day}
					/>
					<NumberField
						name="present"
						id="meeting-present"
						label={t.present}
						defaultValue={typed?.present}
						error={fieldProblem(problem, "present")}
					/>
					<NumberField
						name="agreed"
						id="meeting-agreed"
						label={t.agreedCount}
						defaultValue={typed?.agreed}
						error={fieldProblem(problem, "agreed")}
					/>
				</div>
				<FileField
					name="file"
					id="meeting-file"
					label={t.minutes}
					hint={typed?.fileId ? fileKept : undefined}
					limitBytes={ATTACHMENT_LIMIT}
					accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
					optional
				/>
				<div>
					<SubmitButton name="intent" value="meeting">
						{t.record}
					</SubmitButton>
				</div>
			</Form>
		</Card>
	);
}

export function Meetings({ meetings }: Pick<ConsultationPage, "meetings">) {
	const { consult: t } = useWords(conductStepWords);
	const { voiceGroups } = useWords(conductWords);
	return (
		<Card labelledBy="meetings">
			<CardHeader id="meetings" title={t.meetings} />
			<ul className="divide-y divide-line">
				{meetings.map(({ id, group, heldOn, present, agreed, fileId }) => (
					<li key={id} className="flex flex-wrap items-center gap-x-4 py-2">
						<span className="tabular">{formatDay(heldOn)}</span>
						<span>{voiceGroups[group]}</span>
						<span className="font-medium">{t.meeting(present, agreed)}</span>
						{fileId && (
							<TextLink to={`/files/${fileId}`} reloadDocument className="inline-flex min-h-12 items-center">
								{t.minutes}
							</TextLink>
						)}
					</li>
				))}
			</ul>
		</Card>
	);
}
