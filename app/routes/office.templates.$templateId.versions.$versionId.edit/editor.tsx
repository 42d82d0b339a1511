import { findItem } from "#app/domain/authoring/edits.ts";
import { partEdits } from "#app/domain/authoring/part-edits.ts";
import { ChecksEditor } from "#app/ui/authoring/checks-editor.tsx";
import { RuleEditor } from "#app/ui/authoring/rule-editor.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { Faults } from "./faults.tsx";
import { HeadEditor } from "./head-editor.tsx";
import { ItemEditor } from "./item-editor.tsx";
import { PartsEditor } from "./parts-editor.tsx";
import { SectionEditor } from "./section-editor.tsx";

/** The middle of the page: what is selected, and below it what still has to be looked at. */
export function Editor() {
	return (
		<div className="mx-auto grid max-w-3xl gap-6">
			<BulkBar />
			<Chosen />
			<Faults />
		</div>
	);
}

function Chosen() {
	const { draft, selected, actions } = useBuilderParts();
	const { definition } = draft;
	if (selected.kind === "item") {
		const found = findItem(definition, selected.code);
		// Removed, or under another code: by whoever writes along, or by an undo.
		return found ? <ItemEditor key={found.item.code} item={found.item} section={found.section} /> : null;
	}
	if (selected.kind === "section") {
		const section = definition.sections.find(({ code }) => code === selected.code);
		return section ? <SectionEditor key={section.code} section={section} /> : null;
	}
	if (selected.code === "head") return <HeadEditor />;
	if (selected.code === "rule")
		return (
			<RuleEditor
				definition={definition}
				value={definition.rule}
				onChange={(value) => actions.perform([{ do: "set_form", field: "rule", value }])}
			/>
		);
	if (selected.code === "figures" || selected.code === "lights" || selected.code === "lists")
		return <PartsEditor part={selected.code} />;
	return (
		<ChecksEditor
			definition={definition}
			value={definition.checks}
			onChange={(value) => actions.perform(partEdits("checks", definition.checks, value))}
		/>
	);
}
