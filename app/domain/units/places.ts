import { searchKey } from "../text.ts";
import type { Surroundings } from "./import-schema.ts";
import { usualManager } from "./kinds.ts";
import { LEVELS, type SchoolKind, type UnitChoice } from "./schema.ts";

type Commune = Surroundings["communes"][number];

/** Words before a commune's own name. */
const prefix = /^(xã|thị trấn|phường|đặc khu|x\.|tt\.?|p\.|xa|thi tran|phuong|tt)\s+/u;

const spoken = (text: string) => text.normalize("NFC").toLocaleLowerCase("vi").replace(/\s+/g, " ").trim();

/** Communes by every way a list may call them, the exact ways first. */
export function placeFinder(around: Surroundings) {
	const ways = [
		group(around.communes, (commune) => commune.code),
		group(around.communes, (commune) => spoken(commune.name)),
		group(around.communes, (commune) => spoken(commune.name).replace(prefix, "")),
		group(around.communes, (commune) => searchKey(commune.name)),
		group(around.communes, (commune) => searchKey(commune.name).replace(prefix, "")),
	];
	const keysOf = (text: string) => {
		const [said, key] = [spoken(text), searchKey(text)];
		const typed = prefix.test(said);
		// "Xã X" is never the town of X: a name without its prefix is looked up only for text without one.
		return [text.trim(), said, typed ? "" : said, key, typed ? "" : key];
	};
	const managersById = new Map(around.managers.map((unit) => [unit.id, unit]));
	const communesById = new Map(around.communes.map((commune) => [commune.id, commune]));

	/** The open units above a commune and the commune itself, nearest first. */
	function above(commune: Commune): UnitChoice[] {
		return commune.path
			.split("/")
			.flatMap((id) => managersById.get(id) ?? [])
			.reverse();
	}

	return {
		communeById: (id: string | undefined): Commune | null => communesById.get(id ?? "") ?? null,
		nameOf: (id: string): string => communesById.get(id)?.name ?? managersById.get(id)?.name ?? "",

		/** The commune that text names; `spelled` when only its tone marks differ. */
		commune(text: string): { found: Commune; spelled: boolean } | "unknown" | "ambiguous" {
			const keys = keysOf(text);
			for (const [way, map] of ways.entries()) {
				const found = map.get(keys[way] ?? "") ?? [];
				if (found.length > 1) return "ambiguous";
				if (found[0]) return { found: found[0], spelled: way >= 3 };
			}
			return "unknown";
		},

		/** The manager that text names, seen from a school in this commune: a unit by name or code, or a level such as *Sở GD&ĐT*. */
		manager(text: string, commune: Commune): UnitChoice | null {
			const key = searchKey(text);
			const byName = around.managers.filter((unit) => unit.code === text.trim() || searchKey(unit.name) === key);
			if (byName.length === 1 && byName[0]) return byName[0];
			const level = levelWords.find(([words]) => words.test(key))?.[1];
			return above(commune).find((unit) => unit.level === level) ?? null;
		},

		/** Who manages such a school when the list does not say: the nearest unit of the usual level, else the nearest above the commune. */
		usual(kind: SchoolKind, name: string, commune: Commune): UnitChoice | null {
			const wanted = LEVELS[usualManager(kind, name)];
			const chain = above(commune);
			return (
				chain.find((unit) => unit.level === wanted) ?? chain.find((unit) => unit.id !== commune.id) ?? chain[0] ?? null
			);
		},
	};
}

export type Places = ReturnType<typeof placeFinder>;

const levelWords: readonly [RegExp, string][] = [
	[/^(so|so gd dt|so giao duc va dao tao|so giao duc)$/, LEVELS.province],
	[/^(phong|phong gd dt|phong giao duc va dao tao|phong giao duc)$/, LEVELS.office],
	[/^(ubnd )?(xa|phuong|thi tran|cap xa|xa thi tran)$/, LEVELS.commune],
];

function group(communes: Commune[], keyOf: (commune: Commune) => string): Map<string, Commune[]> {
	const map = new Map<string, Commune[]>();
	for (const commune of communes) {
		const key = keyOf(commune);
		map.set(key, [...(map.get(key) ?? []), commune]);
	}
	return map;
}
