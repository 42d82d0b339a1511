import type { Expression } from "#app/domain/forms/expression-schema.ts";
import type { CrossCheck, Definition, SchoolFacts } from "#app/domain/forms/schema.ts";
import type { VerdictRule } from "#app/domain/forms/verdict-schema.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { ruleInWords } from "#app/i18n/templates.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

type Home = { section: string; item?: string };

/** A condition as it stands; it is changed by the editor of conditions. */
export function ConditionEditor(props: {
	definition: Definition;
	home: Home;
	value: Expression | undefined;
	onChange(value: Expression | undefined): void;
}) {
	const { slots: t } = useWords(builderWords);
	return props.value ? <Raw value={props.value} /> : <p className="text-muted">{t.always}</p>;
}

/** A computation as it stands. */
export function ExpressionEditor(props: {
	definition: Definition;
	home: Home;
	value: Expression;
	onChange(value: Expression): void;
}) {
	return <Raw value={props.value} />;
}

/** The verdict rule in sentences. */
export function RuleEditor(props: { definition: Definition; value: VerdictRule; onChange(value: VerdictRule): void }) {
	const locale = useLocale();
	return (
		<ul className="grid gap-2">
			{ruleInWords(props.value, false, locale).map((sentence) => (
				<li key={sentence}>{sentence}</li>
			))}
		</ul>
	);
}

/** Checks across items as they stand. */
export function ChecksEditor(props: {
	definition: Definition;
	value: CrossCheck[];
	onChange(value: CrossCheck[]): void;
}) {
	return (
		<ul className="grid gap-2">
			{props.value.map((check) => (
				<li key={check.code}>
					{check.message.vi}
					<Raw value={check.holds} />
				</li>
			))}
		</ul>
	);
}

/** The form as a school meets it, in short. */
export function PhonePreview(props: {
	definition: Definition;
	facts: SchoolFacts;
	onFactsChange(facts: SchoolFacts): void;
	focusItem?: string;
}) {
	return (
		<ol className="grid gap-2">
			{props.definition.sections.map((section) => (
				<li key={section.code}>
					<h3 className="font-semibold">{section.title.vi}</h3>
					<p className="text-muted">{section.items.length}</p>
				</li>
			))}
		</ol>
	);
}

function Raw({ value }: { value: Expression }) {
	return <code className="block overflow-x-auto rounded-md bg-sunken p-2 text-sm">{JSON.stringify(value)}</code>;
}
