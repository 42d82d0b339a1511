import { problem } from "#app/domain/problem.ts";
import { page } from "#app/platform/door.ts";

export const loader = page("anyone", async () => {
	throw problem("not_found", {});
});
