import { useLoaderData } from "@remix-run/react";
import { formatNumber } from "#app/i18n/format.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { unitsWords } from "#app/i18n/units.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import type { loader } from "./route.ts";

/** The facts of a school to read: for those who may not change them, and of a closed school. */
export function SchoolFacts() {
	const { columns } = useWords(unitsWords);
	const { kinds, ownerships } = useWords(schoolWords);
	const locale = useLocale();
	const { school } = useLoaderData<typeof loader>();
	const figure = (value: number | null) => (value === null ? "–" : formatNumber(value, locale));
	const values = {
		kind: kinds[school.kind],
		ownership: ownerships[school.ownership],
		commune: school.commune,
		manager: school.manager,
		classrooms: figure(school.classrooms),
		pupils: figure(school.pupils),
		staff: figure(school.staff),
		sites: figure(school.sites),
	};
	const keys = Object.keys(values) as (keyof typeof values)[];
	return <SummaryList rows={keys.map((key) => ({ key, term: columns[key], value: values[key] }))} />;
}
