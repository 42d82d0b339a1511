import { page } from "#app/platform/door.ts";
import { photoAnswer } from "#app/platform/pictures/photo-answer.ts";

/** The same in small, for lists. */
export const loader = page("signed_in", (door) => photoAnswer(door, "thumb"));
