import { searchKey } from "../text.ts";
import { type Ownership, type SchoolKind, schoolKinds } from "./schema.ts";

/** Words for a kind, as search keys; the first that is found decides, so the narrow ones stand first. */
const kindWords: readonly [RegExp, SchoolKind][] = [
	[/\bgdtx\b|\bgdnn\b|giao duc thuong xuyen|giao duc nghe nghiep/, "GDTX"],
	[/chuyen biet|khuyet tat|noi tru|nang khieu|\bptdtnt\b/, "CB"],
	[/\bnhom tre\b/, "NTDL"],
	[/\blop mau giao\b|mau giao doc lap/, "LMG"],
	[/\blop mam non\b|mam non doc lap/, "LMN"],
	[/nhieu cap|lien cap/, "PTNC"],
	[/\b(th|tieu hoc)\b.*\b(thcs|trung hoc co so|thpt|trung hoc pho thong)\b/, "PTNC"],
	[/\b(thcs|trung hoc co so)\b.*\b(thpt|trung hoc pho thong)\b/, "PTNC"],
	[/\bthpt\b|trung hoc pho thong|\bcap (3|iii)\b/, "THPT"],
	[/\bthcs\b|trung hoc co so|\bcap (2|ii)\b/, "THCS"],
	[/\btieu hoc\b|^th$|^(truong )?th |\bcap (1|i)\b/, "TH"],
	[/\bmam non\b|^(truong )?mn\b/, "MN"],
	[/\bmau giao\b|^(truong )?mg\b/, "MG"],
	[/\bnha tre\b/, "NT"],
];

const byCode = new Map<string, SchoolKind>(schoolKinds.map((kind) => [searchKey(kind), kind]));

/** The kind that a level, a kind, its code or a school's name tells; null when it tells none. */
function kindFromWords(text: string): SchoolKind | null {
	const key = searchKey(text);
	return byCode.get(key) ?? kindWords.find(([words]) => words.test(key))?.[1] ?? null;
}

/**
 * The kind of a row, from its level and its name. *Mẫu giáo* names a level as often as a kind: what the name says then decides
 * (`Trường Mầm non …` is a preschool whose level somebody called *Mẫu giáo*). `fromName` says that the name decided.
 */
export function kindOf(level: string, name: string): { kind: SchoolKind; fromName: boolean } | null {
	const told = kindFromWords(level);
	if (level !== "" && told !== "MG") return told && { kind: told, fromName: false };
	const named = kindFromWords(name);
	if (told === "MG") {
		const preschool = named === "MN" || named === "NT" || named === "LMG" || named === "LMN";
		return preschool ? { kind: named, fromName: true } : { kind: "MG", fromName: false };
	}
	return named && { kind: named, fromName: true };
}

const ownershipWords: readonly [RegExp, Ownership][] = [
	[/^(cong lap|cong|cl)$/, "cong_lap"],
	[/^(dan lap|dl)$/, "dan_lap"],
	[/^(tu thuc|tu|tt|tuthuc)$/, "tu_thuc"],
];

/** The ownership that a cell tells. *Ngoài công lập* may be either of two, so it tells none. */
export function ownershipFromWords(text: string): Ownership | null {
	const key = searchKey(text);
	return ownershipWords.find(([words]) => words.test(key))?.[1] ?? null;
}

/** Who manages a school when a list does not say: the level of its nearest manager (facts §8.1). */
export function usualManager(kind: SchoolKind, name: string): "province" | "office" | "commune" {
	if (kind === "THPT" || kind === "GDTX") return "province";
	if (kind === "PTNC" && /\bthpt\b|trung hoc pho thong/.test(searchKey(name))) return "province";
	if (kind === "NTDL" || kind === "LMG" || kind === "LMN") return "commune";
	return "office";
}
