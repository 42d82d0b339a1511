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
	/** The grip is in the page only once a script runs: that is when the row begins to listen. */
	live: boolean;
	/** Where the dragged row would go: above or below this one. */
	onEdge(edge: Edge): void;
};

/** A row that is dragged by its grip, and takes others above or below itself. */
export function useDragging({ row, grip, code, section, actions, onEdge, live }: Dragging): void {
	useEffect(() => {
		const [element, dragHandle] = [row.current, grip.current];
		if (!live || !element || !dragHandle) return;
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
	}, [row, grip, code, section, actions, onEdge, live]);
}

type Dropping = {
	head: RefObject<HTMLElement>;
	section: string;
	actions: Actions;
	/** Whether a row that is held above it would go in here. */
	onOver(over: boolean): void;
};

/** A section's head takes rows as its first: a section that is empty or closed has no row to drop them beside. */
export function useDroppingInto({ head, section, actions, onOver }: Dropping): void {
	useEffect(() => {
		const element = head.current;
		if (!element) return;
		return dropTargetForElements({
			element,
			canDrop: ({ source }) => typeof source.data.item === "string",
			onDragEnter: () => onOver(true),
			onDragLeave: () => onOver(false),
			onDrop({ source }) {
				onOver(false);
				actions.perform([{ do: "move_item", item: String(source.data.item), section, after: null }]);
			},
		});
	}, [head, section, actions, onOver]);
}
