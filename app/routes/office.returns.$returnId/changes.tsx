import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { prepare } from "#app/domain/forms/prepare.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { photoWords } from "#app/i18n/photos.ts";
import { textOf } from "#app/i18n/returns.ts";
import { reviewWords } from "#app/i18n/review.ts";
import { AnswerDetails, AnswerValue } from "#app/ui/answer-value.tsx";
import { Tag } from "#app/ui/badge.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PhotoLink } from "#app/ui/photo-grid.tsx";
import type { loader } from "./route.ts";

/** What the school changed since the round that was looked at before: old beside new, rows of rosters by their names. */
export function Changes() {
	const { changes } = useLoaderData<typeof loader>();
	const { page: t } = useWords(reviewWords);
	const locale = useLocale();
	const count = changes.reduce((sum, group) => sum + Math.max(1, group.changes.length), 0);
	return (
		<Card flush labelledBy="changes">
			<CardHeader id="changes" title={t.changes} note={t.changed(formatNumber(count, locale))} ruled />
			{changes.length === 0 ? (
				<p className="px-5 py-4 text-muted">{t.noChanges}</p>
			) : (
				<ul className="divide-y divide-line">
					{changes.flatMap((group, at) =>
						group.row === "" ? (
							group.changes.map((change) => (
								<li key={change.item} className="px-4 py-1 sm:px-5">
									<Change change={change} />
								</li>
							))
						) : (
							<RowChanges key={`${group.row}/${group.changes[0]?.item ?? at}`} group={group} />
						),
					)}
				</ul>
			)}
		</Card>
	);
}

type ChangeGroup = ReturnType<typeof useLoaderData<typeof loader>>["changes"][number];

/** A row that changed, came or went, by its name. */
function RowChanges({ group: { title, fate, changes } }: { group: ChangeGroup }) {
	const { page: t } = useWords(reviewWords);
	return (
		<li className="px-4 py-3 sm:px-5">
			<p className="flex flex-wrap items-center gap-x-2 font-semibold">
				{title || t.rowWithoutName}
				{fate !== "changed" && <Tag tone={fate === "added" ? "accent" : "warn"}>{t.fates[fate]}</Tag>}
			</p>
			{changes.map((change) => (
				<Change key={change.item} change={change} />
			))}
		</li>
	);
}

function Change({ change: { item: code, before, after, photos } }: { change: ChangeGroup["changes"][number] }) {
	const { definition } = useLoaderData<typeof loader>();
	const { page: t } = useWords(reviewWords);
	const locale = useLocale();
	const item = prepare(definition).itemByCode.get(code);
	if (!item) return null;
	return (
		<div className="py-2">
			<p>
				<span className="font-medium">{item.code}</span> {textOf(item.text, locale)}
			</p>
			<div className="mt-2 grid gap-3 sm:grid-cols-2">
				<Side title={t.before}>
					<AnswerValue item={item} answer={before} />
					<AnswerDetails answer={before} />
					<Pictures ids={photos.removed} item={code} title={t.photosRemoved} />
				</Side>
				<Side title={t.after} now>
					<AnswerValue item={item} answer={after} />
					<AnswerDetails answer={after} />
					<Pictures ids={photos.added} item={code} title={t.photosAdded} />
				</Side>
			</div>
		</div>
	);
}

/** Photographs that came or went, each opening whole; those that stayed are told with the answers. */
function Pictures({ ids, item, title }: { ids: string[]; item: string; title: (n: number) => string }) {
	const { picture } = useWords(photoWords);
	if (ids.length === 0) return null;
	return (
		<div className="mt-2">
			<p className="text-sm font-medium">{title(ids.length)}</p>
			<ul className="mt-1 flex flex-wrap gap-2" aria-label={title(ids.length)}>
				{ids.map((id, at) => (
					<li key={id}>
						<PhotoLink id={id} alt={picture(at + 1, item)} />
					</li>
				))}
			</ul>
		</div>
	);
}

function Side({ title, now, children }: { title: string; now?: boolean; children: ReactNode }) {
	return (
		<div className={now ? "border-s-4 border-accent ps-3" : "border-s-4 border-line ps-3"}>
			<p className="text-sm text-muted">{title}</p>
			{children}
		</div>
	);
}
