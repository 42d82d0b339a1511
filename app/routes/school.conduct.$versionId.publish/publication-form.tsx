import { useActionData, useLoaderData } from "@remix-run/react";
import { ATTACHMENT_LIMIT } from "#app/domain/campaigns/schema.ts";
import { type PublicationInput, publicationForm } from "#app/domain/conduct/schema.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductStepWords } from "#app/i18n/conduct-steps.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { DateField, TextField } from "#app/ui/field.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { SubmitButton, useZodForm, ZodForm } from "#app/ui/form.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { problemOf } from "#app/ui/problem-banner.tsx";
import type { action, loader } from "./route.ts";

type Typed = Required<Omit<PublicationInput, "fileId">> & { fileId: string };

const empty = { onWeb: "", onBoard: true, inClassrooms: false, channels: {}, askAgain: false, fileId: "" };

/** Where it is public, where people report, from when it holds. */
export function PublicationForm() {
	const { version } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const { publish: t, fileKept } = useWords(conductStepWords);
	const { channels } = useWords(conductWords);
	const locale = useLocale();
	const typed = answer && "typed" in answer ? (answer.typed as Typed | undefined) : undefined;
	const problem = problemOf(answer);
	const { fileId, ...given } = typed ?? { ...empty, effectiveOn: version.decision?.decidedOn ?? "" };
	const form = useZodForm(publicationForm, { defaultValues: given, problem });
	const day = form.field("effectiveOn");
	const early = problem?.code === "effective_too_early" ? problemSentence(problem, locale) : undefined;
	return (
		<ZodForm form={form} encType="multipart/form-data">
			<p>{t.about}</p>
			<input type="hidden" name="fileId" value={fileId} />
			<Card labelledBy="where">
				<CardHeader id="where" title={t.where} />
				<div className="grid gap-5">
					<Checkbox {...form.checkbox("onBoard")} label={t.onBoard} />
					<Checkbox {...form.checkbox("inClassrooms")} label={t.inClassrooms} />
					<TextField
						{...form.field("onWeb")}
						label={t.onWeb}
						hint={t.onWebHint}
						inputMode="url"
						autoComplete="off"
						optional
					/>
					<FileField
						name="file"
						label={t.photo}
						hint={fileId ? fileKept : undefined}
						limitBytes={ATTACHMENT_LIMIT}
						accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
						optional
					/>
				</div>
			</Card>
			<Card labelledBy="channels">
				<CardHeader id="channels" title={t.channels} />
				<p className="-mt-2 mb-4 text-muted">{t.channelsHint}</p>
				<div className="grid gap-5 sm:grid-cols-2">
					<TextField {...form.field("channels.phone")} label={channels.phone} inputMode="tel" optional />
					<TextField {...form.field("channels.box")} label={channels.box} optional />
					<TextField {...form.field("channels.email")} label={channels.email} inputMode="email" optional />
					<TextField {...form.field("channels.web")} label={channels.web} inputMode="url" optional />
				</div>
			</Card>
			<Card>
				<div className="grid gap-4">
					<DateField {...day} label={t.effectiveOn} error={day.error ?? early} />
					<p>{version.material ? t.material : t.small}</p>
					{!version.material && <Checkbox {...form.checkbox("askAgain")} label={t.askAgain} />}
				</div>
			</Card>
			<div>
				<SubmitButton>{t.submit}</SubmitButton>
			</div>
		</ZodForm>
	);
}
