import { listSchoolLetters } from "#app/domain/papers/letter-school-queries.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/** What the office has written to the school. */
export const loader = page("returns.fill", async ({ ctx }) => ({ letters: await listSchoolLetters(ctx) }));
