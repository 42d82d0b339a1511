import { useLoaderData } from "@remix-run/react";
import { parseAnswerKey } from "#app/domain/forms/answers.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import { progress } from "#app/domain/forms/progress.ts";
import { isRoster, rowTitle } from "#app/domain/forms/rows.ts";
import { situation } from "#app/domain/forms/situation.ts";
import { conductOfficeWords } from "#app/i18n/conduct-office.ts";
import { textOf } from "#app/i18n/returns.ts";
import { schoolPageWords } from "#app/i18n/school.ts";
import { useAutosave } from "#app/offline/use-autosave.ts";
import { usePhotoCounts, usePhotos } from "#app/offline/use-photos.ts";
import { MandatoryMark, StatusBadge } from "#app/ui/badge.tsx";
import { fieldId } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { SectionRing } from "#app/ui/progress.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { loader } from "./route.ts";

/** The sections to fill, each with its ring; of a return that was sent back, those with something to mend. */
export function SectionTasks() {
	const { page, personId } = useLoaderData<typeof loader>();
	const { page: t, home } = useWords(schoolPageWords);
	const { school: conduct } = useWords(conductOfficeWords);
	const locale = useLocale();
	const { definition, answers, facts, changeable } = page;
	const { queue } = useAutosave(page.returnId, personId);
	const photos = usePhotoCounts(page.photos, usePhotos(page.returnId, personId, queue));
	const { sections } = progress(definition, answers, facts, photos);
	const { sectionOf } = prepare(definition);
	const sentBack = new Map<string, number>();
	for (const { item } of page.state === "sent_back" ? (page.review?.items ?? []) : []) {
		const code = sectionOf.get(item)?.code ?? "";
		sentBack.set(code, (sentBack.get(code) ?? 0) + 1);
	}
	const touched = changeable && new Set(changeable.map((key) => sectionOf.get(parseAnswerKey(key).item)?.code));
	const state = situation(definition, answers, facts);
	return (
		<section aria-labelledby="sections">
			<h2 id="sections" className="mb-2 text-lg font-semibold">
				{t.sections}
			</h2>
			<TaskList
				tasks={sections
					.filter((part) => !touched || touched.has(part.code))
					.map((part) => {
						const section = definition.sections.find((one) => one.code === part.code);
						const title = section ? textOf(section.title, locale) : part.code;
						// Nothing in it is asked: every line is worked out.
						const derived = part.visible === 0 && !section?.roster && part.complete;
						const open = part.visible - part.answered;
						const shown = { met: part.answered - part.unmet - part.na, unmet: part.unmet, na: part.na, open };
						return {
							key: part.code,
							title: `${part.code}. ${title}`,
							hint: section?.roster
								? t.rows(state.rows.get(section.roster.code)?.length ?? 0, textOf(section.roster.row, locale))
								: undefined,
							to: `/school/returns/${page.returnId}/sections/${encodeURIComponent(part.code)}`,
							lead: derived ? undefined : <SectionRing counts={shown} label={title} />,
							status: sentBack.has(part.code) ? (
								<StatusBadge tone="warn">{home.marked(sentBack.get(part.code) ?? 0)}</StatusBadge>
							) : derived ? (
								<StatusBadge>{conduct.derived}</StatusBadge>
							) : part.complete ? (
								<StatusBadge tone="good">{t.complete}</StatusBadge>
							) : (
								<StatusBadge tone={part.answered > 0 ? "accent" : "neutral"}>
									{open > 0 ? t.open(open) : t.mustMend}
								</StatusBadge>
							),
						};
					})}
			/>
		</section>
	);
}

/** The items the office sent back, each with its reason and the way there. */
export function MarkedItems() {
	const { page } = useLoaderData<typeof loader>();
	const { page: t } = useWords(schoolPageWords);
	const locale = useLocale();
	const { itemByCode, sectionOf } = prepare(page.definition);
	const order = page.definition.sections.flatMap(({ roster, items }) => [
		...(roster ? [roster.code] : []),
		...items.map((item) => item.code),
	]);
	const marked = [...(page.review?.items ?? [])].sort((a, b) => order.indexOf(a.item) - order.indexOf(b.item));
	const answered = page.submission?.answers ?? page.answers;
	if (marked.length === 0) return <p>{t.wholeNote}</p>;
	return (
		<div>
			<h2 className="text-lg font-semibold">{t.markedTitle}</h2>
			<p className="text-sm text-muted">{t.markedNote}</p>
			<ul className="mt-2 divide-y divide-line border-y border-line">
				{marked.map(({ item, row, reason }) => {
					const found = itemByCode.get(item);
					const section = sectionOf.get(item);
					const name = isRoster(section) && row !== "" ? rowTitle(section, answered, row) : null;
					// A roster marked as a whole is told by its section, a row by its own name.
					const what = found ? textOf(found.text, locale) : row === "" && section ? textOf(section.title, locale) : "";
					const at = row === "" ? "" : `?row=${row}`;
					return (
						<li key={`${item}#${row}`} className="py-3">
							<TextLink
								to={`/school/returns/${page.returnId}/sections/${encodeURIComponent(section?.code ?? "")}${at}#${fieldId(`v.${item}`)}`}
							>
								{name && `${name}: `}
								{item} {what}
							</TextLink>{" "}
							{found?.type === "verdict" && found.mandatory === true && <MandatoryMark short />}
							<p className="mt-1 border-s-4 border-warn ps-3 whitespace-pre-line wrap-anywhere">{reason}</p>
						</li>
					);
				})}
			</ul>
		</div>
	);
}
