import { Form, useLoaderData } from "@remix-run/react";
import type { Field } from "#app/domain/units/import-schema.ts";
import { importWords } from "#app/i18n/unit-imports.ts";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Select } from "#app/ui/select.tsx";
import { Fold } from "../office.units/fold.tsx";
import type { loader } from "./route.ts";

/** `A`, `B`, … `AA`: as the spreadsheet calls its columns. */
function letterOf(index: number): string {
	const last = String.fromCharCode(65 + (index % 26));
	return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** Which column holds what, as recognised; a person may choose otherwise. */
export function Columns() {
	const t = useWords(importWords);
	const { header } = useLoaderData<typeof loader>();
	const options = header.columns
		.filter((column) => column.header !== "" || column.sample !== "")
		.map(({ index, header, sample }) => ({
			value: String(index),
			label: t.preview.column(letterOf(index), header, sample.slice(0, 40)),
		}));
	return (
		<Fold title={t.preview.mapping}>
			<Form method="post" className="grid gap-4 px-4 pb-5 sm:px-5">
				<p className="text-muted">{t.preview.mappingNote}</p>
				<div className="grid gap-4 sm:grid-cols-2">
					{(Object.keys(t.fields) as Field[]).map((field) => (
						<Select
							key={`${field} ${header.mapping[field]}`}
							name={field}
							label={t.fields[field]}
							options={options}
							empty={t.preview.noColumn}
							defaultValue={header.mapping[field] === undefined ? "" : String(header.mapping[field])}
						/>
					))}
				</div>
				<div>
					<Button type="submit" name="intent" value="remap">
						{t.preview.remap}
					</Button>
				</div>
			</Form>
		</Fold>
	);
}
