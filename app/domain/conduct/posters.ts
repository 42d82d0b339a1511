/** What of a code of conduct fits on a wall, in few words: pure choosing and shortening. */
import type { PosterGroup } from "../paper.ts";
import { lowered } from "./articles.ts";
import type { ConductGroup } from "./content-schema.ts";
import type { ReadableClause, ReadableCode } from "./schema.ts";

const names: Record<ConductGroup, string> = {
	everyone: "Mọi người",
	managers: "Cán bộ quản lý",
	teachers: "Giáo viên",
	staff: "Nhân viên",
	pupils: "Người học",
	parents: "Cha mẹ người học",
	visitors: "Khách đến trường",
};

/** Lines of a group in each column. */
const LINES = 3;
/** Letters of a line that is read in passing; longer clauses stand back behind shorter ones, and are cut where they must. */
const LETTERS = 64;

/** The groups of a code, each with the few clauses that say most in little room; the order of the text is kept. */
export function posterGroups(code: ReadableCode): PosterGroup[] {
	return code.groups.map(({ group, relations }) => {
		const chosen = (stance: ReadableClause["stance"]) =>
			shortest(relations.map(({ clauses }) => clauses.filter((clause) => clause.stance === stance).map(lineOf)));
		return { name: names[group], should: chosen("should"), never: chosen("must_not") };
	});
}

/** From every relation in turn, the first clause that is short enough; longer ones only where too few are. */
function shortest(byRelation: string[][]): string[] {
	const all = byRelation.flat();
	const inTurn = Array.from({ length: Math.max(0, ...byRelation.map((lines) => lines.length)) }, (_, at) =>
		byRelation.flatMap((lines) => lines[at] ?? []),
	).flat();
	const fitting = inTurn.filter((line) => line.length <= LETTERS);
	const chosen = [...new Set([...fitting, ...inTurn])].slice(0, LINES);
	return all.filter((line, at) => chosen.includes(line) && all.indexOf(line) === at).map(cut);
}

/** The column says *Nên* or *Không*: the clause need not, nor end in a point. */
function lineOf({ stance, text }: ReadableClause): string {
	const bare = text.vi.replace(/\s+/g, " ").replace(/[.;]+$/, "");
	const said = stance === "must_not" ? bare.replace(/^không\s+/iu, "") : bare;
	return said.charAt(0).toLocaleUpperCase("vi") + said.slice(1);
}

/** Ends at a comma or semicolon where there is one in reach, else at a word. */
function cut(line: string): string {
	if (line.length <= LETTERS) return line;
	const start = line.slice(0, LETTERS);
	const clause = Math.max(start.lastIndexOf(","), start.lastIndexOf(";"));
	if (clause > LETTERS / 3) return start.slice(0, clause);
	const word = start.lastIndexOf(" ");
	return `${start.slice(0, word > 0 ? word : LETTERS - 1)}…`;
}

/** The ways to report that fit into `room` letters, the most direct first. */
export function feedbackLine(
	channels: { phone: string; box: string; email: string; web: string },
	room: number,
): string {
	const ways = [channels.phone, channels.box && `hộp thư: ${lowered(channels.box)}`, channels.email, channels.web];
	let line = "";
	for (const way of ways.filter(Boolean)) {
		const longer = line === "" ? way : `${line}; ${way}`;
		if (longer.length <= room) line = longer;
	}
	return line;
}
