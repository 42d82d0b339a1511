import { useLoaderData } from "@remix-run/react";
import Printer from "lucide-react/icons/printer";
import School from "lucide-react/icons/school";
import UserPlus from "lucide-react/icons/user-plus";
import { formatNumber } from "#app/i18n/format.ts";
import { peopleWords } from "#app/i18n/people.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { FilterChips, FilterForm, FilterSelect, SearchBox } from "#app/ui/filters.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import { titled } from "#app/ui/titled.ts";
import { CreatePanel } from "./create-panel.tsx";
import { stateTones } from "./parts.tsx";
import type { loader } from "./route.ts";
import { SchoolsPanel } from "./schools-panel.tsx";
import { SlipsPanel } from "./slips-panel.tsx";

export const meta = titled(peopleWords, (t) => t.list.title);

export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type Row = Loaded["rows"][number];

const states = ["invited", "active", "locked", "blocked"] as const;

export function Screen() {
	const t = useWords(peopleWords);
	const { rows, next, filtered, panel } = useLoaderData<typeof loader>();
	const actions = (
		<>
			<LinkButton to="?do=create" icon={<UserPlus />}>
				{t.list.add}
			</LinkButton>
			<LinkButton to="?do=schools" icon={<School />}>
				{t.list.schools}
			</LinkButton>
			<LinkButton to="?do=slips" icon={<Printer />}>
				{t.list.slips}
			</LinkButton>
		</>
	);
	return (
		<>
			<PageHeader title={t.list.title} meta={t.list.meta} actions={actions} />
			<div className="grid gap-5">
				{panel?.is === "create" && <CreatePanel panel={panel} />}
				{panel?.is === "schools" && <SchoolsPanel panel={panel} />}
				{panel?.is === "slips" && <SlipsPanel panel={panel} />}
				<Filters />
				<Card flush>
					<DataTable
						caption={t.list.title}
						columns={useColumns()}
						rows={rows}
						rowKey={(row) => row.membershipId}
						rowTo={(row) => (row.mayManage ? `/office/people/${row.personId}` : null)}
						empty={filtered ? <p className="text-muted">{t.list.none}</p> : <Teaching />}
					/>
					<Pager next={next} />
				</Card>
			</div>
		</>
	);
}

function useColumns(): Column<Row>[] {
	const t = useWords(peopleWords);
	return [
		{ key: "name", header: t.list.name, cell: (row) => row.name },
		{ key: "username", header: t.list.username, cell: (row) => row.username, tight: true },
		{ key: "role", header: t.list.role, cell: (row) => t.roles[row.role], tight: true },
		{ key: "unit", header: t.list.unit, cell: (row) => row.unitName },
		{
			key: "state",
			header: t.list.state,
			tight: true,
			cell: (row) => <StatusBadge tone={stateTones[row.state]}>{t.states[row.state]}</StatusBadge>,
		},
	];
}

function Filters() {
	const t = useWords(peopleWords);
	const locale = useLocale();
	const { filter, filtered, units, counts } = useLoaderData<typeof loader>();
	const roles = Object.entries(t.roles).map(([value, label]) => ({ value, label }));
	const all = states.reduce((sum, state) => sum + counts[state], 0);
	const chips = [
		{ value: "", label: t.list.all, count: formatNumber(all, locale) },
		...states.map((value) => ({
			value,
			label: t.states[value],
			count: formatNumber(counts[value], locale),
			tone: stateTones[value],
		})),
	];
	return (
		<div className="grid gap-3">
			<FilterForm keep={["state", "do"]} clear={filtered}>
				<SearchBox value={filter.q} label={t.list.search} />
				<FilterSelect
					name="unit"
					label={t.list.unitFilter}
					value={filter.unit ?? ""}
					options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
				/>
				<FilterSelect name="role" label={t.list.role} value={filter.role ?? ""} options={roles} />
			</FilterForm>
			<FilterChips label={t.list.state} param="state" chips={chips} current={filter.state ?? ""} />
		</div>
	);
}

function Teaching() {
	const t = useWords(peopleWords);
	return (
		<EmptyState
			title={t.list.emptyTitle}
			action={
				<LinkButton to="?do=schools" variant="primary">
					{t.list.schools}
				</LinkButton>
			}
		>
			{t.list.emptyText}
		</EmptyState>
	);
}
