import { page } from "#app/platform/door.ts";
import { photoAnswer } from "#app/platform/pictures/photo-answer.ts";

/** A photograph of an answer, for the school and for the offices that may read single answers. */
export const loader = page("signed_in", (door) => photoAnswer(door, "whole"));
