import { Form, useActionData, useLoaderData } from "@remix-run/react";
import FileCheck from "lucide-react/icons/file-check";
import { dayOf } from "#app/domain/days.ts";
import { formatDay } from "#app/i18n/format.ts";
import { templateLifeWords } from "#app/i18n/template-life.ts";
import { templatesWords } from "#app/i18n/templates.ts";
import { StatusBadge, Tag } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProblemBanner, problemOf } from "#app/ui/problem-banner.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { titled } from "#app/ui/titled.ts";
import type { action, loader } from "./route.ts";

export const meta = titled(templateLifeWords, (t) => t.shared.title);

/** Templates that offices above share: to copy, to follow, and what is new of them. */
export function Screen() {
	const { shared } = useLoaderData<typeof loader>();
	const { shared: t } = useWords(templateLifeWords);
	const { list } = useWords(templatesWords);
	const problem = problemOf(useActionData<typeof action>());
	return (
		<>
			<PageHeader crumbs={[{ to: "/office/templates", label: list.title }]} title={t.title} meta={t.meta} />
			<div className="grid max-w-4xl gap-4">
				<ProblemBanner problem={problem} />
				{shared.length === 0 ? (
					<Card>
						<EmptyState title={t.emptyTitle} icon={<FileCheck />}>
							{t.emptyText}
						</EmptyState>
					</Card>
				) : (
					shared.map((line) => <SharedCard key={line.templateId} line={line} />)
				)}
			</div>
		</>
	);
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>["shared"][number];

function SharedCard({ line }: { line: Line }) {
	const { mayWrite } = useLoaderData<typeof loader>();
	const { shared: t } = useWords(templateLifeWords);
	const locale = useLocale();
	const { templateId, code, title, office, note, offeredAt, newest, follow, news } = line;
	return (
		<Card>
			<div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
				<h2 className="text-lg">
					<TextLink to={`/office/templates/${templateId}`}>{title[locale] || title.vi}</TextLink>
				</h2>
				<div className="flex flex-wrap gap-2">
					{news && <StatusBadge tone="accent">{t.news(newest.number)}</StatusBadge>}
					{follow?.copyId && <Tag>{t.copied}</Tag>}
				</div>
			</div>
			<p className="text-muted">
				{code} · {t.from(office, formatDay(dayOf(offeredAt)))} · {t.newest(newest.number)}
			</p>
			{note && <p className="mt-1 whitespace-pre-line">{note}</p>}
			{follow && <p className="mt-1">{t.following(follow.seen.number)}</p>}
			{news && follow?.copyId && <p className="mt-1 text-sm text-muted">{t.takeCopyNote}</p>}
			<Form method="post" className="mt-3 flex flex-wrap gap-2">
				<input type="hidden" name="templateId" value={templateId} />
				{news && mayWrite && (
					<Button variant="primary" type="submit" name="intent" value="take">
						{t.take}
					</Button>
				)}
				{news && follow && (
					<LinkButton to={`/office/templates/${templateId}/changes?from=${follow.seen.id}&to=${newest.id}`}>
						{t.seeChanges}
					</LinkButton>
				)}
				{follow?.copyId ? (
					<LinkButton to={`/office/templates/${follow.copyId}`}>{t.openCopy}</LinkButton>
				) : (
					mayWrite && (
						<Button type="submit" name="intent" value="copy">
							{t.copy}
						</Button>
					)
				)}
				{mayWrite && (
					<Button
						variant={follow ? "quiet" : "secondary"}
						type="submit"
						name="intent"
						value={follow ? "unfollow" : "follow"}
					>
						{follow ? t.unfollow : t.follow}
					</Button>
				)}
			</Form>
		</Card>
	);
}
