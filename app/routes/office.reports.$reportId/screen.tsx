import { useLoaderData } from "@remix-run/react";
import { useCallback, useState } from "react";
import { documentNumber } from "#app/domain/paper.ts";
import { formatDay } from "#app/i18n/format.ts";
import { reportsWords } from "#app/i18n/reports.ts";
import { StatusBadge, Tag } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { titled } from "#app/ui/titled.ts";
import { BlockEditor } from "./block.tsx";
import { TypedTexts } from "./figures-in-text.tsx";
import { HeadForm } from "./head-form.tsx";
import { Messages } from "./messages.tsx";
import { PaperSheet } from "./paper.tsx";
import { ReportSaveBar } from "./report-save-bar.tsx";
import type { loader } from "./route.ts";
import { Downloads, Steps, Versions } from "./steps.tsx";

export const meta = titled(reportsWords, (t) => t.page.crumb);

const tones = { draft: "warn", checked: "accent", issued: "good" } as const;

/** A report: a draft in its fields with the paper beside it, later the paper alone; steps and files. */
export function Screen() {
	const { id, number, state, mayWrite } = useLoaderData<typeof loader>();
	return (
		<>
			<ReportHeader />
			{mayWrite && state === "draft" ? <Writing key={`${id}/${number}`} /> : <Reading />}
		</>
	);
}

function ReportHeader() {
	const { head, number, state, periodFrom, periodTo, letter, directiveId, issued, mayOpenLetter } =
		useLoaderData<typeof loader>();
	const { page: t, states } = useWords(reportsWords);
	return (
		<PageHeader
			crumbs={[{ to: "/office/reports", label: t.crumb }]}
			title={head.abstract}
			badge={
				<>
					<StatusBadge tone={tones[state]}>{states[state]}</StatusBadge>
					{number > 1 && <Tag>{t.version(number)}</Tag>}
					{issued && <Tag>{`${documentNumber(issued)} · ${formatDay(issued.issuedOn)}`}</Tag>}
				</>
			}
			meta={`${letter.number} · ${t.period(formatDay(periodFrom), formatDay(periodTo))}`}
			actions={mayOpenLetter && <LinkButton to={`/office/directives/${directiveId}`}>{t.letter}</LinkButton>}
		/>
	);
}

/** Fields and paper side by side, below each other on a phone; then the steps. */
function Writing() {
	const { chapters } = useLoaderData<typeof loader>();
	const { block: t, page } = useWords(reportsWords);
	const [typed, setTyped] = useState<Record<string, string>>({});
	const onText = useCallback((id: string, text: string) => setTyped((all) => ({ ...all, [id]: text })), []);
	return (
		<TypedTexts.Provider value={typed}>
			<div className="grid gap-4">
				<Messages />
				<div className="grid items-start gap-4 xl:grid-cols-2">
					<div className="grid min-w-0 gap-4">
						<p className="text-sm text-muted">{t.hint}</p>
						{chapters.map(({ heading, blocks }, at) => (
							<Card key={heading} labelledBy={`chapter-${at}`}>
								<h2 id={`chapter-${at}`} className={heading ? "mb-3 font-semibold" : "sr-only"}>
									{heading || page.opening}
								</h2>
								<div className="grid gap-6">
									{blocks.map(({ block, heading }) => (
										<BlockEditor
											key={block.id}
											block={block}
											heading={heading}
											alone={blocks.length === 1 && heading === ""}
											onText={onText}
										/>
									))}
								</div>
							</Card>
						))}
						<HeadForm />
						<ReportSaveBar />
					</div>
					<PaperSheet beside />
				</div>
				<div className="grid items-start gap-4 md:grid-cols-2">
					<Steps />
					<Downloads />
					<Versions />
				</div>
			</div>
		</TypedTexts.Provider>
	);
}

function Reading() {
	return (
		<div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
			<div className="grid min-w-0 gap-4">
				<Messages />
				<PaperSheet beside={false} />
			</div>
			<div className="grid min-w-0 gap-4 lg:sticky lg:top-6">
				<Steps />
				<Downloads />
				<Versions />
			</div>
		</div>
	);
}
