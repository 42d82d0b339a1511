import { Form, useLoaderData } from "@remix-run/react";
import { blockTitle, movedIn } from "#app/domain/papers/rules.ts";
import type { ReportBlock } from "#app/domain/papers/schema.ts";
import { reportsWords } from "#app/i18n/reports.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { fieldProblem, ProblemBanner } from "#app/ui/problem-banner.tsx";
import { BlockFigures } from "./block-figures.tsx";
import { BlockConflict, BlockStanding } from "./block-standing.tsx";
import { useSaid, useTextOf } from "./figures-in-text.tsx";
import { showOnPaper } from "./paper.tsx";
import type { loader } from "./route.ts";
import { useBlock } from "./use-block.ts";

type BlockEditorProps = {
	block: ReportBlock;
	heading: string;
	/** The heading above says what the part is. */
	alone: boolean;
	onText: (id: string, text: string) => void;
};

/** One part of the text in its field. It saves itself; without script by its button. */
export function BlockEditor({ block, heading, alone, onText }: BlockEditorProps) {
	const hand = useBlock(block, onText);
	const { view, problem } = hand;
	const title = heading || blockTitle(block);
	const field = fieldProblem(problem, "text");
	return (
		<article id={block.id} className="grid scroll-mt-20 gap-3">
			<Form method="post" className="grid gap-2" data-saves-itself>
				{problem && !field && <ProblemBanner problem={problem} />}
				<input type="hidden" name="intent" value="block" />
				<input type="hidden" name="blockId" value={block.id} />
				<input type="hidden" name="base" value={hand.base} />
				<TextArea
					key={hand.drawn}
					ref={hand.area}
					name="text"
					id={`text-${block.id}`}
					label={alone ? <span className="sr-only">{title}</span> : title}
					rows={block.task ? 6 : 3}
					maxLength={20_000}
					defaultValue={hand.first}
					error={field}
					onInput={(event) => hand.change(event.currentTarget.value)}
					onFocus={() => showOnPaper(block.id)}
					onBlur={hand.leave}
				/>
				{!view.conflict && <BlockStanding hand={hand} title={title} />}
			</Form>
			{view.conflict && <BlockConflict hand={hand} conflict={view.conflict} />}
			<MovedHere block={block} />
			<BlockFigures block={block} />
			{(block.task || ["opening", "steering", "requests"].includes(block.part)) && (
				<Redraft block={block} base={hand.base} />
			)}
		</article>
	);
}

/** Figures of this part that moved, and the button that takes them. */
function MovedHere({ block }: { block: ReportBlock }) {
	const { now } = useLoaderData<typeof loader>();
	const { block: t, page } = useWords(reportsWords);
	const said = useSaid();
	const moved = movedIn(useTextOf()(block), said, now);
	if (moved.length === 0) return null;
	return (
		<Form method="post" className="grid justify-items-start gap-2 border-s-4 border-warn ps-3">
			<input type="hidden" name="blockId" value={block.id} />
			<ul className="text-sm">
				{moved.map(({ key, was, now }) => (
					<li key={key}>
						<code>{`{{${key}}}`}</code>: <span className="sr-only">{page.was} </span>
						<del>{was}</del> → <span className="sr-only">{page.now} </span>
						<ins className="font-semibold no-underline">{now}</ins>
					</li>
				))}
			</ul>
			<Button type="submit" size="small" name="intent" value="accept">
				{t.accept}
			</Button>
		</Form>
	);
}

function Redraft({ block, base }: { block: ReportBlock; base: number }) {
	const { block: t } = useWords(reportsWords);
	return (
		<details>
			<summary className="flex min-h-10 items-center text-sm font-medium text-accent-ink pointer-coarse:min-h-12">
				{t.redraft}
			</summary>
			<Form method="post" className="grid justify-items-start gap-1">
				<input type="hidden" name="blockId" value={block.id} />
				<input type="hidden" name="base" value={base} />
				<p className="text-sm text-muted">{t.redraftNote}</p>
				<Button type="submit" size="small" name="intent" value="redraft">
					{t.redraft}
				</Button>
			</Form>
		</details>
	);
}
