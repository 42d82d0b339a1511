import { useLoaderData } from "@remix-run/react";
import { importWords } from "#app/i18n/unit-imports.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Fold } from "../office.units/fold.tsx";
import type { loader } from "./route.ts";

/** Rows that are no schools, told one by one: nothing of the file is passed over in silence. */
export function Skipped() {
	const t = useWords(importWords);
	const { skipped } = useLoaderData<typeof loader>();
	if (skipped.length === 0) return null;
	return (
		<Fold title={t.preview.skippedTitle(skipped.length)}>
			<ul className="grid gap-1 px-4 pb-4 text-sm sm:px-5">
				{skipped.slice(0, 200).map((row) => (
					<li key={row.line}>{t.preview.skippedLine(row.line, t.skipped[row.why], row.text)}</li>
				))}
			</ul>
		</Fold>
	);
}
