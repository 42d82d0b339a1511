import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { attachClosestEdge, extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import { type RefObject, useEffect } from "react";
import { findClause, findModule } from "#app/domain/authoring/code-edits.ts";
import type { CodeEdit } from "#app/domain/authoring/code-schema.ts";
import type { ConductContent } from "#app/domain/conduct/content-schema.ts";
import type { Actions } from "./builder-context.ts";
import { codeNow } from "./use-code.ts";
import type { Edge } from "./use-dragging.ts";

type Dragging = {
	row: RefObject<HTMLElement>;
	grip: RefObject<HTMLElement>;
	kind: "module" | "clause";
	code: string;
	actions: Actions;
	/** The grip is in the page only once a script runs: that is when the row begins to listen. */
	live: boolean;
	/** Where the dragged row would go: above or below this one. */
	onEdge(edge: Edge): void;
};

/** A part or clause that is dragged by its grip, and takes others above or below itself; a part takes clauses as its first. */
export function useCodeDragging({ row, grip, kind, code, actions, onEdge, live }: Dragging): void {
	useEffect(() => {
		const [element, dragHandle] = [row.current, grip.current];
		if (!live || !element || !dragHandle) return;
		return combine(
			draggable({ element, dragHandle, getInitialData: () => ({ kind, moved: code }) }),
			dropTargetForElements({
				element,
				canDrop: ({ source: { data } }) =>
					data.moved !== code && (data.kind === kind || (data.kind === "clause" && kind === "module")),
				getData: ({ input, element }) =>
					attachClosestEdge({ code }, { input, element, allowedEdges: ["top", "bottom"] }),
				onDrag: ({ self, source }) =>
					onEdge(source.data.kind === kind ? (extractClosestEdge(self.data) as Edge) : "bottom"),
				onDragLeave: () => onEdge(null),
				onDrop({ self, source }) {
					onEdge(null);
					const content = codeNow(actions);
					const moved = String(source.data.moved);
					const above = extractClosestEdge(self.data) === "top";
					if (source.data.kind === "clause" && kind === "module")
						actions.perform([{ do: "move_clause", clause: moved, module: code, after: null }]);
					else
						actions.perform(
							kind === "clause" ? clauseTo(content, moved, code, above) : moduleTo(content, moved, code, above),
						);
				},
			}),
		);
	}, [row, grip, kind, code, actions, onEdge, live]);
}

function clauseTo(content: ConductContent, clause: string, target: string, above: boolean): CodeEdit[] {
	const module = findClause(content, target)?.module;
	if (!module) return [];
	return [{ do: "move_clause", clause, module: module.code, after: behind(module.clauses, clause, target, above) }];
}

/** A part that is put among those of another group speaks to that group from now on. */
function moduleTo(content: ConductContent, module: string, target: string, above: boolean): CodeEdit[] {
	const [own, beside] = [findModule(content, module), findModule(content, target)];
	if (!own || !beside) return [];
	const move: CodeEdit = { do: "move_module", module, after: behind(content.modules, module, target, above) };
	return own.group === beside.group
		? [move]
		: [{ do: "set_module", module, field: "group", value: beside.group }, move];
}

function behind(list: readonly { code: string }[], moved: string, target: string, above: boolean): string | null {
	const others = list.map(({ code }) => code).filter((code) => code !== moved);
	return above ? (others[others.indexOf(target) - 1] ?? null) : target;
}
