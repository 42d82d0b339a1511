import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { attachClosestEdge, extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import { type RefObject, useEffect } from "react";
import type { Actions } from "./builder-context.ts";

export type Edge = "top" | "bottom" | null;

type Dragging = {
	row: RefObject<HTMLElement>;
	grip: RefObject<HTMLElement>;
	code: string;
	section: string;
	actions: Actions;
	/** Where the dragged row would go: above or below this one. */
	onEdge(edge: Edge): void;
};

/** A row that is dragged by its grip, and takes others above or below itself. */
export function useDragging({ row, grip, code, section, actions, onEdge }: Dragging): void {
	useEffect(() => {
		const [element, dragHandle] = [row.current, grip.current];
		if (!element || !dragHandle) return;
		return combine(
			draggable({ element, dragHandle, getInitialData: () => ({ item: code }) }),
			dropTargetForElements({
				element,
				canDrop: ({ source }) => typeof source.data.item === "string" && source.data.item !== code,
				getData: ({ input, element }) =>
					attachClosestEdge({ code }, { input, element, allowedEdges: ["top", "bottom"] }),
				onDrag: ({ self }) => onEdge(extractClosestEdge(self.data) as Edge),
				onDragLeave: () => onEdge(null),
				onDrop({ self, source }) {
					onEdge(null);
					const item = String(source.data.item);
					const above = extractClosestEdge(self.data) === "top";
					const items = actions.now().definition.sections.find((found) => found.code === section)?.items ?? [];
					const others = items.map((found) => found.code).filter((found) => found !== item);
					const after = above ? (others[others.indexOf(code) - 1] ?? null) : code;
					actions.perform([{ do: "move_item", item, section, after }]);
				},
			}),
		);
	}, [row, grip, code, section, actions, onEdge]);
}
