import { findClause, findModule } from "#app/domain/authoring/code-edits.ts";
import { useBuilderParts } from "./builder-context.ts";
import { ClauseEditor } from "./clause-editor.tsx";
import { CodeBulkBar } from "./code-bulk-bar.tsx";
import { CodeFaults } from "./code-faults.tsx";
import { HeadEditor } from "./head-editor.tsx";
import { ModuleEditor } from "./module-editor.tsx";
import { useCode } from "./use-code.ts";

/** The middle of the page while a code is written: what is selected, and below it what still has to be looked at. */
export function CodeEditor() {
	return (
		<div className="mx-auto grid max-w-3xl gap-6">
			<CodeBulkBar />
			<Chosen />
			<CodeFaults />
		</div>
	);
}

function Chosen() {
	const { selected } = useBuilderParts();
	const content = useCode();
	if (selected.kind === "clause") {
		const found = findClause(content, selected.code);
		return found ? <ClauseEditor key={found.clause.code} clause={found.clause} module={found.module} /> : null;
	}
	if (selected.kind === "module") {
		const module = findModule(content, selected.code);
		return module ? <ModuleEditor key={module.code} module={module} /> : null;
	}
	return <HeadEditor />;
}
