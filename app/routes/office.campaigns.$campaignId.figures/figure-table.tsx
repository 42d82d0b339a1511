import type { ReactNode } from "react";
import type { FigureColumn } from "#app/domain/reports/schema.ts";
import { columnLabel, figuresWords } from "#app/i18n/figures.ts";
import { textOf } from "#app/i18n/returns.ts";
import { cx } from "#app/ui/cx.ts";
import type { LightWords } from "#app/ui/lights.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/** One line: cells by column, or one sentence across all of them where there is nothing to tell. */
export type TableLine = {
	key: string;
	name: ReactNode;
	/** A quiet line below the name. */
	note?: ReactNode;
	/** Adds up others. */
	sum?: boolean;
	cells: ReactNode[] | null;
	instead?: ReactNode;
};

type FigureTableProps = {
	caption: string;
	first: string;
	columns: FigureColumn[];
	lights: LightWords[];
	lines: TableLine[];
};

const edge = "border-b border-line px-3 py-2";
const sticky = "sticky start-0 z-10 min-w-36 max-w-44 ps-4 sm:min-w-60 sm:max-w-72 sm:ps-5";

/**
 * A table with more columns than a page takes: it scrolls in its own frame, under a header that stays and beside a first column
 * that stays. Columns that belong together have a heading over them.
 */
export function FigureTable({ caption, first, columns, lights, lines }: FigureTableProps) {
	const t = useWords(figuresWords);
	const locale = useLocale();
	const grouped = columns.some(({ group }) => group !== null);
	const heads = headings(columns, (group) => textOf(group, locale));
	return (
		<section
			aria-label={`${caption}. ${t.scroll}`}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
			tabIndex={0}
			className="kit-table-scroll relative max-h-[85vh] overflow-auto rounded-b-md"
		>
			<table className="w-full border-separate border-spacing-0 text-[0.9375rem]">
				<caption className="sr-only">{caption}</caption>
				<thead className="sticky top-0 z-20">
					<tr>
						<th
							scope="col"
							rowSpan={grouped ? 2 : 1}
							className={cx(edge, sticky, "bg-surface text-start align-bottom text-sm font-medium text-muted")}
						>
							{first}
						</th>
						{heads.map((head) =>
							head.label === null ? (
								<ColumnHead key={head.columns[0]?.code} column={head.columns[0]} rows={grouped ? 2 : 1} />
							) : (
								<th
									key={head.columns[0]?.code}
									scope="colgroup"
									colSpan={head.columns.length}
									className={cx(edge, "bg-surface pb-1 text-center text-sm font-semibold")}
								>
									{head.label}
								</th>
							),
						)}
						{lights.map((light) => (
							<th
								key={light.code}
								scope="col"
								rowSpan={grouped ? 2 : 1}
								className={cx(edge, "min-w-36 bg-surface text-start align-bottom text-sm font-medium text-muted")}
							>
								{textOf(light.label, locale)}
							</th>
						))}
					</tr>
					{grouped && (
						<tr>
							{heads
								.filter(({ label }) => label !== null)
								.flatMap((head) =>
									head.columns.map((column) => <ColumnHead key={column.code} column={column} rows={1} />),
								)}
						</tr>
					)}
				</thead>
				<tbody>
					{lines.map((line) => (
						<Line key={line.key} line={line} columns={columns} width={columns.length + lights.length} />
					))}
				</tbody>
			</table>
		</section>
	);
}

type Heading = { label: string | null; columns: FigureColumn[] };

/** Columns in order; those of one group that stand side by side under one heading. */
function headings(columns: readonly FigureColumn[], say: (group: NonNullable<FigureColumn["group"]>) => string) {
	const found: Heading[] = [];
	for (const column of columns) {
		const label = column.group ? say(column.group) : null;
		const last = found.at(-1);
		if (last && label !== null && last.label === label) last.columns.push(column);
		else found.push({ label, columns: [column] });
	}
	return found;
}

function ColumnHead({ column, rows }: { column: FigureColumn | undefined; rows: number }) {
	const locale = useLocale();
	if (!column) return null;
	return (
		<th
			scope="col"
			rowSpan={rows}
			className={cx(
				edge,
				"min-w-20 bg-surface align-bottom text-sm font-medium text-muted",
				column.type === "text" ? "min-w-36 text-start" : "text-end",
			)}
		>
			{columnLabel(column, locale)}
		</th>
	);
}

function Line({ line, columns, width }: { line: TableLine; columns: FigureColumn[]; width: number }) {
	const ground = line.sum ? "bg-sunken" : "bg-surface";
	return (
		<tr>
			<th scope="row" className={cx(edge, sticky, ground, "text-start align-top font-medium")}>
				{line.name}
				{line.note && <span className="block text-sm font-normal text-muted">{line.note}</span>}
			</th>
			{line.cells === null ? (
				<td colSpan={width} className={cx(edge, ground, "text-muted")}>
					<span aria-hidden="true">– </span>
					{line.instead}
				</td>
			) : (
				line.cells.map((cell, at) => (
					<td
						// biome-ignore lint/suspicious/noArrayIndexKey: columns never move
						key={at}
						className={cx(
							edge,
							ground,
							"align-top",
							line.sum && "font-medium",
							columns[at] && columns[at].type !== "text" && "tabular text-end whitespace-nowrap",
						)}
					>
						{cell === "" ? <span className="text-muted">–</span> : cell}
					</td>
				))
			)}
		</tr>
	);
}
