import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import { type FormEvent, type MouseEvent, memo, useDeferredValue, useEffect, useId, useRef } from "react";
import { answeredValue, isAnswered } from "#app/domain/forms/answers.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import { isRoster } from "#app/domain/forms/rows.ts";
import type { Definition, SchoolFacts } from "#app/domain/forms/schema.ts";
import { authoringWords } from "#app/i18n/authoring.ts";
import { partsWords } from "#app/i18n/authoring-parts.ts";
import { textOf } from "#app/i18n/returns.ts";
import { schoolPageWords } from "#app/i18n/school.ts";
import { Button } from "../button.tsx";
import { standsHotline } from "../fill/hotline.ts";
import { RosterList, RowActs, useRowName } from "../fill/roster-list.tsx";
import { HotlineBox } from "../hotline-box.tsx";
import { useLocale, useWords } from "../locale.tsx";
import { PreviewFoot } from "./preview-foot.tsx";
import { PreviewItems } from "./preview-items.tsx";
import { PreviewSchool } from "./preview-school.tsx";
import { type Preview, previewAnchor, usePreview } from "./use-preview.ts";

export type PhonePreviewProps = {
	definition: Definition;
	/** The school it is previewed for; the kind is chosen here. */
	facts: SchoolFacts;
	onFactsChange(facts: SchoolFacts): void;
	/** The item that is being edited: its section opens and it comes into sight. */
	focusItem?: string;
};

/**
 * The form as a school meets it on a phone, to be tried out while it is written: the real cards, skips, limits and the verdict, live.
 * Nothing is sent. Stands outside any other form of the page.
 */
export function PhonePreview({ definition, facts, onFactsChange, focusItem }: PhonePreviewProps) {
	const t = useWords(authoringWords).preview;
	const parts = useWords(partsWords);
	const preview = usePreview(definition, facts, focusItem);
	const screen = useRef<HTMLDivElement>(null);
	const { fill } = preview;
	useFocus(screen, focusItem, fill.section?.code);
	useTop(screen, `${fill.section?.code}/${fill.row}`);

	function press(event: FormEvent<HTMLFormElement>): void {
		event.preventDefault();
		const pressed = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
		if (pressed?.name === "rows") preview.pressRows(pressed.value);
	}
	/** A row's link names the row; there is no page of its own to go to here. */
	function follow(event: MouseEvent): void {
		const link = (event.target as Element).closest("a[href*='row=']");
		if (!link) return;
		event.preventDefault();
		const row = new URLSearchParams(link.getAttribute("href")?.split("?")[1]).get("row");
		preview.open(fill.section?.code ?? "", row ?? "");
	}
	const openAt = (item: string, row: string) => {
		const { sectionOf } = prepare(definition);
		preview.open(sectionOf.get(item)?.code ?? "", row);
		requestAnimationFrame(() => {
			document.getElementById(previewAnchor(item))?.scrollIntoView({ block: "nearest" });
		});
	};

	return (
		<div className="grid w-full max-w-[22.5rem] gap-3">
			<PreviewSchool facts={facts} onFactsChange={onFactsChange} />
			<section
				aria-label={t.title}
				data-phone
				className="overflow-hidden rounded-[1.25rem] border-4 border-control bg-surface"
			>
				<div ref={screen} className="relative flex h-[min(40rem,58dvh)] flex-col overflow-y-auto overscroll-contain">
					<form onSubmit={press} onClickCapture={follow} noValidate className="flex grow flex-col">
						<Bar preview={preview} />
						<Open key={`${preview.round}/${fill.section?.code}/${fill.row}`} preview={preview} focusItem={focusItem} />
						<Steps preview={preview} />
					</form>
				</div>
				<section
					aria-label={parts.preview.result}
					// biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and lights and figures hold nothing to tab to
					tabIndex={0}
					className="max-h-48 overflow-y-auto border-t border-line px-4 py-3"
				>
					<PreviewFoot definition={definition} answers={fill.answers} facts={facts} onOpen={openAt} />
				</section>
			</section>
			{preview.putRecord && (
				<Button onClick={preview.putRecord.put}>{parts.prefill.try(preview.putRecord.rows)}</Button>
			)}
			<Button onClick={preview.clear} disabled={preview.empty}>
				{t.clear}
			</Button>
		</div>
	);
}

