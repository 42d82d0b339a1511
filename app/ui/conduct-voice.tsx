import { Form } from "@remix-run/react";
import type { CodeInConsultation } from "#app/domain/conduct/own-queries.ts";
import type { ProblemBody } from "#app/domain/problem.ts";
import { conductStepWords } from "#app/i18n/conduct-steps.ts";
import { formatDay } from "#app/i18n/format.ts";
import { textOf } from "#app/i18n/returns.ts";
import { Card, CardHeader } from "./card.tsx";
import { ClauseChanges } from "./clause-changes.tsx";
import { ConductCode } from "./conduct-code.tsx";
import { fieldId, TextArea } from "./field.tsx";
import { SubmitButton } from "./form.tsx";
import { useLocale, useWords } from "./locale.tsx";
import { Notice } from "./notice.tsx";
import { fieldProblem, ProblemBanner } from "./problem-banner.tsx";
import { Segmented } from "./segmented.tsx";

/** A voice as it was typed; remarks by the code of their clause. */
export type TypedVoice = { agrees: string; comment: string; remarks: Record<string, string> };

type ConductVoiceProps = {
	reading: CodeInConsultation;
	/** This voice has just been given. */
	thanks: boolean;
	/** By account: the school knows who is asked, and says so otherwise. */
	staff?: boolean;
	typed: TypedVoice | undefined;
	problem: ProblemBody | undefined;
};

/** The code in consultation with a place for a remark below each clause, then yes or no. One form, for readers with and without account. */
export function ConductVoice({ reading, thanks, staff, typed, problem }: ConductVoiceProps) {
	const { voice: t } = useWords(conductStepWords);
	const day = formatDay(reading.closesOn);
	if (reading.state === "given" && thanks)
		return (
			<Notice tone="success" title={t.thanks} live>
				{t.thanksText}
			</Notice>
		);
	if (reading.state === "given")
		return <Notice title={staff ? t.givenStaff : t.given}>{staff ? t.givenStaffText : t.givenText}</Notice>;
	if (reading.state === "closed") return <Notice title={t.closed}>{t.closedText(day)}</Notice>;
	return (
		<Form method="post" noValidate className="grid gap-6">
			<ProblemBanner problem={problem} />
			<p>{staff ? t.introStaff(day) : t.intro(day)}</p>
			<p className="print:hidden">
				<a
					href={`#${fieldId("agrees")}`}
					className="inline-flex min-h-12 items-center font-medium text-accent-ink underline underline-offset-4"
				>
					{t.jump}
				</a>
			</p>
			{reading.changeNote !== "" && (
				<Notice title={t.changeNote}>
					<p className="whitespace-pre-line wrap-anywhere">{reading.changeNote}</p>
				</Notice>
			)}
			{reading.changes.length > 0 && (
				<Card labelledBy="changes">
					<CardHeader id="changes" title={t.changes} />
					<ClauseChanges changes={reading.changes} />
				</Card>
			)}
			<ConductCode
				code={reading.code}
				first={reading.group === "staff" ? undefined : reading.group}
				below={(clause) => <Remark clause={clause} typed={typed} problem={problem} />}
			/>
			<Card labelledBy="yours">
				<CardHeader id="yours" title={t.yours} />
				<div className="grid gap-5">
					<Segmented
						name="agrees"
						legend={t.question}
						value={typed?.agrees ?? null}
						options={[
							{ value: "yes", label: t.yes, tone: "plain" },
							{ value: "no", label: t.no, tone: "plain" },
						]}
						error={fieldProblem(problem, "agrees")}
					/>
					<TextArea
						name="comment"
						label={t.comment}
						hint={t.commentHint}
						defaultValue={typed?.comment}
						error={fieldProblem(problem, "comment")}
						optional
					/>
					<SubmitButton size="large" wide>
						{t.send}
					</SubmitButton>
				</div>
			</Card>
		</Form>
	);
}

type RemarkProps = Pick<ConductVoiceProps, "typed" | "problem"> & {
	clause: { code: string; text: { vi: string; en?: string } };
};

/** Folded away: most clauses need none. What was typed, and what is wrong with it, is open. */
function Remark({ clause, typed, problem }: RemarkProps) {
	const { voice: t } = useWords(conductStepWords);
	const locale = useLocale();
	const name = `remark.${clause.code}`;
	const [value, error] = [typed?.remarks[clause.code], fieldProblem(problem, name)];
	return (
		<details open={Boolean(value || error)} className="print:hidden sm:ps-22">
			<summary className="inline-flex min-h-12 cursor-pointer items-center text-sm text-accent-ink underline underline-offset-4">
				{t.remark}
			</summary>
			<TextArea
				name={name}
				label={<span className="sr-only">{t.remarkLabel(textOf(clause.text, locale))}</span>}
				defaultValue={value}
				error={error}
				rows={2}
			/>
		</details>
	);
}
