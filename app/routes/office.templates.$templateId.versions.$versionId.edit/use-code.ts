import type { ConductContent } from "#app/domain/conduct/content-schema.ts";
import { type Actions, useBuilderParts } from "./builder-context.ts";

const none: ConductContent = { modules: [] };

/** The code of the draft as it is drawn. */
export function useCode(): ConductContent {
	return useBuilderParts().draft.conduct ?? none;
}

/** The code as it is at this moment. */
export function codeNow(actions: Actions): ConductContent {
	return actions.now().conduct ?? none;
}
