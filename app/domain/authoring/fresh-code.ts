const CODE_AT_MOST = 40;

/** The next free code in the manner of one that is known: `MN-C.3` → `MN-C.4`, `Bếp` → `Bếp.2`. */
export function freshCode(taken: ReadonlySet<string>, like: string): string {
	const [, stem = like, number] = /^(.*?)(\d+)$/su.exec(like) ?? [];
	const before = number === undefined ? `${stem}.` : stem;
	for (let next = number === undefined ? 2 : Number(number) + 1; ; next++) {
		const code = `${before.slice(0, CODE_AT_MOST - String(next).length)}${next}`;
		if (!taken.has(code)) return code;
	}
}

/** The next free code of a part of a code of conduct, which must not look like one of its clauses: `GV-HS` → `GV-HS-2`. */
export function freshPartCode(taken: ReadonlySet<string>, like: string): string {
	return freshCode(taken, /-\d+$/.test(like) ? like : `${like}-1`);
}
