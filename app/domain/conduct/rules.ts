import type { Role } from "../ctx.ts";
import { addDays } from "../days.ts";
import { searchKey } from "../text.ts";
import {
	type ConductContent,
	type ConductGroup,
	type ConductModule,
	conductGroup,
	conductRelation,
	hasPupils,
} from "./content-schema.ts";
import type {
	ConductStage,
	ReadableClause,
	ReadableCode,
	SchoolContent,
	SchoolModule,
	VersionState,
} from "./schema.ts";

/**
 * Where a version may go from each state. Without a majority a consultation leads back to the draft, and so does a school that
 * wants to change the text after it was read; a decision may be corrected until it is published.
 */
const next = {
	draft: ["consulting"],
	consulting: ["consulted", "draft"],
	consulted: ["decided", "draft"],
	decided: ["decided", "published"],
	published: ["superseded"],
	superseded: [],
} as const satisfies Record<VersionState, readonly VersionState[]>;

/** Whether a version in `from` may go to `to`. */
export function mayGo(from: VersionState, to: VersionState): boolean {
	return (next[from] as readonly VersionState[]).includes(to);
}

const stages: Record<Exclude<VersionState, "superseded">, ConductStage> = {
	draft: "adapting",
	consulting: "consulting",
	consulted: "consulted",
	decided: "decided",
	published: "published",
};

/** Where a school stands, by the states of its versions. */
export function stageOf(states: readonly VersionState[]): ConductStage {
	if (states.includes("published")) return "published";
	const open = states.find((state) => state !== "superseded");
	return open === undefined ? "none" : stages[open];
}

/** The modules that a school of this kind gets on a day: in force, for its kind, and of pupils only where they are a group. */
export function modulesFor(content: ConductContent, kind: string, day: string): ConductModule[] {
	return content.modules.filter(
		(module) =>
			(module.validFrom === null || module.validFrom <= day) &&
			(module.validTo === null || day <= module.validTo) &&
			(module.kinds === undefined || module.kinds.includes(kind)) &&
			(module.group !== "pupils" || hasPupils(kind)),
	);
}

/** Clauses that people read: those that the school did not drop. */
export function clausesInForce(module: Pick<SchoolModule, "clauses">): SchoolModule["clauses"] {
	return module.clauses.filter((clause) => clause.status !== "dropped");
}

/** Modules of which something is left to read. */
export function modulesInForce(content: Pick<SchoolContent, "modules">): SchoolModule[] {
	return content.modules.filter((module) => clausesInForce(module).length > 0);
}

/**
 * The code as people read it: groups, in each the relations, in each the clauses in order. Screen, paper and fingerprint all
 * take it from here, so that what is signed is what was shown.
 */
export function codeToRead(content: Pick<SchoolContent, "modules" | "basis">): ReadableCode {
	const modules = modulesInForce(content);
	const groups = conductGroup.options.flatMap((group) => {
		const own = modules.filter((module) => module.group === group);
		if (own.length === 0) return [];
		const relations = conductRelation.options.flatMap((relation) => {
			const clauses = own.filter((module) => module.relation === relation).flatMap(clausesInForce);
			return clauses.length === 0 ? [] : [{ relation, clauses: clauses.map(readable) }];
		});
		const basis = [...new Set(own.flatMap((module) => module.legalBasis.map(({ text }) => text)))];
		return [{ group, basis, relations }];
	});
	return { basis: [...content.basis], groups };
}

function readable({ code, stance, text }: ReadableClause): ReadableClause {
	return { code, stance, text: text.en === undefined ? { vi: text.vi } : { vi: text.vi, en: text.en } };
}

/** The word with which what must not be done opens: many clauses say it themselves. */
const opening = /^(không|do not)(?!\p{L})\s*/iu;

/** Whether a clause of what must not be done says *Không* itself. */
export function saysNot(stance: ReadableClause["stance"], text: string): boolean {
	return stance === "must_not" && opening.test(text);
}

/** A clause as it stands beside the word *Nên* or *Không*, which is not said twice. */
export function besideStance(stance: ReadableClause["stance"], text: string): string {
	return saysNot(stance, text) ? text.replace(opening, "") || text : text;
}

