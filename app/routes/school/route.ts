import { page } from "#app/platform/door.ts";
import { frameOf } from "./frame.ts";

export { Frame as default } from "./screen.tsx";

/** The frame around every page of a school. */
export const loader = page("school.read", async ({ ctx }) => frameOf(ctx));
