import { Form, useActionData, useLoaderData, useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { ReturnFault } from "#app/domain/forms/fault.ts";
import { figuresOf } from "#app/domain/forms/figures.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import { isRoster, rowTitle } from "#app/domain/forms/rows.ts";
import { situation } from "#app/domain/forms/situation.ts";
import { validateReturn } from "#app/domain/forms/validate.ts";
import { verdict } from "#app/domain/forms/verdict.ts";
import { mayChange } from "#app/domain/returns/rules.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { photoWords } from "#app/i18n/photos.ts";
import { faultSentence, textOf } from "#app/i18n/returns.ts";
import { schoolPageWords } from "#app/i18n/school.ts";
import { useAutosave } from "#app/offline/use-autosave.ts";
import { usePhotoCounts } from "#app/offline/use-photos.ts";
import { AnswerList } from "#app/ui/answer-list.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { fieldId } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { Result } from "#app/ui/result.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { titled } from "#app/ui/titled.ts";
import type { loader } from "./route.ts";
import { UnsentPhotos, useDevicePhotos } from "./unsent-photos.tsx";

export const meta = titled(schoolPageWords, (t) => t.check.title);

/** All answers by section with a way back to each, exactly what is missing, the result as it would be, and sending. */
export function Screen() {
	const { page } = useLoaderData<typeof loader>();
	const { check: t, page: p, figures: figureWords } = useWords(schoolPageWords);
	const problem = problemOf(useActionData());
	const photos = usePhotoCounts(page.photos, useDevicePhotos());
	const faults = validateReturn(page.definition, page.answers, page.facts, photos);
	const missing = faults.filter((fault) => fault.severity === "error");
	const warnings = faults.filter((fault) => fault.severity === "warning");
	const filling = page.closed === null;
	return (
		<>
			<PageHeader crumbs={[{ to: `/school/returns/${page.returnId}`, label: page.title }]} title={t.title} />
			<div className="grid gap-5">
				<Unsent />
				<UnsentPhotos />
				{/* What is missing is told below, item by item. */}
				<ProblemBanner problem={problem?.code === "return_incomplete" ? undefined : problem} />
				{page.closed && <Notice tone="warning">{p.closed[page.closed]}</Notice>}
				{filling && <Missing title={t.missing(missing.length)} faults={missing} attempt={problem} />}
				{filling && warnings.length > 0 && (
					<Notice tone="warning" title={t.warnings}>
						<FaultLinks faults={warnings} />
					</Notice>
				)}
				{filling && <Jumps />}
				<Answers />
				{filling && (
					<Card labelledBy="preview">
						<CardHeader id="preview" title={page.definition.rule.type === "none" ? figureWords.title : t.preview} />
						<Result
							definition={page.definition}
							verdict={verdict(page.definition, page.answers, page.facts)}
							figures={figuresOf(page.definition, page.answers, page.facts)}
						/>
					</Card>
				)}
				{filling && (page.maySend ? <Send /> : <Notice>{t.onlyHead}</Notice>)}
			</div>
		</>
	);
}

/** Answers that an earlier page left on this device go first; the page then shows them. */
function Unsent() {
	const { page, personId } = useLoaderData<typeof loader>();
	const { check: t } = useWords(schoolPageWords);
	const { queue, view } = useAutosave(page.returnId, personId);
	const { revalidate } = useRevalidator();
	const { answers } = page;
	useEffect(() => {
		if (view.waiting > 0) void queue?.flush();
		else if (Object.keys(queue?.arrivedAfter((key) => answers[key]?.revision ?? 0) ?? {}).length > 0) revalidate();
	}, [view.waiting, queue, revalidate, answers]);
	return view.waiting > 0 ? <Notice tone="warning">{t.waiting(view.waiting)}</Notice> : null;
}

/** Everything that keeps the return from being sent, each linked to its item; takes the focus after an attempt to send. */
function Missing({ title, faults, attempt }: { title: string; faults: ReturnFault[]; attempt: unknown }) {
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (attempt) box.current?.focus();
	}, [attempt]);
	if (faults.length === 0) return null;
	return (
		<div
			ref={box}
			role={attempt ? "alert" : undefined}
			tabIndex={-1}
			className="rounded-md border-2 border-bad bg-surface px-4 py-3 sm:px-5"
		>
			<h2 className="text-lg font-semibold">{title}</h2>
			<FaultLinks faults={faults} />
		</div>
	);
}

