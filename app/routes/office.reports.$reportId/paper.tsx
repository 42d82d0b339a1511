import { useLoaderData } from "@remix-run/react";
import { documentNumber, paperWords, placeAndDay } from "#app/domain/paper.ts";
import { linesOf, USUAL_CAPACITY } from "#app/domain/papers/rules.ts";
import { reportsWords } from "#app/i18n/reports.ts";
import { cx } from "#app/ui/cx.ts";
import { useWords } from "#app/ui/locale.tsx";
import { LinkedText, useTextOf } from "./figures-in-text.tsx";
import type { loader } from "./route.ts";

const capitals = (text: string) => text.toLocaleUpperCase("vi");

/** The report as it will stand on paper (Nghị định 30/2020), following what is typed. What the paper says is Vietnamese. */
export function PaperSheet({ beside }: { beside: boolean }) {
	const { page: t } = useWords(reportsWords);
	return (
		<section
			id="paper"
			aria-labelledby="paper-title"
			tabIndex={beside ? 0 : undefined}
			className={cx("min-w-0", beside && "xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)] xl:overflow-y-auto")}
		>
			<h2 id="paper-title" className={beside ? "mb-2 font-semibold" : "sr-only"}>
				{beside ? t.preview : t.text}
			</h2>
			<div className="sheet-frame" lang="vi">
				<div className="sheet">
					<SheetHead />
					<SheetBody />
					<SheetFoot />
				</div>
			</div>
			<p className="mt-2 text-sm text-muted">{t.previewNote}</p>
		</section>
	);
}

/** Brings a part into sight on the sheet beside, where that scrolls by itself. */
export function showOnPaper(blockId: string): void {
	const [sheet, part] = [document.getElementById("paper"), document.getElementById(`paper-${blockId}`)];
	if (!sheet || !part || sheet.scrollHeight <= sheet.clientHeight) return;
	sheet.scrollTop += part.getBoundingClientRect().top - sheet.getBoundingClientRect().top - sheet.clientHeight / 3;
}

function SheetHead() {
	const { head, issued, today } = useLoaderData<typeof loader>();
	const number = documentNumber({ number: issued?.number ?? null, sign: head.sign });
	const [first, ...others] = head.addressees;
	return (
		<>
			<div className="sheet-head">
				<div>
					{head.superior && <p>{capitals(head.superior)}</p>}
					<p>
						<b>{capitals(head.issuer)}</b>
					</p>
					<div className="sheet-rule" />
				</div>
				<div>
					<p className="sheet-nation">
						<b>{paperWords.nation}</b>
					</p>
					<p className="sheet-rule-whole">
						<b>{paperWords.motto}</b>
					</p>
				</div>
				<p>{`${paperWords.number} ${number}`}</p>
				<p>
					<i>{placeAndDay({ place: head.place, day: issued?.issuedOn ?? today.slice(0, 4) })}</i>
				</p>
			</div>
			<div className="sheet-title">
				<p>
					<b>{paperWords.report}</b>
				</p>
				<p>
					<b>{head.abstract}</b>
				</p>
				<div className="sheet-rule" />
			</div>
			<div className="text-center text-balance">
				{others.length === 0 ? (
					<p>{`${paperWords.to} ${first}`}</p>
				) : (
					<>
						<p>{paperWords.to}</p>
						{head.addressees.map((name, at) => (
							<p key={name}>{`- ${name}${at === others.length ? "." : ";"}`}</p>
						))}
					</>
				)}
			</div>
		</>
	);
}

function SheetBody() {
	const { chapters } = useLoaderData<typeof loader>();
	const textOf = useTextOf();
	return (
		<div className="sheet-body">
			{chapters.map(({ heading, blocks }) => (
				<section key={heading}>
					{heading && <h3>{heading}</h3>}
					{blocks.map(({ block, heading }) => (
						<div key={block.id} id={`paper-${block.id}`}>
							{heading && <h4>{heading}</h4>}
							<BlockLines text={textOf(block)} task={block.task !== null} />
						</div>
					))}
				</section>
			))}
		</div>
	);
}

function BlockLines({ text, task }: { text: string; task: boolean }) {
	const { page: t } = useWords(reportsWords);
	if (text.trim() === "") return <p className="text-muted">{task ? t.noFigures : t.empty}</p>;
	return linesOf(text).map((line, at) =>
		line.kind === "list" ? (
			// biome-ignore lint/suspicious/noArrayIndexKey: lines of one text have nothing else to tell them apart
			<ul key={at}>
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
	);
}

function SheetFoot() {
	const { head, issued } = useLoaderData<typeof loader>();
	const last = head.recipients.length - 1;
	return (
		<div className="sheet-foot">
			<div className="sheet-recipients">
				{last >= 0 && (
					<p>
						<b>
							<i>{paperWords.recipients}</i>
						</b>
					</p>
				)}
				{head.recipients.map((name, at) => (
					<p key={name}>{`- ${name}${at === last ? "." : ";"}`}</p>
				))}
			</div>
			<div className="sheet-signature">
				<p>{capitals(issued?.capacity ?? USUAL_CAPACITY)}</p>
				<p className="sheet-signature-name">{issued?.signer}</p>
			</div>
		</div>
	);
}
