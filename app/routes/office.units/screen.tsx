import { useLoaderData } from "@remix-run/react";
import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import School from "lucide-react/icons/school";
import type { ReactNode } from "react";
import { formatNumber } from "#app/i18n/format.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { unitsWords } from "#app/i18n/units.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { cx } from "#app/ui/cx.ts";
import { EmptyState } from "#app/ui/empty.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import { titled } from "#app/ui/titled.ts";
import { Filters } from "./filters.tsx";
import type { loader } from "./route.ts";
import { Tree } from "./tree.tsx";

export const meta = titled(unitsWords, (t) => t.title);

export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type Row = Loaded["schools"][number];

/** The office's schools, by commune and by filter. */
export function Screen() {
	const t = useWords(unitsWords);
	const { schools, next, previous, search, tree, mayWrite } = useLoaderData<typeof loader>();
	const columns = useColumns();
	const known = tree.reduce((sum, branch) => sum + branch.schools + branch.closed, 0);
	const open = tree.reduce((sum, branch) => sum + branch.schools, 0);
	const toImport = mayWrite && (
		<LinkButton variant="primary" to="/office/units/import" icon={<FileSpreadsheet />}>
			{t.list.import}
		</LinkButton>
	);
	const filtered = Object.values(search).some((value) => value !== null && value !== "");
	if (known === 0 && schools.length === 0 && !filtered) {
		return (
			<>
				<PageHeader title={t.title} />
				<Card>
					<EmptyState title={t.list.emptyTitle} icon={<School />} action={toImport}>
						{t.list.emptyText}
					</EmptyState>
				</Card>
			</>
		);
	}
	return (
		<>
			<PageHeader title={t.title} meta={t.list.meta(open, tree.length)} actions={toImport} />
			<div className="grid items-start gap-5 2xl:grid-cols-[15rem_minmax(0,1fr)]">
				<Tree />
				<div className="grid min-w-0 gap-4">
					<Filters />
					<Card flush>
						<DataTable
							caption={t.list.table}
							columns={columns}
							rows={schools}
							rowKey={(school) => school.id}
							rowTo={(school) => `/office/units/${school.id}`}
							empty={<p className="text-muted">{t.list.none}</p>}
						/>
						<Pager next={next} previous={previous} />
					</Card>
				</div>
			</div>
		</>
	);
}

function useColumns(): Column<Row>[] {
	const t = useWords(unitsWords);
	const { kinds, ownerships } = useWords(schoolWords);
	const locale = useLocale();
	const figure = (key: "classrooms" | "pupils" | "staff" | "sites"): Column<Row> => ({
		key,
		header: t.columns[key],
		numeric: true,
		cell: (school) => (school[key] === null ? null : formatNumber(school[key], locale)),
	});
	return [
		{
			key: "name",
			header: t.columns.name,
			cell: (school) => (
				<TwoLines below={school.code}>
					{school.name}
					{school.status === "closed" && (
						<span className="ms-2 inline-block">
							<StatusBadge>{t.statuses.closed}</StatusBadge>
						</span>
					)}
				</TwoLines>
			),
		},
		{
			key: "kind",
			header: t.columns.kind,
			cell: (school) => (
				<TwoLines tight below={ownerships[school.ownership]}>
					{kinds[school.kind]}
				</TwoLines>
			),
		},
		{
			key: "commune",
			header: t.list.place,
			cell: (school) => (
				<TwoLines tight below={school.manager}>
					{school.commune}
				</TwoLines>
			),
		},
		figure("classrooms"),
		figure("pupils"),
		figure("staff"),
		figure("sites"),
	];
}

/** Two facts that belong together in one cell: the table stays narrow enough for a laptop. */
function TwoLines({ children, below, tight }: { children: ReactNode; below: ReactNode; tight?: boolean }) {
	return (
		<>
			<span className={cx("block", tight && "lg:whitespace-nowrap")}>{children}</span>
			<span className={cx("block text-sm font-normal text-muted", tight && "lg:min-w-44")}>{below}</span>
		</>
	);
}