function FaultLinks({ faults }: { faults: ReturnFault[] }) {
	const { page } = useLoaderData<typeof loader>();
	const locale = useLocale();
	const { itemByCode, sectionOf } = prepare(page.definition);
	return (
		<ul className="mt-1 grid gap-1">
			{faults.map((fault) => {
				const item = itemByCode.get(fault.item);
				const section = sectionOf.get(fault.item);
				const row = isRoster(section) && fault.row !== "" ? rowTitle(section, page.answers, fault.row) : null;
				return (
					<li key={`${fault.item} ${fault.row} ${fault.code}`} className="min-w-0">
						<TextLink
							className="inline-block py-1 wrap-anywhere"
							to={`${addressOf(page.returnId, section?.code ?? "", fault.row)}#${anchorOf(fault)}`}
						>
							{row ? `${row}, ` : ""}
							{fault.item}: {faultSentence(fault, locale)}
						</TextLink>
						{item && <p className="truncate text-sm text-muted">{textOf(item.text, locale)}</p>}
					</li>
				);
			})}
		</ul>
	);
}

/** The field to mend: the remark or a part of the measure where that is missing, else the answer itself. */
function anchorOf({ code, item }: ReturnFault): string {
	const parts: Partial<Record<ReturnFault["code"], string>> = {
		remark_missing: `n.${item}`,
		measure_missing: `m.${item}.what`,
		measure_owner_missing: `m.${item}.who`,
		measure_due_missing: `m.${item}.due`,
		request_missing: `m.${item}.request`,
		photo_missing: `p.${item}`,
	};
	return fieldId(parts[code] ?? `v.${item}`);
}

function Answers() {
	const { page } = useLoaderData<typeof loader>();
	const locale = useLocale();
	const { definition, answers, facts, changeable } = page;
	const state = situation(definition, answers, facts);
	const open = changeable && new Set(changeable);
	return definition.sections
		.filter((section) => state.sections.has(section.code))
		.map((section) => (
			<section key={section.code} aria-labelledby={`section-${section.code}`}>
				<h2 id={`section-${section.code}`} className="mb-2 text-lg font-semibold">
					{section.code}. {textOf(section.title, locale)}
				</h2>
				<AnswerList
					definition={definition}
					section={section}
					answers={answers}
					state={state}
					photos={page.photos}
					changeAt={({ item, row }) =>
						mayChange(open, definition, item.code, row)
							? `${addressOf(page.returnId, section.code, row)}#${fieldId(`v.${item.code}`)}`
							: undefined
					}
				/>
			</section>
		));
}

function addressOf(returnId: string, section: string, row: string): string {
	return `/school/returns/${returnId}/sections/${encodeURIComponent(section)}${row === "" ? "" : `?row=${row}`}`;
}

/** Figures that are far from the last round's: asked about once more, and nothing is kept from being sent. */
function Jumps() {
	const { page } = useLoaderData<typeof loader>();
	const { figures: t, prefill } = useWords(schoolPageWords);
	const locale = useLocale();
	if (page.jumps.length === 0 || !page.lastRound) return null;
	const told = (number: number) => formatNumber(number, locale);
	return (
		<Notice tone="warning" title={t.jumps}>
			<ul className="grid list-disc gap-1 ps-5">
				{page.jumps.map(({ figure, before, now }) => (
					<li key={figure.code}>{t.jump(textOf(figure.label, locale), told(before), told(now))}</li>
				))}
			</ul>
			<p className="mt-2">
				{t.jumpsNote} {prefill.fromLast(page.lastRound.title, formatDay(page.lastRound.submittedAt.slice(0, 10)))}
			</p>
		</Notice>
	);
}

function Send() {
	const { page } = useLoaderData<typeof loader>();
	const { check: t } = useWords(schoolPageWords);
	const { state } = useNavigation();
	const { check: photoWord } = useWords(photoWords);
	const answer = useActionData<{ undeclared?: boolean }>();
	const { waiting } = useDevicePhotos().view;
	const [early, setEarly] = useState(false);
	return (
		<Form
			method="post"
			noValidate
			className="grid gap-3"
			onSubmit={(event) => {
				// What comes after the sending would be refused: the school is told while it can still wait.
				if (waiting > 0) event.preventDefault();
				setEarly(waiting > 0);
			}}
		>
			{early && waiting > 0 && (
				<Notice tone="danger" live>
					{photoWord.wait}
				</Notice>
			)}
			<input type="hidden" name="round" value={page.round + 1} />
			<Checkbox name="declared" value="yes" label={t.declaration} error={answer?.undeclared ? t.declare : undefined} />
			<Button type="submit" variant="primary" size="large" wide busy={state === "submitting"}>
				{page.round > 0 ? t.sendAgain : t.send}
			</Button>
		</Form>
	);
}
