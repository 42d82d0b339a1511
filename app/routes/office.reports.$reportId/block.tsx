import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { blockTitle, linesOf, movedIn, piecesOf } from "#app/domain/papers/rules.ts";
import type { ReportBlock } from "#app/domain/papers/schema.ts";
import { reportsWords } from "#app/i18n/reports.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { fieldProblem, ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { BlockFigures } from "./block-figures.tsx";
import type { action, loader } from "./route.ts";

/** One part of the text with its figures marked, and below it the form that changes it. */
export function ReportBlockCard({ block, heading }: { block: ReportBlock; heading: string }) {
	const { state, mayWrite, kept, now } = useLoaderData<typeof loader>();
	const { page: t, block: words } = useWords(reportsWords);
	const moved = state === "issued" ? [] : movedIn(block.text, kept, now);
	const editable = mayWrite && state === "draft";
	return (
		<article id={block.id} className="scroll-mt-20">
			{heading && <h4 className="mb-1.5 font-semibold">{heading}</h4>}
			{block.text === "" ? (
				<p className="text-muted">{block.task ? t.noFigures : t.empty}</p>
			) : (
				<div className="grid gap-2">
					{linesOf(block.text).map((line, at) =>
						line.kind === "list" ? (
							// biome-ignore lint/suspicious/noArrayIndexKey: lines of one text have nothing else to tell them apart
							<ul key={at} className="grid list-['–_'] gap-1 ps-5">
								{line.items.map((item, i) => (
									// biome-ignore lint/suspicious/noArrayIndexKey: as above
									<li key={i}>
										<LinkedText text={item} />
									</li>
								))}
							</ul>
						) : (
							// biome-ignore lint/suspicious/noArrayIndexKey: as above
							<p key={at}>
								<LinkedText text={line.text} />
							</p>
						),
					)}
				</div>
			)}
			{editable && (
				<div className="mt-2 grid gap-2">
					{moved.length > 0 && (
						<Form method="post">
							<input type="hidden" name="blockId" value={block.id} />
							<Button type="submit" size="small" name="intent" value="accept">
								{words.accept}
							</Button>
						</Form>
					)}
					<BlockForm block={block} />
				</div>
			)}
		</article>
	);
}

/** Words with figures as chips; one that moved shows what it was and what it is. */
function LinkedText({ text }: { text: string }) {
	const { kept, now } = useLoaderData<typeof loader>();
	const { page: t } = useWords(reportsWords);
	return (
		<>
			{piecesOf(text).map((piece, at) => {
				// biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text
				if (piece.key === undefined) return <span key={at}>{piece.text}</span>;
				const [was, is] = [kept[piece.key]?.text ?? "…", now[piece.key]?.text ?? "…"];
				if (was === is)
					return (
						// biome-ignore lint/suspicious/noArrayIndexKey: as above
						<span key={at} className="rounded-sm bg-accent-soft px-0.5 text-accent-ink">
							{was}
						</span>
					);
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: as above
					<span key={at} className="rounded-sm bg-warn-soft px-1 text-warn-ink">
						<del>
							<span className="sr-only">{t.was} </span>
							{was}
						</del>{" "}
						<ins className="font-semibold no-underline">
							<span className="sr-only">{t.now} </span>
							{is}
						</ins>
					</span>
				);
			})}
		</>
	);
}

function BlockForm({ block }: { block: ReportBlock }) {
	const answer = useActionData<typeof action>();
	const { block: t } = useWords(reportsWords);
	const mine = answer?.typed?.blockId === block.id ? answer : undefined;
	const problem = problemOf(mine);
	const typed = mine?.typed?.text;
	const title = blockTitle(block);
	return (
		// A part that was saved closes; one that was refused stays open with what was typed.
		<details key={block.revision} open={problem !== undefined} className="rounded-md border border-line">
			<summary className="flex min-h-10 items-center px-3 py-2 font-medium text-accent-ink hover:bg-sunken pointer-coarse:min-h-12">
				<span aria-hidden="true">{block.text === "" ? t.write : t.edit}</span>
				<span className="sr-only">{t.editOf(title)}</span>
			</summary>
			<div className="grid gap-4 border-t border-line p-3 sm:p-4">
				<Form method="post" className="grid gap-4">
					<ProblemBanner problem={problem} />
					<input type="hidden" name="blockId" value={block.id} />
					<input type="hidden" name="base" value={block.revision} />
					<TextArea
						name="text"
						id={`text-${block.id}`}
						label={t.text}
						hint={t.hint}
						rows={6}
						defaultValue={typed ?? block.text}
						error={fieldProblem(problem, "text")}
					/>
					<div>
						<SubmitButton name="intent" value="block">
							{t.save}
						</SubmitButton>
					</div>
				</Form>
				<BlockFigures block={block} />
				{(block.task || ["opening", "steering", "requests"].includes(block.part)) && (
					<Form method="post" className="grid justify-items-start gap-1 border-t border-line pt-3">
						<input type="hidden" name="blockId" value={block.id} />
						<input type="hidden" name="base" value={block.revision} />
						<Button type="submit" size="small" name="intent" value="redraft">
							{t.redraft}
						</Button>
						<p className="text-sm text-muted">{t.redraftNote}</p>
					</Form>
				)}
			</div>
		</details>
	);
}
