import { Link, useLoaderData } from "@remix-run/react";
import ChevronLeft from "lucide-react/icons/chevron-left";
import { answeredValue, isAnswered } from "#app/domain/forms/answers.ts";
import { progress } from "#app/domain/forms/progress.ts";
import { sectionFields } from "#app/domain/forms/situation.ts";
import { formatDay } from "#app/i18n/format.ts";
import { textOf } from "#app/i18n/returns.ts";
import { schoolPageWords } from "#app/i18n/school.ts";
import type { QueueView } from "#app/offline/queue.ts";
import { useRowName } from "#app/ui/fill/roster-list.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { AnswerProgress } from "#app/ui/progress.tsx";
import { SaveState, type SaveStateValue } from "#app/ui/save-state.tsx";
import type { loader } from "./route.ts";
import type { SectionState } from "./use-section.ts";

type BarProps = {
	state: SectionState;
	sections: string[];
	/** Whether answers are saved by themselves: not before the script runs, nor where none does. */
	saves: boolean;
};

/** Always in sight: which section, how far, whether the answers are safe. */
export function SectionBar({ state, sections, saves }: BarProps) {
	const { schoolName } = useLoaderData<typeof loader>();
	const { section: t, roster } = useWords(schoolPageWords);
	const locale = useLocale();
	const name = useRowName(state);
	const { page, section, row, view } = state;
	if (!section) return null;
	const { visible, answered, unmet, na } = countsOf(state, section);
	const list = `/school/returns/${page.returnId}`;
	const here = textOf(section.title, locale);
	const title = row === "" ? here : name(row);
	const back = row === "" ? list : `${list}/sections/${encodeURIComponent(section.code)}`;
	return (
		<div className="sticky top-0 z-20 border-b border-line bg-surface px-4 pt-2 pb-1.5">
			<div className="flex items-center gap-2">
				<Link
					to={back}
					aria-label={row === "" ? t.back : roster.list}
					className="-ms-2 grid min-h-12 min-w-12 place-items-center rounded-md hover:bg-sunken"
				>
					<ChevronLeft aria-hidden="true" />
				</Link>
				<div className="min-w-0 flex-1">
					<h1 className="truncate text-lg font-semibold" title={title}>
						{title}
					</h1>
					<p className="truncate text-sm text-muted">
						{row !== "" && `${here} · `}
						{t.part(section.code, sections.length)} · {schoolName} · {t.due(formatDay(page.dueOn))}
					</p>
				</div>
				<p className="rounded-full bg-accent-soft px-3 py-0.5 font-medium text-accent-ink">
					<span aria-hidden="true">
						{answered}/{visible}
					</span>
					<span className="sr-only">{t.answered(answered, visible)}</span>
				</p>
			</div>
			<AnswerProgress bare label={title} counts={{ met: answered - unmet - na, unmet, na, open: visible - answered }} />
			<div className="mt-1 flex min-h-9 items-center justify-between gap-3">
				<div>{saves && <SaveState state={saveStateOf(view)} />}</div>
				<Link
					to={list}
					className="-my-2 flex min-h-12 shrink-0 items-center text-sm font-medium text-accent-ink underline underline-offset-4"
				>
					{t.list}
				</Link>
			</div>
		</div>
	);
}

/** Of the row on the page, else of the section. */
function countsOf(state: SectionState, section: NonNullable<SectionState["section"]>) {
	const none = { visible: 0, answered: 0, unmet: 0, na: 0 };
	if (state.row === "") {
		const { sections } = progress(state.page.definition, state.answers, state.page.facts, state.photos);
		return sections.find(({ code }) => code === section.code) ?? none;
	}
	const fields = sectionFields(section, state.shown.state).filter(
		({ item, row }) => row === state.row && item.type !== "computed",
	);
	const answered = fields.filter(({ item, row }) => isAnswered(answeredValue(state.answers, item.code, row))).length;
	return { ...none, visible: fields.length, answered };
}

function saveStateOf(view: QueueView): SaveStateValue {
	if (view.waiting > 0 && (view.unreachable || view.signedOut)) return { kind: "waiting", waiting: view.waiting };
	if (view.refused) return { kind: "failed" };
	if (view.waiting > 0 || view.sending) return { kind: "saving" };
	if (Object.keys(view.faults).length > 0) return { kind: "refused" };
	return view.savedAt ? { kind: "saved", at: view.savedAt } : { kind: "idle" };
}
