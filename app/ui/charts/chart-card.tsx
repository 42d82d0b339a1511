import type { ReactNode } from "react";
import type { Cell, Column } from "#app/domain/reports/schema.ts";
import { formatDay, formatNumber, formatTenths } from "#app/i18n/format.ts";
import { picturesWords } from "#app/i18n/pictures.ts";
import { LinkButton } from "../button.tsx";
import { Card, CardHeader } from "../card.tsx";
import { useLocale, useWords } from "../locale.tsx";
import { DataTable } from "../table.tsx";
import type { Frame } from "./marks.tsx";

type Row = { cells: Cell[]; to: string | null };

type Props = {
	id: string;
	title: string;
	note?: ReactNode;
	actions?: ReactNode;
	/** What is chosen about the picture, above it. */
	choices?: ReactNode;
	/** Draws it to a width. */
	draw: (frame: Frame) => ReactNode;
	linked: boolean;
	/** Width of the drawing where there is room: the office's pages are wider than the school's. */
	width?: number;
	table: { columns: Column[]; rows: Row[] };
	/** Address of its files, without the ending; and what follows the ending. */
	file: string;
	query?: string;
	/** Below the drawing: what it cannot say. */
	children?: ReactNode;
};

/** One picture: drawn for a page and for a phone, its figures as a table, its files. */
export function ChartCard(props: Props) {
	const { id, title, note, actions, choices, draw, linked, width = 940, table, file, query = "", children } = props;
	const t = useWords(picturesWords);
	return (
		<Card labelledBy={id}>
			<CardHeader id={id} title={title} note={note} actions={actions} />
			{choices && <div className="mb-3">{choices}</div>}
			<div className="md:hidden print:hidden">{draw({ width: 320, id: `${id}-s`, linked })}</div>
			<div className="hidden md:block print:block">{draw({ width, id: `${id}-w`, linked })}</div>
			{children}
			<details className="group mt-4" data-print="hide">
				<summary className="flex min-h-12 items-center gap-2 font-medium text-accent-ink underline underline-offset-4">
					{t.table}
				</summary>
				<div className="-mx-4 max-h-[32rem] overflow-auto border-y border-line sm:-mx-5">
					<Figures title={title} table={table} />
				</div>
			</details>
			<nav aria-label={t.downloads(title)} className="mt-3" data-print="hide">
				<ul className="flex flex-wrap gap-2">
					{(["svg", "png", "xlsx"] as const).map((type) => (
						<li key={type}>
							<LinkButton size="small" reloadDocument to={`${file}.${type}${query}`}>
								{type.toUpperCase()}
							</LinkButton>
						</li>
					))}
				</ul>
			</nav>
		</Card>
	);
}

function Figures({ title, table }: Pick<Props, "title" | "table">) {
	const locale = useLocale();
	return (
		<DataTable
			caption={title}
			wide
			rows={table.rows.map((row, at) => ({ ...row, key: String(at) }))}
			rowKey={({ key }) => key}
			rowTo={({ to }) => to}
			columns={table.columns.map(({ label, kind }, at) => ({
				key: String(at),
				header: label,
				numeric: kind === "integer" || kind === "tenths",
				cell: ({ cells }: Row) => {
					const given = cells[at] ?? null;
					const value = given !== null && typeof given === "object" ? given.value : given;
					if (typeof value === "number")
						return kind === "tenths" ? formatTenths(value, locale) : formatNumber(value, locale);
					return kind === "day" && value ? formatDay(value) : value;
				},
			}))}
		/>
	);
}
