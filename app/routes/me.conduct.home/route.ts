import { codeToAcknowledge, mySignatures, waitingToSign } from "#app/domain/conduct/own-queries.ts";
import { allows } from "#app/domain/people/policy.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/** What I have to read, and everything I ever signed: kept for whoever works at an office now, too. */
export const loader = page("signed_in", async ({ ctx, http }) => {
	const { actor } = ctx;
	const atSchool = allows(actor, "conduct.acknowledge");
	const memberships = (await http.session)?.memberships ?? [];
	const waiting = (await waitingToSign(ctx)).filter(({ schoolId }) => schoolId !== actor.unitId);
	const toRead = atSchool ? await codeToAcknowledge(ctx) : null;
	return {
		atSchool,
		unitId: actor.unitId,
		unitName: actor.unitName,
		current: toRead && {
			version: withoutText(toRead.version),
			standing: toRead.standing,
			remindedOn: toRead.remindedOn,
		},
		elsewhere: waiting.flatMap(({ schoolId, school }) => {
			const membership = memberships.find(({ unitId }) => unitId === schoolId);
			return membership ? [{ membershipId: membership.id, school }] : [];
		}),
		signed: await mySignatures(ctx),
	};
});

function withoutText<V extends { code: unknown }>({ code: _, ...line }: V): Omit<V, "code"> {
	return line;
}
