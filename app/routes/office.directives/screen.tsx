import { useLoaderData } from "@remix-run/react";
import ScrollText from "lucide-react/icons/scroll-text";
import { daysBetween } from "#app/domain/days.ts";
import { directivesWords } from "#app/i18n/directives.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { FilterForm, SearchBox } from "#app/ui/filters.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { titled } from "#app/ui/titled.ts";
import type { loader } from "./route.ts";

export const meta = titled(directivesWords, (t) => t.list.title);

/** The register of letters, newest first. */
export function Screen() {
	const { lines, next, q, today, mayWrite } = useLoaderData<typeof loader>();
	const { list: t, page } = useWords(directivesWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	const register = mayWrite && (
		<LinkButton variant="primary" to="/office/directives/new">
			{t.register}
		</LinkButton>
	);
	if (lines.length === 0 && q === "") {
		return (
			<>
				<PageHeader title={t.title} meta={t.meta} />
				<Card>
					<EmptyState title={t.emptyTitle} icon={<ScrollText />} action={register}>
						{t.emptyText}
					</EmptyState>
				</Card>
			</>
		);
	}
	return (
		<>
			<PageHeader title={t.title} meta={t.meta} actions={register} />
			<Card flush>
				<div className="border-b border-line px-4 py-3 sm:px-5">
					<FilterForm clear={q !== ""}>
						<SearchBox value={q} label={t.search} />
					</FilterForm>
				</div>
				<DataTable
					caption={t.title}
					rows={lines}
					rowKey={(row) => row.id}
					rowTo={(row) => `/office/directives/${row.id}`}
					empty={<p className="text-muted">{t.none}</p>}
					columns={[
						{ key: "number", header: t.number, cell: (row) => row.number, tight: true },
						{ key: "issued", header: t.issued, cell: (row) => formatDay(row.issuedOn), tight: true },
						{ key: "issuer", header: t.issuer, cell: (row) => row.issuer },
						{ key: "abstract", header: t.abstract, cell: (row) => row.abstract },
						{
							key: "tasks",
							header: t.tasks,
							cell: (row) =>
								row.tasks === 0 ? null : (
									<div className="grid justify-items-start gap-1">
										<span className="whitespace-nowrap">{t.tasksOf(n(row.ours), n(row.tasks))}</span>
										{row.ours > 0 && (
											<StatusBadge tone={row.unserved > 0 ? "warn" : "accent"}>
												{row.unserved > 0 ? t.unserved(n(row.unserved)) : t.served}
											</StatusBadge>
										)}
									</div>
								),
						},
						{
							key: "due",
							header: t.due,
							cell: (row) =>
								row.reportDueOn && (
									<>
										{formatDay(row.reportDueOn)}
										<span className="block text-sm text-muted">{page.left(daysBetween(today, row.reportDueOn))}</span>
									</>
								),
						},
					]}
				/>
				<Pager next={next} />
			</Card>
		</>
	);
}
