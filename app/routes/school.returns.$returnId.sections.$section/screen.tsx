import { Form, Link, useLoaderData, useLocation, useNavigate, useSubmit } from "@remix-run/react";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import { type FormEvent, useEffect, useState } from "react";
import { isRoster } from "#app/domain/forms/rows.ts";
import { textOf } from "#app/i18n/returns.ts";
import { schoolPageWords } from "#app/i18n/school.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { standsHotline } from "#app/ui/fill/hotline.ts";
import { ItemCard } from "#app/ui/fill/item-card.tsx";
import { RosterList, RowActs, useRowName } from "#app/ui/fill/roster-list.tsx";
import { HotlineBox } from "#app/ui/hotline-box.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ProblemBanner } from "#app/ui/problem-banner.tsx";
import { titled } from "#app/ui/titled.ts";
import { Photos } from "./photos.tsx";
import type { loader } from "./route.ts";
import { SectionBar } from "./section-bar.tsx";
import { type SectionState, useSection } from "./use-section.ts";

export const meta = titled(schoolPageWords, (t) => t.page.sections);

/** How long going on waits for the last answers; what is later is sent from the next page. */
const PATIENCE_MS = 2500;

/** A section as it is walked through: one big choice after another, each saved as it is given. */
export function Screen() {
	// A new section is a new page: nothing of the last one's fields stays.
	const { page, section, row } = useLoaderData<typeof loader>();
	return <Section key={`${page.returnId}/${section}/${row}`} />;
}

function Section() {
	const state = useSection();
	const { section: t } = useWords(schoolPageWords);
	const locale = useLocale();
	const navigate = useNavigate();
	const submit = useSubmit();
	const { pathname, search } = useLocation();
	const { page, section } = state;
	const [scripted, setScripted] = useState(false);
	useEffect(() => setScripted(true), []);
	if (!section) return null;
	const items = section.items.filter((item) => state.shown.items.includes(item.code));
	const listed = isRoster(section) && state.row === "";
	const sections = [...state.shown.sections];
	const stuck = items.find((item) => state.faultOf(item.code) || state.conflictOf(item.code));

	async function goOn(event: FormEvent<HTMLFormElement>): Promise<void> {
		if (!scripted || !state.queue) return;
		event.preventDefault();
		const pressed = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
		if (pressed?.name === "rows") {
			// Rows are added and taken out by the server: what is still on its way goes first.
			await state.queue.flush();
			submit(pressed, { method: "post", action: `${pathname}${search}` });
			return;
		}
		if (stuck) {
			document.getElementById(`item-${stuck.code}`)?.scrollIntoView({ block: "start" });
			return;
		}
		await Promise.race([state.queue.flush(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
		navigate(addressOf(page.returnId, section?.code ?? "", pressed?.value ?? ""));
	}

	return (
		<Form method="post" encType="multipart/form-data" noValidate onSubmit={goOn} className="bg-surface">
			<SectionBar state={state} sections={sections} saves={scripted} />
			<div className="grid gap-3 px-4 empty:hidden [&>*]:mt-4">
				<Hindrances state={state} />
				<ProblemBanner problem={state.problem} />
				{!scripted && (
					<noscript>
						<Notice>{t.noScript}</Notice>
					</noscript>
				)}
				{section.hint && state.row === "" && <p className="text-muted">{textOf(section.hint, locale)}</p>}
				{standsHotline(section) && <HotlineBox />}
			</div>
			{items.length === 0 && !listed && <p className="p-4 text-muted">{t.nothing}</p>}
			{listed && <RosterList state={state} section={section} />}
			<ul>
				{items.map((item) => (
					<ItemCard
						key={state.drawnAs(item.code)}
						item={item}
						state={state}
						photos={<Photos item={item} state={state} />}
					/>
				))}
			</ul>
			{isRoster(section) && !listed && <RowActs state={state} section={section} />}
			<Steps state={state} sections={sections} stuck={stuck !== undefined} />
		</Form>
	);
}

/** What keeps answers from being saved that the person can do something about. */
function Hindrances({ state: { view } }: { state: SectionState }) {
	const { section: t } = useWords(schoolPageWords);
	const { pathname } = useLocation();
	if (view.signedOut) {
		return (
			<Notice
				tone="danger"
				live
				actions={
					<LinkButton reloadDocument to={`/sign-in?next=${encodeURIComponent(pathname)}`}>
						{t.signIn}
					</LinkButton>
				}
			>
				{t.signedOut}
			</Notice>
		);
	}
	return view.refused ? (
		<Notice tone="danger" live>
			{t.refused}
		</Notice>
	) : null;
}

/** To the sections before and after; the buttons send the form, so that they save without script as well. */
function Steps({ state, sections, stuck }: { state: SectionState; sections: string[]; stuck: boolean }) {
	const { section: t } = useWords(schoolPageWords);
	const locale = useLocale();
	const { page, section } = state;
	const order = page.definition.sections.filter(({ code }) => sections.includes(code));
	const at = order.findIndex(({ code }) => code === section?.code);
	const [before, after] = [order[at - 1], order[at + 1]];
	if (state.row !== "") return <RowSteps state={state} stuck={stuck} />;
	return (
		<div className="sticky bottom-0 z-20 flex flex-col gap-2 border-t border-line bg-surface px-4 py-3">
			{stuck && <p className="font-medium text-bad-ink">{t.unsaved}</p>}
			<div className="flex min-w-0 gap-3">
				{before ? (
					<Button type="submit" name="go" value={before.code} icon={<ChevronLeft />}>
						{t.previous(before.code)}
					</Button>
				) : (
					<Link
						to={`/school/returns/${page.returnId}`}
						className="self-center py-3 pe-2 font-medium text-accent-ink underline underline-offset-4"
					>
						{t.list}
					</Link>
				)}
				<Button type="submit" variant="primary" name="go" value={after?.code ?? "check"} className="min-w-0 flex-1">
					<span className="min-w-0 truncate">
						{after ? t.nextPart(after.code, textOf(after.title, locale)) : t.check}
					</span>
					<ChevronRight aria-hidden="true" />
				</Button>
			</div>
		</div>
	);
}

/** From row to row, and back to the list of rows. */
function RowSteps({ state, stuck }: { state: SectionState; stuck: boolean }) {
	const { section: t, roster } = useWords(schoolPageWords);
	const name = useRowName(state);
	const { rows } = state.shown;
	const next = rows[rows.indexOf(state.row) + 1];
	return (
		<div className="sticky bottom-0 z-20 flex flex-col gap-2 border-t border-line bg-surface px-4 py-3">
			{stuck && <p className="font-medium text-bad-ink">{t.unsaved}</p>}
			<div className="flex min-w-0 gap-3">
				<Button
					type="submit"
					name="go"
					value="@rows"
					variant={next ? "secondary" : "primary"}
					className={next ? "" : "flex-1"}
				>
					{roster.list}
				</Button>
				{next && (
					<Button type="submit" variant="primary" name="go" value={`@row:${next}`} className="min-w-0 flex-1">
						<span className="min-w-0 truncate">{name(next)}</span>
						<ChevronRight aria-hidden="true" />
					</Button>
				)}
			</div>
		</div>
	);
}

function addressOf(returnId: string, section: string, go: string): string {
	const back = `/school/returns/${returnId}`;
	if (go.startsWith("@")) {
		const row = go.startsWith("@row:") ? `?row=${go.slice("@row:".length)}` : "";
		return `${back}/sections/${encodeURIComponent(section)}${row}`;
	}
	return go === "check" ? `${back}/check` : `${back}/sections/${encodeURIComponent(go)}`;
}
