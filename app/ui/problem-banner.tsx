import type { ProblemBody } from "#app/domain/problem.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import { ErrorSummary, type FieldProblem } from "./error-summary.tsx";
import { useLocale } from "./locale.tsx";
import { Notice } from "./notice.tsx";

type ProblemBannerProps = {
	problem: ProblemBody | undefined;
	/** Problems of fields, where the form knows them better than the answer: `useZodForm` unites both. */
	problems?: FieldProblem[];
	form?: string;
	attempt?: unknown;
};

/** What stood in the way of an action: fields as a summary that links to them, everything else as a sentence. */
export function ProblemBanner({ problem, problems, form, attempt }: ProblemBannerProps) {
	const locale = useLocale();
	const fields = problems ?? fieldsOf(problem);
	return (
		<>
			{problem && problem.code !== "invalid_input" && (
				<Notice tone="danger" live>
					{problemSentence(problem, locale)}
				</Notice>
			)}
			{problem?.code === "invalid_input" && fields.length === 0 && (
				<Notice tone="danger" live>
					{problemSentence(problem, locale)}
				</Notice>
			)}
			<ErrorSummary problems={fields} form={form} attempt={attempt ?? problem} />
		</>
	);
}

/** The `{problem}` in an action's answer, if it has one. */
export function problemOf(answer: unknown): ProblemBody | undefined {
	return answer && typeof answer === "object" && "problem" in answer ? (answer.problem as ProblemBody) : undefined;
}

/** What a problem says about one field, for forms that are no `ZodForm`. */
export function fieldProblem(problem: ProblemBody | undefined, field: string): string | undefined {
	return fieldsOf(problem).find((one) => one.field === field)?.message;
}

function fieldsOf(problem: ProblemBody | undefined): FieldProblem[] {
	return problem?.code === "invalid_input" ? problem.details.fields : [];
}
