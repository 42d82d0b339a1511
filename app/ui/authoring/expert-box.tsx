import { useId, useState } from "react";
import { sameExpression } from "#app/domain/authoring/plain.ts";
import type { Expression } from "#app/domain/forms/expression-schema.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import type { Definition } from "#app/domain/forms/schema.ts";
import type { XPathFault } from "#app/domain/interchange/xpath-fault.ts";
import { parseXPath } from "#app/domain/interchange/xpath-parse.ts";
import { printXPath } from "#app/domain/interchange/xpath-print.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { xpathFaultSentence } from "#app/i18n/xpath-faults.ts";
import { cx } from "../cx.ts";
import { controlClasses } from "../field.tsx";
import { useLocale, useWords } from "../locale.tsx";

type ExpertProps = {
	definition: Definition;
	/** The item whose own answer a dot is. */
	self?: string | undefined;
	value: Expression | undefined;
	onChange(value: Expression | undefined): void;
	/** May be blank, which takes the expression away. */
	optional?: boolean;
	/** Unfolded: nothing but the text can change this expression. */
	open?: boolean;
	name?: string | undefined;
};

/** An expression as text, in the XPath of XLSForm. While it cannot be read its place and reason are shown, and the one before holds. */
export function ExpertBox({ definition, self, value, onChange, optional, open, name }: ExpertProps) {
	const t = useWords(authoringWords).expert;
	const id = useId();
	const print = (expression: Expression | undefined) =>
		expression === undefined ? "" : printXPath(expression, scopeOf(definition));
	const [held, setHeld] = useState(() => ({ value, text: print(value) }));
	const stale = !sameExpression(held.value, value);
	const text = stale ? print(value) : held.text;
	if (stale) setHeld({ value, text });
	const read = readText(text, definition, self, optional);

	function type(typed: string): void {
		const now = readText(typed, definition, self, optional);
		if (now.fault) setHeld({ value, text: typed });
		else {
			setHeld({ value: now.expression, text: typed });
			if (!sameExpression(now.expression, value)) onChange(now.expression);
		}
	}

	return (
		<details open={open || undefined} className="min-w-0">
			<summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-medium text-accent-ink underline underline-offset-4">
				{t.title}
			</summary>
			<div className="grid gap-1.5 pt-1">
				<label htmlFor={id} className="text-sm font-medium">
					{t.label}
				</label>
				<p id={`${id}-hint`} className="text-sm text-muted">
					{t.hint(EXAMPLE)} {optional && t.optional}
				</p>
				<textarea
					id={id}
					name={name}
					rows={3}
					spellCheck={false}
					autoCapitalize="off"
					autoComplete="off"
					value={text}
					aria-invalid={read.fault ? true : undefined}
					aria-describedby={`${id}-hint ${id}-state`}
					onChange={(event) => type(event.currentTarget.value)}
					className={cx(controlClasses, "field-sizing-content max-h-80 font-mono text-sm wrap-anywhere")}
				/>
				<div id={`${id}-state`} role="status" className="text-sm">
					{read.fault ? (
						<Faulty text={text} fault={read.fault} />
					) : (
						text.trim() !== "" && <p className="text-good-ink">{t.fine}</p>
					)}
				</div>
			</div>
		</details>
	);
}

const EXAMPLE = "$" + "{A.1} = 'met' and $" + "{B.2} >= 3";
/** Signs of the text shown before and behind the place of a fault. */
const AROUND = 32;

/** The sentence with line and place, and the text there with the wrong part underlined. */
function Faulty({ text, fault }: { text: string; fault: XPathFault }) {
	const t = useWords(authoringWords).expert;
	const locale = useLocale();
	const { line, column, before, wrong, behind } = placeOf(text, fault);
	return (
		<div className="grid gap-1">
			<p className="font-medium text-bad-ink">{t.place(line, column, xpathFaultSentence(fault, locale))}.</p>
			<p aria-hidden="true" className="overflow-x-auto rounded-sm bg-sunken px-2 py-1 font-mono whitespace-pre">
				{before}
				<span className="bg-bad-soft text-bad-ink underline decoration-wavy underline-offset-4">{wrong}</span>
				{behind}
			</p>
			<p className="text-muted">{t.kept}</p>
		</div>
	);
}

/** Where a fault stands, counted as editors count, and its line around it; a fault at the end is shown as a blank. */
export function placeOf(text: string, { at, length }: Pick<XPathFault, "at" | "length">) {
	const start = text.lastIndexOf("\n", Math.max(at - 1, -1)) + 1;
	const lines = text.slice(0, at).split("\n");
	const next = text.indexOf("\n", at);
	const stop = next === -1 ? text.length : next;
	const wrong = text.slice(at, Math.min(at + Math.max(length, 1), stop)) || " ";
	const [from, to] = [Math.max(start, at - AROUND), Math.min(stop, at + wrong.length + AROUND)];
	return {
		line: lines.length,
		column: at - start + 1,
		before: `${from > start ? "…" : ""}${text.slice(from, at)}`,
		wrong,
		behind: `${text.slice(at + wrong.length, to)}${to < stop ? "…" : ""}`,
	};
}

type Read = { expression: Expression | undefined; fault?: undefined } | { fault: XPathFault };

function readText(text: string, definition: Definition, self: string | undefined, optional: boolean | undefined): Read {
	if (optional && text.trim() === "") return { expression: undefined };
	const { itemByCode, rosters } = prepare(definition);
	const parsed = parseXPath(text, {
		...(self === undefined ? {} : { self }),
		codeOf: (name) => (itemByCode.has(name) || rosters.has(name) ? name : null),
	});
	return parsed.ok ? { expression: parsed.expression } : { fault: parsed.fault };
}

function scopeOf(definition: Definition) {
	const { rosterOf } = prepare(definition);
	return { rosterOf: (item: string) => rosterOf.get(item) };
}
