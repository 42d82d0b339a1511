import type { Ctx, Role } from "../ctx.ts";
import { type OwnStanding, standingOf } from "./rules.ts";
import type { LoadedVersion } from "./versions.ts";

/** Where one active member of the school stands with a version. For principal and deputy only. */
export type MemberStanding = {
	personId: string;
	name: string;
	role: Role;
	standing: OwnStanding;
	openedAt: string | null;
	readAt: string | null;
	signedAt: string | null;
	/** Last day on which they were reminded of this version. */
	remindedOn: string | null;
};

/** How many of the school's active members stand where. `asked` = `members` − `earlier`; `missing` = `asked` − `signed`. */
export type StaffCounts = {
	members: number;
	asked: number;
	signed: number;
	earlier: number;
	opened: number;
	read: number;
	missing: number;
};

/** Active members of a school: everybody with a role there that has not ended, and an account that is not blocked. */
function membersOf(ctx: Pick<Ctx, "db">, schoolId: string) {
	return ctx.db
		.selectFrom("membership")
		.innerJoin("person", "person.id", "membership.person_id")
		.where("membership.unit_id", "=", schoolId)
		.where("membership.ended_at", "is", null)
		.where("person.status", "<>", "blocked");
}

/** How many active members a school has. */
export async function countMembers(ctx: Pick<Ctx, "db">, schoolId: string): Promise<number> {
	const { n } = await membersOf(ctx, schoolId)
		.select((eb) => eb.fn.countAll<number>().as("n"))
		.executeTakeFirstOrThrow();
	return Number(n);
}

/** Every active member of the school and where they stand with a version, by name. Not for eyes outside the school. */
export async function standings(
	ctx: Pick<Ctx, "db">,
	version: Pick<LoadedVersion, "school_id" | "id" | "number" | "covers_from">,
): Promise<MemberStanding[]> {
	const schoolId = version.school_id;
	const rows = await membersOf(ctx, schoolId)
		.leftJoin("acknowledgement as a", (join) =>
			join
				.onRef("a.person_id", "=", "membership.person_id")
				.on("a.school_id", "=", schoolId)
				.on("a.version_id", "=", version.id),
		)
		.select(["person.id", "person.name", "membership.role", "a.opened_at", "a.read_at", "a.signed_at"])
		.select((eb) => [
			eb
				.selectFrom("conduct_notice as n")
				.select((eb) => eb.fn.max("n.sent_on").as("on"))
				.whereRef("n.person_id", "=", "person.id")
				.where("n.school_id", "=", schoolId)
				.where("n.version_id", "=", version.id)
				.as("reminded_on"),
		])
		.orderBy("person.search")
		.orderBy("person.id")
		.execute();
	const signed = await signedNumbers(ctx, schoolId);
	return rows.map((row) => {
		const own = { openedAt: row.opened_at, readAt: row.read_at, signedAt: row.signed_at };
		const { number, covers_from: coversFrom } = version;
		return {
			personId: row.id,
			name: row.name,
			role: row.role as Role,
			standing: standingOf({ number, coversFrom }, own, signed.get(row.id) ?? []),
			...own,
			remindedOn: row.reminded_on,
		};
	});
}

/** Numbers of the versions that people signed at a school, by person; of one person with `personId`. */
export async function signedNumbers(
	ctx: Pick<Ctx, "db">,
	schoolId: string,
	personId?: string,
): Promise<Map<string, number[]>> {
	let query = ctx.db
		.selectFrom("acknowledgement as a")
		.innerJoin("conduct_version as v", (join) =>
			join.onRef("v.school_id", "=", "a.school_id").onRef("v.id", "=", "a.version_id"),
		)
		.select(["a.person_id", "v.number"])
		.where("a.school_id", "=", schoolId)
		.where("a.signed_at", "is not", null);
	if (personId !== undefined) query = query.where("a.person_id", "=", personId);
	const numbers = new Map<string, number[]>();
	for (const { person_id, number } of await query.execute()) {
		numbers.set(person_id, [...(numbers.get(person_id) ?? []), number]);
	}
	return numbers;
}

/** The same as numbers, without names. */
export function countStandings(members: readonly Pick<MemberStanding, "standing">[]): StaffCounts {
	const of = (standing: OwnStanding) => members.filter((member) => member.standing === standing).length;
	const [signed, earlier] = [of("signed"), of("earlier")];
	const asked = members.length - earlier;
	return {
		members: members.length,
		asked,
		signed,
		earlier,
		opened: of("opened"),
		read: of("read"),
		missing: asked - signed,
	};
}
