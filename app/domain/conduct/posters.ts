/** What of a code of conduct fits on a wall, in few words: pure choosing and shortening. */
import type { PosterGroup } from "../paper.ts";
import { lowered } from "./articles.ts";
import type { ConductGroup } from "./content-schema.ts";
import { besideStance } from "./rules.ts";
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
/** Letters of a line that is read in passing. */
const LETTERS = 60;

/** The groups of a code, each with the few clauses that say most in little room; the order of the text is kept. */
export function posterGroups(code: ReadableCode): PosterGroup[] {
	return code.groups.map(({ group, relations }) => {
		const chosen = (stance: ReadableClause["stance"]) =>
			shortest(relations.map(({ clauses }) => clauses.filter((clause) => clause.stance === stance).map(lineOf)));
		return { name: names[group], should: chosen("should"), never: chosen("must_not") };
	});
}

/** From every relation in turn, a line that is short enough and not said by another already; a cut one only where there is none. */
function shortest(byRelation: string[][]): string[] {
	const most = Math.max(0, ...byRelation.map((lines) => lines.length));
	const inTurn = Array.from({ length: most }, (_, at) => byRelation.flatMap((lines) => lines[at] ?? [])).flat();
	const chosen: string[] = [];
	for (const line of inTurn.flatMap((one) => inShort(one) ?? [])) {
		const said = chosen.some((one) => begins(one, line) || begins(line, one));
		if (!said && chosen.length < LINES) chosen.push(line);
	}
	if (chosen.length === 0) return inTurn.slice(0, 1).map(cut);
	const all = byRelation.flat().map(inShort);
	return chosen.sort((a, b) => all.indexOf(a) - all.indexOf(b));
}

const begins = (line: string, other: string) => line.toLocaleLowerCase("vi").startsWith(other.toLocaleLowerCase("vi"));

/** The line, or what of it stands before a semicolon and holds by itself; null where it would be torn. */
function inShort(line: string): string | null {
	if (line.length <= LETTERS) return line;
	const end = line.slice(0, LETTERS + 1).lastIndexOf(";");
	return end > 0 ? line.slice(0, end) : null;
}

/** The column says *Nên* or *Không*: the clause need not, nor end in a point. */
function lineOf({ stance, text }: ReadableClause): string {
	const bare = text.vi.replace(/\s+/g, " ").replace(/[.;]+$/, "");
	const said = besideStance(stance, bare);
	return said.charAt(0).toLocaleUpperCase("vi") + said.slice(1);
}

function cut(line: string): string {
	const word = line.slice(0, LETTERS).lastIndexOf(" ");
	return `${line.slice(0, word > 0 ? word : LETTERS - 1)}…`;
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
