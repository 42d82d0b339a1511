import Plus from "lucide-react/icons/plus";
import { answeredValue, isAnswered } from "#app/domain/forms/answers.ts";
import { isRoster, type RosterSection, rowTitle } from "#app/domain/forms/rows.ts";
import { sectionFields } from "#app/domain/forms/situation.ts";
import { textOf } from "#app/i18n/returns.ts";
import { schoolPageWords } from "#app/i18n/school.ts";
import { StatusBadge } from "../badge.tsx";
import { Button } from "../button.tsx";
import { fieldId } from "../field.tsx";
import { useLocale, useWords } from "../locale.tsx";
import { Notice } from "../notice.tsx";
import { TaskList } from "../task-list.tsx";
import type { FillState } from "./fill-state.ts";

/** The name of a row, or its number while it has none. */
export function useRowName(state: FillState): (row: string) => string {
	const { roster: t } = useWords(schoolPageWords);
	const locale = useLocale();
	const { section } = state;
	return (row) => {
		if (!isRoster(section)) return "";
		const title = rowTitle(section, state.answers, row);
		return title ?? t.unnamed(textOf(section.roster.row, locale), state.shown.rows.indexOf(row) + 1);
	};
}

/** The rows of a roster, each a page of its own: nothing scrolls sideways on a phone. */
export function RosterList({ state, section }: { state: FillState; section: RosterSection }) {
	const { roster: t } = useWords(schoolPageWords);
	const locale = useLocale();
	const name = useRowName(state);
	const { rows, rowsOpen } = state.shown;
	const { removed } = state;
	const word = textOf(section.roster.row, locale);
	const open = state.shown.rows.filter((row) => rowsOpen || state.shown.mayChangeRow(row));
	return (
		<div className="grid gap-4 p-4" id={fieldId(`v.${section.roster.code}`)} tabIndex={-1}>
			{removed !== "" && !rows.includes(removed) && (
				<Notice
					live
					actions={
						<Button type="submit" name="rows" value={`restore:${removed}`}>
							{t.restore}
						</Button>
					}
				>
					{t.removed(word)}
				</Notice>
			)}
			{rows.length === 0 ? (
				<p className="text-muted">{t.empty(word)}</p>
			) : (
				<TaskList
					tasks={open.map((row) => ({
						key: row,
						title: name(row),
						to: `?row=${row}`,
						status: <RowStatus state={state} row={row} />,
					}))}
				/>
			)}
			{rowsOpen && rows.length < section.roster.max && (
				<Button type="submit" name="rows" value="add" size="large" wide icon={<Plus aria-hidden="true" />}>
					{t.add(word)}
				</Button>
			)}
			{rows.length >= section.roster.max && <p className="text-sm text-muted">{t.full(section.roster.max, word)}</p>}
		</div>
	);
}

function RowStatus({ state, row }: { state: FillState; row: string }) {
	const { section } = state;
	const { page: t, home } = useWords(schoolPageWords);
	if (!section) return null;
	const marked = state.marks.filter((mark) => mark.row === row);
	if (marked.length > 0) return <StatusBadge tone="warn">{home.marked(marked.length)}</StatusBadge>;
	const asked = sectionFields(section, state.shown.state).filter(
		(field) => field.row === row && field.item.type !== "computed",
	);
	const open = asked.filter(
		({ item }) => item.required && !isAnswered(answeredValue(state.answers, item.code, row)),
	).length;
	if (open > 0) return <StatusBadge tone={open < asked.length ? "accent" : "neutral"}>{t.open(open)}</StatusBadge>;
	const stuck = state.faults().some((fault) => fault.row === row && fault.severity === "error");
	return stuck ? (
		<StatusBadge tone="warn">{t.mustMend}</StatusBadge>
	) : (
		<StatusBadge tone="good">{t.complete}</StatusBadge>
	);
}

/** What can be done with the row on the page beside answering it. */
export function RowActs({ state, section }: { state: FillState; section: RosterSection }) {
	const { roster: t } = useWords(schoolPageWords);
	const { reason } = useWords(schoolPageWords).section;
	const locale = useLocale();
	const word = textOf(section.roster.row, locale);
	const marked = state.marks.find((mark) => mark.item === section.roster.code && mark.row === state.row);
	return (
		<div className="grid gap-3 px-4 py-5">
			{marked && (
				<Notice tone="warning" title={reason}>
					<p className="whitespace-pre-line wrap-anywhere">{marked.reason}</p>
				</Notice>
			)}
			{state.shown.rowsOpen && (
				<div className="flex flex-wrap gap-3">
					{state.shown.rows.length < section.roster.max && (
						<Button type="submit" name="rows" value={`copy:${state.row}`}>
							{t.copy(word)}
						</Button>
					)}
					<Button type="submit" name="rows" value={`remove:${state.row}`} variant="quiet">
						{t.remove(word)}
					</Button>
				</div>
			)}
		</div>
	);
}
