import { type FetcherWithComponents, Form, type FormProps, useNavigation, useSubmit } from "@remix-run/react";
import { type FormEvent, type ReactNode, useMemo } from "react";
import { type DefaultValues, type FieldErrors, type FieldValues, get, type Path, set, useForm } from "react-hook-form";
import type { z } from "zod";
import type { ProblemBody } from "#app/domain/problem.ts";
import { Button, type ButtonProps } from "./button.tsx";
import type { FieldProblem } from "./error-summary.tsx";
import { fieldId } from "./field.tsx";
import { useLocale } from "./locale.tsx";
import { ProblemBanner } from "./problem-banner.tsx";
import { zodResolver } from "./zod-resolver.ts";

type ZodFormOptions<In extends FieldValues> = {
	/** What the fields hold at first, as text. An action that answers without script puts back here what was typed. */
	defaultValues: DefaultValues<In>;
	/** Of the action's answer; its fields join the browser's own in one summary. */
	problem?: ProblemBody;
	/** Where several forms on a page have fields of the same name. */
	id?: string;
};

/**
 * One schema for browser and server. The form is checked in the browser before it is sent; without script it is sent as it is and the
 * action's `{problem}` fills the same summary and fields. Errors stay until the next attempt: none comes up while typing.
 */
export function useZodForm<In extends FieldValues, Out>(schema: z.ZodType<Out, In>, options: ZodFormOptions<In>) {
	const { problem, id, defaultValues } = options;
	const locale = useLocale();
	const sent = useMemo(() => errorsOf<In>(problem), [problem]);
	const { register, handleSubmit, formState, control, setValue } = useForm<In, unknown, Out>({
		resolver: zodResolver(schema, locale),
		defaultValues,
		errors: sent,
		reValidateMode: "onSubmit",
		shouldFocusError: false,
	});
	const { errors, submitCount } = formState;
	const wire = (name: Path<In>) => ({
		...register(name),
		id: fieldId(name, id),
		error: (get(errors, name) as { message?: string } | undefined)?.message,
	});
	return {
		id,
		/** Spread into a field: `<TextField {...form.field("title")} label=… />`. */
		field: (name: Path<In>) => ({ ...wire(name), defaultValue: get(defaultValues, name) as string | undefined }),
		/** The same for a `CheckboxGroup`. */
		choices: (name: Path<In>) => ({ ...wire(name), defaultValue: get(defaultValues, name) as string[] | undefined }),
		/** The same for a `Checkbox`. */
		checkbox: (name: Path<In>) => ({ ...wire(name), defaultChecked: Boolean(get(defaultValues, name)) }),
		problems: flatten(errors),
		problem,
		submitCount,
		handleSubmit,
		control,
		setValue,
	};
}

type ZodFormHandle = Pick<
	ReturnType<typeof useZodForm<FieldValues, unknown>>,
	"id" | "problems" | "problem" | "submitCount"
> & { handleSubmit: (onValid: () => void) => (event: FormEvent) => Promise<void> };

type ZodFormProps = Omit<FormProps, "onSubmit"> & {
	form: ZodFormHandle;
	children: ReactNode;
	/** Sends without leaving the page. */
	fetcher?: FetcherWithComponents<unknown>;
};

/** Remix's form with the check before sending and the summary of errors on top. */
export function ZodForm({ form, fetcher, children, ...rest }: ZodFormProps) {
	const navigate = useSubmit();
	const FormTag = fetcher?.Form ?? Form;
	const check = (event: FormEvent<HTMLFormElement>) => {
		const target = event.currentTarget;
		const { submitter } = event.nativeEvent as SubmitEvent;
		const send = () => (fetcher?.submit ?? navigate)((submitter as HTMLButtonElement | null) ?? target);
		return form.handleSubmit(send)(event);
	};
	return (
		<FormTag method="post" {...rest} noValidate onSubmit={check}>
			<div className="grid gap-5">
				<ProblemBanner problem={form.problem} problems={form.problems} form={form.id} attempt={form.submitCount} />
				{children}
			</div>
		</FormTag>
	);
}

/** Sends the form; while it is on its way, further presses are ignored. */
export function SubmitButton({
	fetcher,
	...rest
}: ButtonProps & { fetcher?: Pick<FetcherWithComponents<unknown>, "state"> }) {
	const navigation = useNavigation();
	const state = fetcher?.state ?? navigation.state;
	return <Button variant="primary" {...rest} type="submit" busy={state === "submitting"} />;
}

function errorsOf<In extends FieldValues>(problem: ProblemBody | undefined): FieldErrors<In> | undefined {
	if (problem?.code !== "invalid_input") return undefined;
	const errors: FieldErrors<In> = {};
	for (const { field, message } of problem.details.fields) set(errors, field || "root", { type: "server", message });
	return errors;
}

function flatten(errors: object, path = ""): FieldProblem[] {
	return Object.entries(errors).flatMap(([key, value]: [string, unknown]): FieldProblem[] => {
		if (typeof value !== "object" || value === null) return [];
		const field = path ? `${path}.${key}` : key;
		if ("message" in value && typeof value.message === "string") {
			return [{ field: field === "root" ? undefined : field, message: value.message }];
		}
		return flatten(value, field);
	});
}
