/** What is wrong with a text that should be an XPath expression, and where. */

export type XPathFaultCode =
	| "empty"
	| "too_long"
	/** Nested deeper, or of more parts, than `evaluate` works out. */
	| "too_large"
	| "character"
	| "unclosed_text"
	| "unclosed_reference"
	| "bracket_missing"
	/** A value, an item or a function should stand here. */
	| "operand_missing"
	/** Something stands behind a finished expression. */
	| "operator_missing"
	/** `.` where there is no own answer. */
	| "self_unknown"
	/** What stands in `${…}` cannot be the code of an item. */
	| "name_malformed"
	/** No item has this name. */
	| "name_unknown"
	/** A name without `${…}` around it. */
	| "name_bare"
	| "function_unknown"
	/** ODK knows it, this form language does not. */
	| "function_without_equal"
	| "operator_without_equal"
	| "path_without_equal"
	/** Too few or too many arguments, or of another kind than wanted. */
	| "arguments"
	| "field_unknown"
	| "outcome_unknown"
	| "text_too_long";

/** `at` and `length` count UTF-16 units of the text, as the selection of an input does; `found` is what stands there. */
export type XPathFault = { at: number; length: number; code: XPathFaultCode; found: string };

/** How the parser breaks off; caught at its door, so that nothing is thrown to a caller. */
export class Fault extends Error {
	readonly fault: XPathFault;

	constructor(code: XPathFaultCode, token: { at: number; length: number }, found: string) {
		super(code);
		this.fault = { at: token.at, length: token.length, code, found: found.slice(0, 60) };
	}
}

/** Functions of ODK's XPath that nothing in the form language answers to, so that a report can tell them from slips of the pen. */
export const odkFunctions: ReadonlySet<string> = new Set(
	`abs acos area asin atan atan2 base64-decode boolean boolean-from-string ceiling checklist choose coalesce cos concat
	contains count-non-empty count-selected current date-time decimal-date-time decimal-time digest distance ends-with exp exp10
	extract-signed floor format-date format-date-time geofence id if indexed-repeat instance int join jr:choice-name jr:itext
	last local-name log log10 lower-case max min name namespace-uri normalize-space now number once pi position pow property
	pulldata random randomize regex round selected-at sin sqrt starts-with string string-length substr substring substring-after
	substring-before tan thousands-sep today translate true uuid version weighted-checklist upper-case`.split(/\s+/),
);
