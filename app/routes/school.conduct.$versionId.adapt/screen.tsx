import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { SchoolClause } from "#app/domain/conduct/schema.ts";
import type { ProblemBody } from "#app/domain/problem.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductSchoolWords } from "#app/i18n/conduct-school.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { cx } from "#app/ui/cx.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { titled } from "#app/ui/titled.ts";
import { AddClause } from "./add-clause.tsx";
import { Basis } from "./basis.tsx";
import { ClauseCard } from "./clause-card.tsx";
import { LocalClause } from "./local-clause.tsx";
import type { loader } from "./route.ts";
import { TextSaveBar } from "./save-bar.tsx";

export const meta = titled(conductSchoolWords, (t) => t.text.groups);

/** What the action answers when it does not lead on. */
export type Answer =
	| {
			problem?: ProblemBody;
			typed?: Record<string, string>;
			conflict?: SchoolClause;
			basisConflict?: string[];
			base?: number;
	  }
	| undefined;

/** The text of a draft, one group a page: 159 clauses at once are too many for a phone. */
export function Screen() {
	const { number, state, taken, done, id } = useLoaderData<typeof loader>();
	const { text: t, offer, title } = useWords(conductSchoolWords);
	const { versionLine } = useWords(conductWords);
	const answer = useActionData() as Answer;
	const problem = problemOf(answer);
	const ownForm = answer?.typed?.intent === "add" || answer?.typed?.intent === "basis";
	const told = { saved: t.saved, removed: t.local.removed, moved: t.local.moved, added: t.local.added };
	const words = done === "basis" ? t.basis.saved : done && told[done];
	return (
		<>
			<PageHeader
				crumbs={[{ to: "/school/conduct", label: title }]}
				title={t.title(versionLine(number))}
				meta={state === "draft" && t.meta}
			/>
			{state === "draft" ? (
				<div className="grid gap-5">
					{!ownForm && <ProblemBanner problem={problem} />}
					{taken && <Notice tone="success">{offer.done}</Notice>}
					{words && !answer && (
						<Notice tone="success" live>
							{words}
						</Notice>
					)}
					<Groups />
					<Text answer={answer} />
					<AddClause answer={answer?.typed?.intent === "add" ? answer : undefined} />
					<Neighbours />
					<Basis answer={answer?.typed?.intent === "basis" ? answer : undefined} />
					<Onward />
					<TextSaveBar />
				</div>
			) : (
				<Notice
					tone="warning"
					title={t.closedTitle}
					actions={
						<>
							<LinkButton to="/school/conduct">{t.back}</LinkButton>
							<LinkButton to={`/school/conduct/${id}`}>{t.preview}</LinkButton>
						</>
					}
				>
					{t.closedText}
				</Notice>
			)}
		</>
	);
}

function Groups() {
	const { groups, group } = useLoaderData<typeof loader>();
	const { text: t } = useWords(conductSchoolWords);
	const { groups: names } = useWords(conductWords);
	return (
		<nav aria-label={t.groups}>
			<ul className="flex flex-wrap gap-2">
				{groups.map((one) => (
					<li key={one.group}>
						<Link
							to={`?group=${one.group}`}
							aria-current={one.group === group ? "page" : undefined}
							className={cx(
								"inline-flex min-h-12 items-center rounded-md border px-3 font-medium",
								one.group === group
									? "border-accent bg-accent-soft text-accent-ink"
									: "border-line bg-surface text-ink hover:bg-sunken",
							)}
						>
							{t.group(names[one.group], one.clauses)}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}

/** The clauses of the group by relation: the office's to choose about, the school's own to write. */
function Text({ answer }: { answer: Answer }) {
	const { modules, group } = useLoaderData<typeof loader>();
	const { text: t } = useWords(conductSchoolWords);
	const { groups, relations, basis } = useWords(conductWords);
	const demanding = modules.some(({ clauses }) => clauses.some(({ demanded }) => demanded));
	return (
		<section aria-labelledby="text" className="grid gap-6">
			<h2 id="text" className="scroll-mt-4 text-lg font-semibold">
				{groups[group]}
			</h2>
			{demanding && <p className="text-muted">{t.demandedNote}</p>}
			{modules.length === 0 && <p className="text-muted">{t.none}</p>}
			{modules.map((module) => (
				<div key={module.code}>
					<h3 className="font-semibold">{relations[module.relation]}</h3>
					{module.legalBasis.length > 0 && (
						<p className="text-sm text-muted">
							{basis}: {module.legalBasis.map((line) => line.text).join("; ")}
						</p>
					)}
					<ul className="mt-2 grid gap-3">
						{module.clauses.map((clause, index) => {
							const mine = answer?.typed?.intent === "clause" && answer.typed.code === clause.code ? answer : undefined;
							return (
								<li key={clause.code} id={`clause-${clause.code}`} className="scroll-mt-4">
									{clause.status === "local" ? (
										<LocalClause clause={clause} module={module} index={index} answer={mine} />
									) : (
										<ClauseCard clause={clause} answer={mine} />
									)}
								</li>
							);
						})}
					</ul>
				</div>
			))}
		</section>
	);
}

/** On to the next group without going back up. */
function Neighbours() {
	const { groups, group } = useLoaderData<typeof loader>();
	const { text: t } = useWords(conductSchoolWords);
	const { groups: names } = useWords(conductWords);
	const at = groups.findIndex((one) => one.group === group);
	const [previous, next] = [groups[at - 1], groups[at + 1]];
	return (
		<div className="flex flex-wrap gap-3">
			{previous && <LinkButton to={`?group=${previous.group}`}>{t.previousGroup(names[previous.group])}</LinkButton>}
			{next && <LinkButton to={`?group=${next.group}`}>{t.nextGroup(names[next.group])}</LinkButton>}
		</div>
	);
}

function Onward() {
	const { id, mayDecide } = useLoaderData<typeof loader>();
	const { text: t, next } = useWords(conductSchoolWords);
	return (
		<div>
			<div className="flex flex-wrap gap-3">
				{mayDecide && (
					<LinkButton variant="primary" size="large" to={`/school/conduct/${id}/consult`}>
						{t.toConsult}
					</LinkButton>
				)}
				<LinkButton size="large" to={`/school/conduct/${id}`}>
					{t.preview}
				</LinkButton>
			</div>
			<p className="mt-1 text-sm text-muted">
				{t.toConsultHint} {!mayDecide && next.headOnly}
			</p>
		</div>
	);
}
