import { useState } from "react";
import { ATTACHMENT_LIMIT } from "#app/domain/campaigns/schema.ts";
import { directiveInput } from "#app/domain/directives/schema.ts";
import type { ProblemBody } from "#app/domain/problem.ts";
import { directivesWords } from "#app/i18n/directives.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { DateField, TextArea, TextField } from "#app/ui/field.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { SubmitButton, useZodForm, ZodForm } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { TypedLetter } from "./typed-letter.ts";

type LetterFormProps = {
	/** Of the letter that is written. */
	id: string;
	letter: TypedLetter;
	problem: ProblemBody | undefined;
	/** Name of the file that is kept, "" where it is not known, null where there is none. */
	keptName: string | null;
	cancelTo: string;
};

/** A letter and its tasks: one form for registering and for correcting. */
export function LetterForm({ id, letter, problem, keptName, cancelTo }: LetterFormProps) {
	const { form: t } = useWords(directivesWords);
	const form = useZodForm(directiveInput, { defaultValues: letter, problem });
	const [added, setAdded] = useState(0);
	const rows = letter.tasks.length + added;
	const kept = keptName === null ? null : keptName === "" ? t.fileKeptPlain : t.fileKept(keptName);
	return (
		<ZodForm form={form} encType="multipart/form-data">
			<input type="hidden" name="id" value={id} />
			<input type="hidden" name="fileId" value={letter.fileId} />
			<Card labelledBy="letter">
				<CardHeader id="letter" title={t.letter} />
				<div className="grid gap-5 lg:grid-cols-2">
					<TextField {...form.field("number")} label={t.number} hint={t.numberHint} autoComplete="off" />
					<DateField {...form.field("issuedOn")} label={t.issuedOn} />
					<TextField {...form.field("issuer")} label={t.issuer} />
					<TextField {...form.field("signer")} label={t.signer} optional />
					<div className="lg:col-span-2">
						<TextArea {...form.field("abstract")} label={t.abstract} rows={2} />
					</div>
					<DateField {...form.field("receivedOn")} label={t.receivedOn} optional />
					<DateField {...form.field("reportDueOn")} label={t.reportDueOn} hint={t.reportDueHint} optional />
					<div className="lg:col-span-2">
						<FileField
							name="file"
							label={t.file}
							hint={kept ?? t.fileHint}
							limitBytes={ATTACHMENT_LIMIT}
							accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
							optional
						/>
					</div>
				</div>
			</Card>
			<Card labelledBy="tasks">
				<CardHeader id="tasks" title={t.tasks} />
				<p className="-mt-2 mb-4 text-muted">{t.tasksHint}</p>
				<div className="grid gap-6">
					{Array.from({ length: rows }, (_, at) => (
						<fieldset
							// biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever added at the end
							key={at}
							className="grid gap-4 border-t border-line pt-4 sm:grid-cols-[7rem_minmax(0,1fr)]"
						>
							<legend className="float-start w-full text-sm text-muted sm:col-span-2">{t.task(at + 1)}</legend>
							{letter.tasks[at]?.id && <input type="hidden" name={`tasks.${at}.id`} value={letter.tasks[at].id} />}
							<TextField {...form.field(`tasks.${at}.number`)} label={t.taskNumber} autoComplete="off" />
							<TextField {...form.field(`tasks.${at}.title`)} label={t.taskTitle} />
							<div className="sm:col-start-2">
								<TextArea {...form.field(`tasks.${at}.detail`)} label={t.taskDetail} rows={2} optional />
								<Checkbox {...form.checkbox(`tasks.${at}.ours`)} label={t.ours} />
							</div>
						</fieldset>
					))}
				</div>
				<Button
					type="submit"
					name="intent"
					value="add_task"
					className="mt-4"
					onClick={(event) => {
						event.preventDefault();
						setAdded((count) => count + 1);
					}}
				>
					{t.addTask}
				</Button>
			</Card>
			<div className="flex flex-wrap gap-3">
				<SubmitButton name="intent" value="save">
					{t.save}
				</SubmitButton>
				<LinkButton variant="quiet" to={cancelTo}>
					{t.cancel}
				</LinkButton>
			</div>
		</ZodForm>
	);
}
