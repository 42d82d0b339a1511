import { useLoaderData } from "@remix-run/react";
import { schoolWords } from "#app/i18n/schools.ts";
import { unitsWords } from "#app/i18n/units.ts";
import { FilterForm, FilterSelect, SearchBox } from "#app/ui/filters.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { loader } from "./route.ts";

/** Filters of the list; they live in the URL. */
export function Filters() {
	const t = useWords(unitsWords);
	const { kinds, ownerships } = useWords(schoolWords);
	const { search, districts, communes, managers } = useLoaderData<typeof loader>();
	const filtered = Object.values(search).some((value) => value !== null && value !== "");
	const named = (units: { id: string; name: string }[]) => units.map(({ id, name }) => ({ value: id, label: name }));
	const worded = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
	return (
		<FilterForm clear={filtered}>
			<SearchBox name="search" value={search.search} label={t.list.search} hint={t.list.searchHint} />
			<FilterSelect name="kind" label={t.columns.kind} value={search.kind ?? ""} options={worded(kinds)} />
			{districts.length > 0 && (
				<FilterSelect name="under" label={t.list.district} value={search.under ?? ""} options={named(districts)} />
			)}
			{communes && (
				<FilterSelect name="commune" label={t.columns.commune} value={search.commune ?? ""} options={named(communes)} />
			)}
			<FilterSelect
				name="ownership"
				label={t.columns.ownership}
				value={search.ownership ?? ""}
				options={worded(ownerships)}
			/>
			<FilterSelect name="manager" label={t.columns.manager} value={search.manager ?? ""} options={named(managers)} />
			<FilterSelect name="status" label={t.columns.status} value={search.status ?? ""} options={worded(t.statuses)} />
		</FilterForm>
	);
}
