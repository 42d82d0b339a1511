import { createHash } from "node:crypto";
import { codeToRead } from "./rules.ts";
import type { SchoolContent } from "./schema.ts";

/**
 * SHA-256 of what people read, and of nothing else: a code, a revision or a dropped clause leaves it as it is. Lists instead of
 * objects, so that no order of keys can change it.
 */
export function fingerprint(content: Pick<SchoolContent, "modules" | "basis">): string {
	const { basis, groups } = codeToRead(content);
	const read = [
		basis,
		groups.map(({ group, basis, relations }) => [
			group,
			basis,
			relations.map(({ relation, clauses }) => [
				relation,
				clauses.map(({ stance, text }) => [stance, text.vi, text.en ?? ""]),
			]),
		]),
	];
	return createHash("sha256").update(JSON.stringify(read)).digest("hex");
}
