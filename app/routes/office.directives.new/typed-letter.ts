import type { DirectivePage } from "#app/domain/directives/queries.ts";

type TypedTask = { id?: string; number: string; title: string; detail: string; ours: boolean };

/** The form of a letter as it was typed: what is drawn again when something stood in the way. */
export type TypedLetter = {
	number: string;
	issuedOn: string;
	issuer: string;
	abstract: string;
	signer: string;
	receivedOn: string;
	reportDueOn: string;
	/** A file kept at an earlier attempt, or the letter's own; "" for none. */
	fileId: string;
	tasks: TypedTask[];
};

const emptyTask: TypedTask = { number: "", title: "", detail: "", ours: true };

/** Rows that an empty form offers. */
const FIRST_ROWS = 3;
/** As many as a letter may have. */
const LAST_ROW = 200;

export const emptyLetter: TypedLetter = {
	number: "",
	issuedOn: "",
	issuer: "",
	abstract: "",
	signer: "",
	receivedOn: "",
	reportDueOn: "",
	fileId: "",
	tasks: Array.from({ length: FIRST_ROWS }, () => emptyTask),
};

/** The letter as its form shows it at first, with a row left for one more task. */
export function letterAsTyped(letter: DirectivePage): TypedLetter {
	return withRow({
		number: letter.number,
		issuedOn: letter.issuedOn,
		issuer: letter.issuer,
		abstract: letter.abstract,
		signer: letter.signer,
		receivedOn: letter.receivedOn ?? "",
		reportDueOn: letter.reportDueOn ?? "",
		fileId: letter.file?.id ?? "",
		tasks: letter.tasks,
	});
}

/** One more empty row of tasks. */
export function withRow(letter: TypedLetter): TypedLetter {
	return { ...letter, tasks: [...letter.tasks, emptyTask].slice(0, LAST_ROW) };
}

/** The posted fields, `tasks.0.number` and so on, as the form's own shape. */
export function typedLetter(fields: Record<string, string | string[]>): TypedLetter {
	const text = (name: string) => {
		const value = fields[name];
		return typeof value === "string" ? value : "";
	};
	const rows = Object.keys(fields).map((name) => Number(/^tasks\.(\d{1,3})\./.exec(name)?.[1] ?? -1));
	const count = Math.min(Math.max(-1, ...rows) + 1, LAST_ROW);
	return {
		number: text("number"),
		issuedOn: text("issuedOn"),
		issuer: text("issuer"),
		abstract: text("abstract"),
		signer: text("signer"),
		receivedOn: text("receivedOn"),
		reportDueOn: text("reportDueOn"),
		fileId: text("fileId"),
		tasks: Array.from({ length: count }, (_, at) => ({
			...(text(`tasks.${at}.id`) ? { id: text(`tasks.${at}.id`) } : {}),
			number: text(`tasks.${at}.number`),
			title: text(`tasks.${at}.title`),
			detail: text(`tasks.${at}.detail`),
			ours: text(`tasks.${at}.ours`) !== "",
		})),
	};
}
