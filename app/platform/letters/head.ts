import type { Letterhead, Paper } from "#app/domain/paper.ts";
import type { LetterHead } from "#app/domain/papers/letter-schema.ts";
import { USUAL_CAPACITY } from "#app/domain/papers/rules.ts";

/** How a letter is signed; null of a draft, whose number, day and name are left free. */
export type Signing = { number: number; issuedOn: string; capacity: readonly string[]; signer: string };

/** `year` stands where the day is still free. */
export function headOf(head: LetterHead, signing: Signing | null, year: string): Letterhead {
	return {
		superior: head.superior || null,
		issuer: head.issuer,
		number: signing?.number ?? null,
		sign: head.sign,
		place: head.place,
		day: signing?.issuedOn ?? year,
	};
}

export function closingOf(recipients: string[], signing: Signing | null): Pick<Paper, "recipients" | "signatures"> {
	return {
		recipients,
		signatures: [{ capacity: signing?.capacity ?? [USUAL_CAPACITY], name: signing?.signer ?? "" }],
	};
}
