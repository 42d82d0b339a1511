import { findItem } from "#app/domain/authoring/edits.ts";
import { useBuilderParts } from "./builder-context.ts";

/** Where new items go: behind the item that is selected, or at the end of its section, or of the form. */
export function useTarget(): () => { section: string; after: string | null } {
	const { selected, actions } = useBuilderParts();
	return () => {
		const { definition } = actions.now();
		const found = selected.kind === "item" ? findItem(definition, selected.code) : null;
		if (found) return { section: found.section.code, after: found.item.code };
		const section =
			definition.sections.find(({ code }) => selected.kind === "section" && code === selected.code) ??
			definition.sections.at(-1);
		return { section: section?.code ?? "", after: section?.items.at(-1)?.code ?? null };
	};
}
