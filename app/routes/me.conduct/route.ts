import { allows } from "#app/domain/people/policy.ts";
import { page } from "#app/platform/door.ts";
import { frameOf } from "../school/frame.ts";

export { OwnFrame as default } from "./screen.tsx";

/** Around what a person reads and signs. Whoever left for an office keeps what they signed, in the plain frame of `/me`. */
export const loader = page("signed_in", async ({ ctx }) => ({
	...frameOf(ctx),
	atSchool: allows(ctx.actor, "school.read"),
}));
