import { codeBuilderWords } from "#app/i18n/code-builder.ts";
import { cx } from "#app/ui/cx.ts";
import { useWords } from "#app/ui/locale.tsx";
import { hrefOf, type Selected, useBuilderParts } from "./builder-context.ts";
import { firstOf, isOfCode } from "./code-selected.ts";

/** A template of a code of conduct holds two things: the code, and the return about it. Nothing for a form. */
export function CodeTabs() {
	const { draft, selected, actions } = useBuilderParts();
	const { tabs: t } = useWords(codeBuilderWords);
	if (!draft.conduct) return null;
	const tabs: { label: string; to: Selected; current: boolean }[] = [
		{ label: t.code, to: firstOf(draft.conduct), current: isOfCode(selected) },
		{ label: t.form, to: { kind: "part", code: "head" }, current: !isOfCode(selected) },
	];
	return (
		<nav aria-label={t.label} className="flex border-b border-line bg-surface px-1 sm:px-2">
			{tabs.map(({ label, to, current }) => (
				<a
					key={label}
					href={hrefOf(to)}
					aria-current={current ? "true" : undefined}
					className={cx(
						"flex min-h-12 items-center border-b-3 px-3 font-medium",
						current ? "border-accent text-accent-ink" : "border-transparent text-muted hover:text-ink",
					)}
					onClick={(event) => {
						event.preventDefault();
						if (!current) actions.select(to);
					}}
				>
					{label}
				</a>
			))}
		</nav>
	);
}
