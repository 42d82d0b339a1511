import { useLoaderData, useLocation } from "@remix-run/react";
import { isId } from "#app/domain/id.ts";
import { auditWords } from "#app/i18n/audit.ts";
import { formatTime } from "#app/i18n/format.ts";
import { Card } from "#app/ui/card.tsx";
import { FilterForm, FilterSelect, SearchBox } from "#app/ui/filters.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { titled } from "#app/ui/titled.ts";
import { withParam } from "#app/ui/url.ts";
import { Changes } from "./changes.tsx";
import { DayBox, OnlyChips } from "./filters.tsx";
import type { loader } from "./route.ts";

export const meta = titled(auditWords, (t) => t.title);

type Line = ReturnType<typeof useLoaderData<typeof loader>>["lines"][number];

export function Screen() {
	const { lines, next, searchedTo, filters } = useLoaderData<typeof loader>();
	const t = useWords(auditWords);
	const filtered = Object.values(filters).some((value) => value !== "");
	return (
		<>
			<PageHeader title={t.title} meta={t.meta} />
			<div className="mb-4 space-y-3">
				<FilterForm keep={["subject"]} clear={filtered}>
					<SearchBox name="unit" label={t.filters.unit} value={isId(filters.unit) ? "" : filters.unit} />
					<SearchBox name="person" label={t.filters.person} value={isId(filters.person) ? "" : filters.person} />
					<FilterSelect name="event" label={t.filters.event} value={filters.event} options={eventOptions(t.events)} />
					<DayBox name="from" label={t.filters.from} value={filters.from} />
					<DayBox name="to" label={t.filters.to} value={filters.to} />
				</FilterForm>
				<OnlyChips filters={filters} />
			</div>
			<Card flush>
				<DataTable
					caption={t.caption}
					columns={useColumns()}
					rows={lines}
					rowKey={(line) => `${line.unitId}/${line.seq}`}
					empty={<p className="text-muted">{filtered ? t.none : t.empty}</p>}
				/>
				<Pager next={next} summary={searchedTo ? t.searchedTo(formatTime(searchedTo)) : undefined} />
			</Card>
			<p className="mt-4 text-sm text-muted" data-print="hide">
				{t.verify} <code>npm run audit:verify</code>
			</p>
		</>
	);
}

function eventOptions(names: Record<string, string>) {
	return Object.entries(names).map(([value, label]) => ({ value, label }));
}

function useColumns(): Column<Line>[] {
	const t = useWords(auditWords);
	const location = useLocation();
	const only = (param: string, value: string, text: string) => (
		<TextLink to={withParam(location, param, value)}>{text}</TextLink>
	);
	return [
		{
			key: "at",
			header: t.columns.at,
			tight: true,
			cell: (line) => <time dateTime={line.at}>{formatTime(line.at)}</time>,
		},
		{
			key: "person",
			header: t.columns.person,
			cell: (line) => (line.personId ? only("person", line.personId, line.personName) : line.personName || t.nobody),
		},
		{ key: "event", header: t.columns.event, cell: (line) => t.events[line.event] ?? line.event },
		{
			key: "unit",
			header: t.columns.unit,
			cell: (line) => (line.unitName ? only("unit", line.unitId, line.unitName) : t.noUnit),
		},
		{
			key: "subject",
			header: t.columns.subject,
			cell: (line) => only("subject", line.subject, subjectName(line.subject, t.kinds)),
		},
		{ key: "changes", header: t.columns.changes, cell: (line) => <Changes changes={line.changes} /> },
	];
}

/** `return/<id>` as its kind and the end of the id, which is what tells two of them apart. */
function subjectName(subject: string, kinds: Record<string, string>): string {
	const [kind = "", id = ""] = subject.split("/", 2);
	return `${kinds[kind] ?? kind} …${id.slice(-6)}`;
}
