import { useLoaderData } from "@remix-run/react";
import { conductOfficeWords } from "#app/i18n/conduct-office.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { FilterForm, FilterSelect, SearchBox } from "#app/ui/filters.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { loader } from "./route.ts";

/** Filters of the list; they live in the URL, the step as a chip. */
export function Filters() {
	const { search, campaigns, communes } = useLoaderData<typeof loader>();
	const t = useWords(conductOfficeWords);
	const { kinds } = useWords(schoolWords);
	const { after: _, ...chosen } = search;
	return (
		<FilterForm keep={["stage"]} clear={Object.values(chosen).some(Boolean)}>
			<SearchBox value={search.q} label={t.search} hint={t.searchHint} />
			<FilterSelect
				name="campaign"
				label={t.campaign}
				all={t.allCampaigns}
				value={search.campaign ?? ""}
				options={campaigns.map(({ id, title }) => ({ value: id, label: title }))}
			/>
			<FilterSelect
				name="commune"
				label={t.commune}
				value={search.commune ?? ""}
				options={communes.map(({ id, name }) => ({ value: id, label: name }))}
			/>
			<FilterSelect
				name="kind"
				label={t.kind}
				value={search.kind ?? ""}
				options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
			/>
			<FilterSelect
				name="outdated"
				label={t.basis}
				value={search.outdated ?? ""}
				options={[{ value: "1", label: t.onlyOutdated }]}
			/>
		</FilterForm>
	);
}
