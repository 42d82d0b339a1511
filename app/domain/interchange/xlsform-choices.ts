/** The sheet `choices`: options by list. */
import type { Words } from "../forms/expression-schema.ts";
import { wordsOf } from "./cells.ts";
import type { Report } from "./report.ts";
import type { Sheet } from "./xlsform-sheet.ts";

export type Option = { value: string; label: Words; refused?: Words; own: string };
export type Lists = ReadonlyMap<string, readonly Option[]>;

const valueLimit = 60;

export function readChoices(sheet: Sheet | null, report: Report): Lists {
	const lists = new Map<string, Option[]>();
	for (const row of sheet?.rows ?? []) {
		const list = row.cell("list_name");
		const name = row.cell("name") || row.cell("value");
		const value = (row.cell("dtb_value") || name).normalize("NFC");
		if (list === "") {
			if (name !== "") report.add(row.line, "error", "list_missing", name);
			continue;
		}
		const options = lists.get(list) ?? [];
		lists.set(list, options);
		const label = row.words("label");
		if (value === "") report.add(row.line, "error", "option_nameless", label?.vi ?? list);
		else if (value.length > valueLimit) report.add(row.line, "error", "option_long", value);
		else if (options.some((option) => option.value === value))
			report.add(row.line, "error", "option_twice", `${list}: ${value}`);
		else {
			if (label === undefined) report.add(row.line, "info", "label_missing", value);
			if (["media::image", "media::audio", "media::video"].some((name) => row.cell(name) !== "")) {
				report.add(row.line, "warning", "media_left", value);
			}
			const refused = wordsOf(row.cell("dtb_refused"), row.cell("dtb_refused_en"));
			options.push({
				value,
				label: label ?? { vi: value },
				...(refused ? { refused } : {}),
				own: row.cell("dtb_own_label").toLowerCase(),
			});
		}
	}
	return lists;
}