/** Rules that codes used to cite and that others replaced: Thông tư 03/2026 Đ15. */
const repealed: readonly { cited: RegExp; from: string }[] = [
	{ cited: /\b16 2008( qd)? bgd ?dt\b/, from: "2026-01-30" },
	{ cited: /\bdieu 6 (cua )?(thong tu )?(so )?0?6 2019\b|\b0?6 2019( tt)? bgd ?dt dieu 6\b/, from: "2026-01-30" },
];

/** Lines that say that a rule is replaced name it without standing on it. */
const saysReplaced = /\b(thay the|bai bo|het hieu luc)\b/;

/** First day on which a rule that a line of legal basis stands on is repealed; null when none is known to be. */
export function repealedFrom(line: string): string | null {
	const key = searchKey(line);
	if (saysReplaced.test(key)) return null;
	return repealed.find(({ cited }) => cited.test(key))?.from ?? null;
}

/** First day on which the text cites a repealed rule, by its modules' own days and the lines of legal basis; null: none known. */
export function outdatedFrom(content: Pick<SchoolContent, "modules" | "basis">): string | null {
	const modules = modulesInForce(content);
	const days = [
		...modules.map(({ validTo }) => (validTo === null ? null : addDays(validTo, 1))),
		...modules.flatMap(({ legalBasis }) => legalBasis.map(({ text }) => repealedFrom(text))),
		...content.basis.map(repealedFrom),
	].filter((day) => day !== null);
	return days.sort()[0] ?? null;
}

/** Codes between spaces, ` a b `, as `conduct_version` keeps them. */
export function spaced(codes: readonly string[]): string {
	return codes.length === 0 ? "" : ` ${[...new Set(codes)].join(" ")} `;
}

/** The codes in such a list. */
export function unspaced(list: string): string[] {
	return list.split(" ").filter(Boolean);
}

/** Share that agreed, 0–100, cut and not rounded: 50.9 % is never shown as 51. Null without a voice. */
export function agreedPercent(agreed: number, voices: number): number | null {
	return sharePercent(agreed, voices);
}

/** A share in whole percent, 0–100, cut; null of nothing. */
export function sharePercent(part: number, whole: number): number | null {
	return whole <= 0 ? null : Math.min(100, Math.max(0, Math.floor((part * 100) / whole)));
}

/** Thông tư 06/2019 Đ3: the majority of members agree. Half is no majority, and nobody is none either. */
export function isMajority(agreed: number, voices: number): boolean {
	return agreed * 2 > voices;
}

/** The day on which a consultation ended: voices stop at its last day, however late somebody counts them. */
export function closedOn(closesOn: string, today: string): string {
	return closesOn < today ? closesOn : today;
}

/** School year of a day: 1 August to 31 July, `2026-2027`. */
export function schoolYearOf(day: string): string {
	const year = Number(day.slice(0, 4));
	const first = Number(day.slice(5, 7)) >= 8 ? year : year - 1;
	return `${first}-${first + 1}`;
}

/** Whether a typed name is the account's: without tone marks, capitals and odd spaces. */
export function sameName(typed: string, name: string): boolean {
	const key = searchKey(typed);
	return key !== "" && key === searchKey(name);
}

/** What a person's signatures say about the version in force. */
export type OwnStanding = "missing" | "opened" | "read" | "earlier" | "signed";

/**
 * Where a person stands: signed this very version; `earlier`: signed a wording from which only small changes led here, so not
 * asked again, but not counted as signed; else how far they came.
 */
export function standingOf(
	version: { number: number; coversFrom: number },
	own: { openedAt: string | null; readAt: string | null; signedAt: string | null } | null,
	signedNumbers: readonly number[],
): OwnStanding {
	if (own?.signedAt) return "signed";
	if (signedNumbers.some((number) => number >= version.coversFrom && number < version.number)) return "earlier";
	if (own?.readAt) return "read";
	return own?.openedAt ? "opened" : "missing";
}

/** A fingerprint in groups of eight, for comparing by eye. */
export function hashGroups(sha256: string): string {
	return sha256.match(/.{1,8}/g)?.join(" ") ?? "";
}

/** The group of the code that a role reads first: its own. */
export function ownGroup(role: Role): ConductGroup {
	return role === "teacher" ? "teachers" : "managers";
}
