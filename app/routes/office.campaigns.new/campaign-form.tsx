import { useLoaderData } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import type { z } from "zod";
import { proposedTitle } from "#app/domain/campaigns/rules.ts";
import { ATTACHMENT_LIMIT, campaignForm } from "#app/domain/campaigns/schema.ts";
import type { Preview } from "#app/domain/campaigns/selection.ts";
import type { ProblemBody } from "#app/domain/problem.ts";
import { campaignsWords } from "#app/i18n/campaigns.ts";
import { conductOfficeWords } from "#app/i18n/conduct-office.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice.tsx";
import { DateField, TextArea, TextField } from "#app/ui/field.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { SubmitButton, useZodForm, ZodForm } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useLivePreview } from "./live-preview.tsx";
import { PreviewCard } from "./preview-card.tsx";
import { RecipientFields } from "./recipient-fields.tsx";
import type { loader } from "./route.ts";
import { TaskField } from "./task-field.tsx";
import { TemplateField } from "./template-field.tsx";
import { lists, type TypedCampaign } from "./typed-campaign.ts";

/** What the list of recipients depends on. */
const asked: ReadonlySet<string> = new Set(["versionId", ...lists.filter((name) => name !== "taskIds")]);

type CampaignFormProps = { typed: TypedCampaign; problem: ProblemBody | undefined; preview: Preview | null };

/** What is issued, to whom, and when. The list of recipients stands beside it and follows every choice. */
export function CampaignForm({ typed, problem, preview }: CampaignFormProps) {
	const { id, draft, versions } = useLoaderData<typeof loader>();
	const { form: t } = useWords(campaignsWords);
	const { issue: conduct } = useWords(conductOfficeWords);
	const form = useZodForm(campaignForm, { defaultValues: typed, problem });
	const live = useLivePreview(preview);
	const [named, setNamed] = useState({ versionId: typed.versionId, opensOn: typed.opensOn });
	const version = versions.find((one) => one.id === named.versionId);
	const kept =
		typed.fileId === "" ? null : typed.fileId === draft?.file?.id ? t.fileKept(draft.file.name) : t.fileKeptPlain;

	/** Follows the person: a template brings its kinds along, and every choice asks anew who would receive it. */
	function follow(event: FormEvent<HTMLFormElement>) {
		const { target, currentTarget } = event;
		if (!(target instanceof HTMLInputElement)) return;
		if (target.name === "versionId") {
			const chosen = versions.find((one) => one.id === target.value);
			if (chosen) form.setValue("kinds", chosen.kinds);
		}
		if (target.name === "versionId" || target.name === "opensOn") setNamed({ ...named, [target.name]: target.value });
		if (asked.has(target.name)) live.ask(currentTarget);
	}

	return (
		<ZodForm form={form} encType="multipart/form-data" onChange={follow} onSubmitCapture={live.stop}>
			<input type="hidden" name="id" value={id} />
			<input type="hidden" name="fileId" value={typed.fileId} />
			<div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
				<div className="grid gap-4">
					<Card>
						<div className="grid gap-5">
							<TaskField form={form} chosen={typed.taskIds} />
							<TemplateField form={form} />
						</div>
					</Card>
					<RecipientFields form={form} typed={typed} />
					<Card labelledBy="days">
						<CardHeader id="days" title={t.days} />
						<div className="grid gap-5 sm:grid-cols-2">
							<DateField {...form.field("opensOn")} label={t.opensOn} hint={t.opensHint} />
							<DateField
								{...form.field("dueOn")}
								label={t.dueOn}
								hint={version?.kind === "conduct" ? conduct.dueNote : t.dueHint}
							/>
							<div className="sm:col-span-2">
								<RadioGroup
									{...form.field("late")}
									label={t.late}
									options={[
										{ value: "mark", label: t.lateMark },
										{ value: "refuse", label: t.lateRefuse },
									]}
								/>
							</div>
						</div>
					</Card>
					<Card labelledBy="more">
						<CardHeader id="more" title={t.more} />
						<div className="grid gap-5">
							<TextField
								{...form.field("title")}
								label={t.name}
								hint={version ? t.nameProposed(proposedTitle(version.title.vi, named.opensOn)) : t.nameHint}
								maxLength={200}
								optional
							/>
							<TextArea {...form.field("instruction")} label={t.instruction} rows={4} optional />
							<FileField
								name="file"
								label={t.file}
								hint={kept ?? t.fileHint}
								limitBytes={ATTACHMENT_LIMIT}
								accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
								optional
							/>
						</div>
					</Card>
				</div>
				<div className="grid gap-4 xl:sticky xl:top-4">
					<PreviewCard preview={live.preview} busy={live.busy}>
						<Button type="submit" name="intent" value="preview" size="small" onClick={live.onPress}>
							{t.preview}
						</Button>
					</PreviewCard>
					<div className="flex flex-wrap gap-3">
						<SubmitButton name="intent" value="confirm">
							{t.toConfirm}
						</SubmitButton>
						<SubmitButton name="intent" value="draft" variant="secondary">
							{t.saveDraft}
						</SubmitButton>
					</div>
				</div>
			</div>
		</ZodForm>
	);
}

/** The form as its parts know it. */
export type CampaignFormHandle = ReturnType<
	typeof useZodForm<z.input<typeof campaignForm>, z.output<typeof campaignForm>>
>;
