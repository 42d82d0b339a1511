import { answerProgram } from "#app/platform/api/serve.ts";
import { act, page } from "#app/platform/door.ts";

/** What programs outside read, with a key of the office instead of a session: `/api/v1/…`, described in `/api/openapi.json`. */
export const loader = page("anyone", answerProgram);

/** Nothing is written here: every method but reading is refused. */
export const action = act("anyone", answerProgram);
