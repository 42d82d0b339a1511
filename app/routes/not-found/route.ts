import { problem } from "#app/domain/problem.ts";
import { page } from "#app/platform/door.ts";

/** Any address that is no page. */
export const loader = page("anyone", async () => {
	throw problem("not_found", {});
});

export { Nothing as default } from "./screen.tsx";
