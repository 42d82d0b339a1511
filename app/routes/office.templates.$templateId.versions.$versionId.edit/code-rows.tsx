import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronRight from "lucide-react/icons/chevron-right";
import { memo, type RefObject, useRef, useState } from "react";
import type { Clause, ConductModule } from "#app/domain/conduct/content-schema.ts";
import { codeBuilderWords } from "#app/i18n/code-builder.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { formatDay } from "#app/i18n/format.ts";
import { validityInWords } from "#app/i18n/templates.ts";
import { ToneMark } from "#app/ui/badge.tsx";
import { cx } from "#app/ui/cx.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { type Actions, hrefOf, useBuilderParts } from "./builder-context.ts";
import { markOf } from "./code-selected.ts";
import { useCodeDragging } from "./use-code-dragging.ts";
import type { Edge } from "./use-dragging.ts";

type PartProps = { module: ConductModule; open: boolean; onOpen(open: boolean): void; onWrite(): void };

/** A part in the outline, with its clauses while it is open. */
export function CodePart({ module, open, onOpen, onWrite }: PartProps) {
	const { selected, marked, actions, live } = useBuilderParts();
	const { outline: t } = useWords(codeBuilderWords);
	const { relations } = useWords(conductWords);
	const locale = useLocale();
	const { code, relation, validFrom, validTo, clauses } = module;
	const row = useRef<HTMLDivElement>(null);
	const grip = useRef<HTMLSpanElement>(null);
	const [edge, setEdge] = useState<Edge>(null);
	useCodeDragging({ row, grip, kind: "module", code, actions, live, onEdge: setEdge });
	const current = selected.kind === "module" && selected.code === code;
	const Chevron = open ? ChevronDown : ChevronRight;
	const day = (value: string | null) => (value === null ? null : formatDay(value));
	return (
		<li>
			<div ref={row} data-item={markOf("module", code)} className={rowClasses(current, edge)}>
				{live && (
					<>
						<Grip grip={grip} title={t.drag(code)} />
						<Mark mark={markOf("module", code)} label={t.choosePart(code)} marked={marked} actions={actions} />
					</>
				)}
				<button
					type="button"
					aria-expanded={open}
					className="grid size-8 shrink-0 place-items-center rounded-md hover:bg-sunken pointer-coarse:size-12"
					onClick={() => onOpen(!open)}
				>
					<Chevron aria-hidden="true" className="size-4" />
					<span className="sr-only">{(open ? t.close : t.open)(code)}</span>
				</button>
				<a
					href={hrefOf({ kind: "module", code })}
					aria-current={current ? "true" : undefined}
					aria-describedby="outline-keys"
					className="flex min-h-10 min-w-0 flex-1 flex-col justify-center rounded-md px-1.5 py-1 pointer-coarse:min-h-12"
					onClick={(event) => {
						event.preventDefault();
						actions.select({ kind: "module", code });
						onWrite();
					}}
				>
					<span className="font-medium">{relations[relation]}</span>
					<span className="text-sm text-muted">
						{code} · {t.clauses(clauses.length)}
						{(validFrom || validTo) && ` · ${validityInWords(day(validFrom), day(validTo), locale)}`}
					</span>
				</a>
			</div>
			{open && clauses.length === 0 && <p className="ps-14 pb-2 text-sm text-muted">{t.empty}</p>}
			{open && (
				<ol className="grid ps-4">
					{clauses.map((clause) => (
						<ClauseRow
							key={clause.code}
							clause={clause}
							current={selected.kind === "clause" && selected.code === clause.code}
							marked={marked}
							actions={actions}
							live={live}
							onWrite={onWrite}
						/>
					))}
				</ol>
			)}
		</li>
	);
}

type ClauseProps = {
	clause: Clause;
	current: boolean;
	marked: ReadonlySet<string>;
	actions: Actions;
	live: boolean;
	onWrite(): void;
};

const ClauseRow = memo(function ClauseRow({ clause, current, marked, actions, live, onWrite }: ClauseProps) {
	const { outline: t } = useWords(codeBuilderWords);
	const { stances } = useWords(conductWords);
	const locale = useLocale();
	const row = useRef<HTMLLIElement>(null);
	const grip = useRef<HTMLSpanElement>(null);
	const [edge, setEdge] = useState<Edge>(null);
	const { code, stance, demanded } = clause;
	useCodeDragging({ row, grip, kind: "clause", code, actions, live, onEdge: setEdge });
	const text = clause.text[locale] || clause.text.vi;
	return (
		<li ref={row} data-item={markOf("clause", code)} className={rowClasses(current, edge)}>
			{live && (
				<>
					<Grip grip={grip} title={t.drag(code)} />
					<Mark mark={markOf("clause", code)} label={t.chooseClause(code)} marked={marked} actions={actions} />
				</>
			)}
			<a
				href={hrefOf({ kind: "clause", code })}
				aria-current={current ? "true" : undefined}
				aria-describedby="outline-keys"
				className="flex min-h-10 min-w-0 flex-1 items-start gap-1.5 rounded-md px-1.5 py-2 pointer-coarse:min-h-12"
				onClick={(event) => {
					event.preventDefault();
					actions.select({ kind: "clause", code }, true);
					onWrite();
				}}
			>
				<span className={cx("shrink-0", stance === "should" ? "text-good-ink" : "text-bad-ink")}>
					<ToneMark tone={stance === "should" ? "good" : "bad"} className="mt-1" />
					<span className="sr-only">{stances[stance]}</span>
				</span>
				<span className={cx("line-clamp-2 min-w-0 flex-1", !text && "text-muted italic")}>{text || t.noText}</span>
				{demanded && (
					<span title={t.demanded} className="shrink-0 text-muted">
						<span aria-hidden="true">★</span>
						<span className="sr-only">, {t.demanded}</span>
					</span>
				)}
			</a>
		</li>
	);
});

function rowClasses(current: boolean, edge: Edge): string {
	return cx(
		"flex items-center rounded-md border-y-2 border-transparent",
		current ? "bg-accent-soft text-accent-ink" : "hover:bg-sunken",
		edge === "top" && "border-t-accent",
		edge === "bottom" && "border-b-accent",
	);
}

function Grip({ grip, title }: { grip: RefObject<HTMLSpanElement>; title: string }) {
	return (
		<span
			ref={grip}
			title={title}
			className="grid h-10 w-5 shrink-0 cursor-grab place-items-center text-muted pointer-coarse:hidden"
		>
			<span aria-hidden="true" className="kit-grip" />
		</span>
	);
}

type MarkProps = { mark: string; label: string; marked: ReadonlySet<string>; actions: Actions };

function Mark({ mark, label, marked, actions }: MarkProps) {
	return (
		<label className="grid size-8 shrink-0 place-items-center pointer-coarse:size-12">
			<span className="sr-only">{label}</span>
			<input
				type="checkbox"
				className="size-4.5 accent-accent pointer-coarse:size-6"
				checked={marked.has(mark)}
				onChange={(event) => actions.mark([mark], event.target.checked)}
			/>
		</label>
	);
}
