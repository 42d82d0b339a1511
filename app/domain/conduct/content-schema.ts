/**
 * What a code-of-conduct template says (Thông tư 06/2019, Thông tư 03/2026): clauses by group of people and relation, in modules that
 * come into force and end on their own days. A version of a template holds one such content as JSON and never changes once published.
 */
import { z } from "zod";
import { words } from "../forms/expression-schema.ts";
import { legalBasis } from "../forms/schema.ts";

/** Who a rule binds. `everyone` holds the general rules (Thông tư 06/2019 Đ4). */
export const conductGroup = z.enum(["everyone", "managers", "teachers", "staff", "pupils", "parents", "visitors"]);
export type ConductGroup = z.infer<typeof conductGroup>;

/** Towards whom. */
export const conductRelation = z.enum([
	"general",
	"pupils",
	"managers",
	"teachers_staff",
	"colleagues",
	"parents",
	"parents_visitors",
	"visitors",
	"school",
	"community",
]);
export type ConductRelation = z.infer<typeof conductRelation>;

const code = z.string().regex(/^[\p{L}0-9][\p{L}0-9._-]{0,39}$/u);

export const clause = z.object({
	/** Unique in the content; the same clause keeps it from version to version (`GV-HS.3`). */
	code,
	stance: z.enum(["should", "must_not"]),
	text: words,
	/** The law demands it: a school may reword it but not drop it. */
	demanded: z.boolean().default(false),
});
export type Clause = z.infer<typeof clause>;

export const conductModule = z.object({
	code,
	group: conductGroup,
	relation: conductRelation,
	legalBasis: z.array(legalBasis).min(1).max(10),
	/** Calendar days on which the rule behind it holds, both included; null: open. */
	validFrom: z.iso.date().nullable(),
	validTo: z.iso.date().nullable(),
	/** Kinds of school it is for; absent: every kind. Children of preschools are no conduct group (Thông tư 06/2019 Đ8). */
	kinds: z.array(z.string().min(1).max(20)).min(1).optional(),
	clauses: z.array(clause).min(1).max(100),
});
export type ConductModule = z.infer<typeof conductModule>;

export const conductContent = z.object({ modules: z.array(conductModule).min(1).max(200) });
export type ConductContent = z.infer<typeof conductContent>;

const preschools: readonly string[] = ["MN", "NT", "MG", "NTDL", "LMG", "LMN"];

/** Whether pupils are a group of the code: in general and continuing education only (Thông tư 06/2019 Đ8). */
export function hasPupils(kind: string): boolean {
	return !preschools.includes(kind);
}

/** Groups that a school of this kind must cover (annex IV: đủ nhóm đối tượng). */
export function groupsWanted(kind: string): ConductGroup[] {
	return conductGroup.options.filter((group) => group !== "everyone" && (group !== "pupils" || hasPupils(kind)));
}
