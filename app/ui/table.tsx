import { Link } from "@remix-run/react";
import type { MouseEvent, ReactNode } from "react";
import { uiWords } from "#app/i18n/ui.ts";
import { cx } from "./cx.ts";
import { useWords } from "./locale.tsx";

export type Column<Row> = {
	key: string;
	header: ReactNode;
	/** The header in plain words where it is not text: for the cards of narrow screens. */
	label?: string;
	/** What the cell shows; null or "" is a dash on wide screens and left out on a phone's card. */
	cell: (row: Row) => ReactNode;
	/** Numbers stand at the end, in even figures. */
	numeric?: boolean;
	/** Does not break into lines. */
	tight?: boolean;
};

type DataTableProps<Row> = {
	/** Names the table for screen readers; shown when `captionShown`. */
	caption: string;
	captionShown?: boolean;
	/** The first column names the row. */
	columns: Column<Row>[];
	rows: Row[];
	rowKey: (row: Row) => string;
	/** The page that a row opens: its first cell links there, and a press anywhere on the row follows the link. */
	rowTo?: (row: Row) => string | null | undefined;
	/** Rows to stand out, such as the one that is open. */
	highlighted?: (row: Row) => boolean;
	/** Has more columns than a page takes: scrolls sideways at every width, and its header does not stay in sight. */
	wide?: boolean;
	/** In place of rows when there are none. */
	empty?: ReactNode;
};

/** Written out because Safari drops the roles of a table whose rows are drawn as cards. */
const roles = {
	table: { role: "table" },
	rowgroup: { role: "rowgroup" },
	row: { role: "row" },
	columnheader: { role: "columnheader" },
	rowheader: { role: "rowheader" },
	cell: { role: "cell" },
} as const;

/** A dense office table; below 640 px each row is a card. */
export function DataTable<Row>(props: DataTableProps<Row>) {
	const { caption, captionShown, columns, rows, rowKey, rowTo, highlighted, wide, empty } = props;
	const t = useWords(uiWords);
	if (rows.length === 0)
		return <div className="px-5 py-6">{empty ?? <p className="text-muted">{t.table.none}</p>}</div>;
	return (
		<section
			aria-label={t.table.scroll(caption)}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
			tabIndex={0}
			className={cx("kit-table-scroll relative overflow-x-auto", !wide && "xl:overflow-visible")}
		>
			<table {...roles.table} className="kit-table w-full border-collapse text-[0.9375rem]">
				<caption className={captionShown ? "px-5 py-3 text-start font-semibold" : "sr-only"}>{caption}</caption>
				<thead {...roles.rowgroup}>
					<tr {...roles.row}>
						{columns.map((column) => (
							<th key={column.key} scope="col" {...roles.columnheader} className={kindOf(column)}>
								{column.header}
							</th>
						))}
					</tr>
				</thead>
				<tbody {...roles.rowgroup}>
					{rows.map((row) => {
						const to = rowTo?.(row);
						return (
							<tr
								key={rowKey(row)}
								{...roles.row}
								onClick={to ? followLink : undefined}
								data-opens={to ? true : undefined}
								className={highlighted?.(row) ? "bg-accent-soft/40" : undefined}
							>
								{columns.map((column, index) => (
									<Cell key={column.key} column={column} row={row} first={index === 0} to={to} />
								))}
							</tr>
						);
					})}
				</tbody>
			</table>
		</section>
	);
}

type CellProps<Row> = { column: Column<Row>; row: Row; first: boolean; to: string | null | undefined };

function Cell<Row>({ column, row, first, to }: CellProps<Row>) {
	const content = column.cell(row);
	const empty = content === null || content === undefined || content === "";
	if (first) {
		return (
			<th scope="row" {...roles.rowheader} className={kindOf(column)}>
				{to ? (
					<Link to={to} data-row-link>
						{content}
					</Link>
				) : (
					content
				)}
			</th>
		);
	}
	const label = column.label ?? (typeof column.header === "string" ? column.header : undefined);
	return (
		<td {...roles.cell} data-label={label} data-empty={empty || undefined} className={kindOf(column)}>
			{empty ? <span className="text-muted">–</span> : typeof content === "object" ? <div>{content}</div> : content}
		</td>
	);
}

/** What table.css goes by: a word a cell, because a page has a thousand of them. */
function kindOf({ numeric, tight }: { numeric?: boolean; tight?: boolean }): string | undefined {
	return cx(numeric && "num", tight && "tight") || undefined;
}

/** Presses beside the row's own links and buttons follow the row's link; selecting text does not. */
function followLink(event: MouseEvent<HTMLTableRowElement>): void {
	if ((event.target as Element).closest("a, button, input, label, summary, select")) return;
	if (window.getSelection()?.toString()) return;
	event.currentTarget.querySelector<HTMLAnchorElement>("a[data-row-link]")?.click();
}
