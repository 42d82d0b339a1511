/** The text of a report as the blocks of a paper, its figures written out. Pure. */
import { type Block, roman } from "../paper.ts";
import { filled, linesOf, partTitle } from "./rules.ts";
import type { Content, KeptFigures, PartKey, ReportBlock } from "./schema.ts";

/** Parts with a Roman number; what is judged about the results stands together in one. */
const outline: { title: string; parts: readonly PartKey[] }[] = [
	{ title: partTitle("steering"), parts: ["steering"] },
	{ title: partTitle("results"), parts: ["results"] },
	{ title: "Đánh giá chung", parts: ["strengths", "weaknesses", "causes"] },
	{ title: partTitle("next"), parts: ["next"] },
	{ title: partTitle("requests"), parts: ["requests"] },
];

/** A part of the outline with its blocks, each with the heading that it has on the paper ("" for none). */
export type Chapter = { heading: string; blocks: { block: ReportBlock; heading: string }[] };

/** The opening without a heading, then I to V. */
export function chaptersOf({ blocks }: Pick<Content, "blocks">): Chapter[] {
	const of = (part: PartKey) => blocks.filter((block) => block.part === part);
	const opening = { heading: "", blocks: of("opening").map((block) => ({ block, heading: "" })) };
	const chapters = outline.map(({ title, parts }, at) => {
		const own = parts.flatMap(of);
		return {
			heading: `${roman(at + 1)}. ${title}`,
			blocks: own.map((block, i) => ({ block, heading: headingOf(block, i, parts.length > 1) })),
		};
	});
	return [opening, ...chapters];
}

function headingOf(block: ReportBlock, at: number, named: boolean): string {
	if (block.task) return `${at + 1}. ${block.heading} (nhiệm vụ ${block.task.number})`;
	return named ? `${at + 1}. ${partTitle(block.part)}` : "";
}

/** The whole text. A block that nobody has written yet is left out with its heading. */
export function bodyOf(content: Content, values: KeptFigures): Block[] {
	return chaptersOf(content).flatMap(({ heading, blocks }): Block[] => [
		...(heading ? [{ kind: "heading", level: 1, text: heading } as const] : []),
		...blocks
			.filter(({ block }) => block.text.trim() !== "")
			.flatMap(({ block, heading }): Block[] => [
				...(heading ? [{ kind: "heading", level: 2, text: heading } as const] : []),
				...textBlocks(filled(block.text, values)),
			]),
	]);
}

/** Lines as paragraphs, those with a dash as lists. */
export function textBlocks(text: string): Block[] {
	return linesOf(text).map((line) =>
		line.kind === "list" ? { kind: "list", marker: "dash", items: line.items } : { kind: "paragraph", text: line.text },
	);
}