/** What of the form is open: a section, the list of its rows, or one row. */
function Open({ preview, focusItem }: { preview: Preview; focusItem?: string | undefined }) {
	const { section: t } = useWords(schoolPageWords);
	const words = useWords(authoringWords).preview;
	const locale = useLocale();
	const { fill, items } = preview;
	const { section, row } = fill;
	if (!section) return <p className="grow p-4 text-muted">{words.nothing}</p>;
	const listed = isRoster(section) && row === "";
	return (
		<div className="grow">
			<div className="grid gap-3 px-4 empty:hidden [&>*]:mt-4">
				{section.hint && row === "" && <p className="text-muted">{textOf(section.hint, locale)}</p>}
				{standsHotline(section) && <HotlineBox />}
			</div>
			{items.length === 0 && !listed && <p className="p-4 text-muted">{t.nothing}</p>}
			{listed ? (
				<RosterList state={fill} section={section} />
			) : (
				<PreviewItems items={items.map(({ item }) => item)} state={fill} focusItem={focusItem} />
			)}
			{isRoster(section) && !listed && <RowActs state={fill} section={section} />}
		</div>
	);
}

function Bar({ preview }: { preview: Preview }) {
	const { roster } = useWords(schoolPageWords);
	const words = useWords(authoringWords).preview;
	const locale = useLocale();
	const { fill, sections } = preview;
	const name = useRowName(fill);
	const id = useId();
	// Counted after the tap is answered: a section may have a thousand items.
	const counted = useDeferredValue(preview);
	const { section, row } = fill;
	if (!section) return null;
	return (
		<div className="sticky top-0 z-10 flex items-center gap-2 border-b border-line bg-surface px-3 py-2">
			{row !== "" && (
				<Button
					variant="quiet"
					aria-label={roster.list}
					className="-ms-2 px-2"
					onClick={() => preview.open(section.code)}
				>
					<ChevronLeft aria-hidden="true" />
				</Button>
			)}
			<div className="min-w-0 flex-1">
				{row !== "" && <p className="truncate font-semibold">{name(row)}</p>}
				<label htmlFor={id} className="sr-only">
					{words.section}
				</label>
				<select
					id={id}
					value={section.code}
					onChange={(event) => preview.open(event.currentTarget.value)}
					className="block min-h-12 w-full truncate rounded-md border border-transparent bg-surface text-lg font-semibold hover:border-control"
				>
					{sections.map((one) => (
						<option key={one.code} value={one.code}>
							{`${one.code}. ${textOf(one.title, locale)}`}
						</option>
					))}
				</select>
			</div>
			<Answered preview={counted} />
		</div>
	);
}

/** How many of the items that are open have an answer. */
const Answered = memo(function Answered({ preview: { fill, items } }: { preview: Preview }) {
	const { section: t } = useWords(schoolPageWords);
	const asked = items.filter(({ item }) => item.type !== "computed");
	if (asked.length === 0) return null;
	const answered = asked.filter(({ item }) => isAnswered(answeredValue(fill.answers, item.code, fill.row))).length;
	return (
		<p className="shrink-0 rounded-full bg-accent-soft px-3 py-0.5 font-medium text-accent-ink">
			<span aria-hidden="true">
				{answered}/{asked.length}
			</span>
			<span className="sr-only">{t.answered(answered, asked.length)}</span>
		</p>
	);
});

/** To the sections before and after. */
function Steps({ preview }: { preview: Preview }) {
	const { section: t } = useWords(schoolPageWords);
	const locale = useLocale();
	const { sections, fill } = preview;
	const at = sections.findIndex(({ code }) => code === fill.section?.code);
	const [before, after] = [sections[at - 1], sections[at + 1]];
	if (!before && !after) return null;
	return (
		<div className="flex gap-3 border-t border-line bg-surface px-4 py-3">
			{before && (
				<Button icon={<ChevronLeft />} onClick={() => preview.open(before.code)}>
					{t.previous(before.code)}
				</Button>
			)}
			{after && (
				<Button variant="primary" className="min-w-0 flex-1" onClick={() => preview.open(after.code)}>
					<span className="min-w-0 truncate">{t.nextPart(after.code, textOf(after.title, locale))}</span>
					<ChevronRight aria-hidden="true" />
				</Button>
			)}
		</div>
	);
}

/** Brings the item that is being edited into sight, inside the phone only: the page itself stays where it is. */
function useFocus(
	screen: { current: HTMLDivElement | null },
	item: string | undefined,
	section: string | undefined,
): void {
	// biome-ignore lint/correctness/useExhaustiveDependencies: once the section has changed its card is there
	useEffect(() => {
		const phone = screen.current;
		const card = item === undefined ? null : document.getElementById(previewAnchor(item));
		if (phone && card && phone.contains(card)) phone.scrollTo({ top: card.offsetTop - 72 });
	}, [item, section]);
}

/** Another section begins at its top. */
function useTop(screen: { current: HTMLDivElement | null }, place: string): void {
	const last = useRef(place);
	useEffect(() => {
		if (last.current === place) return;
		last.current = place;
		const focused = screen.current?.contains(document.activeElement);
		if (focused) screen.current?.scrollTo({ top: 0 });
	}, [place, screen]);
}
