import { useLoaderData } from "@remix-run/react";
import ArrowLeft from "lucide-react/icons/arrow-left";
import Redo from "lucide-react/icons/redo-2";
import Undo from "lucide-react/icons/undo-2";
import type { ReactNode } from "react";
import { builderWords } from "#app/i18n/builder.ts";
import type { DraftView } from "#app/offline/draft-saver.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { cx } from "#app/ui/cx.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SaveState, type SaveStateValue } from "#app/ui/save-state.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useBuilderParts } from "./builder-context.ts";
import type { loader } from "./route.ts";
import { useLeaving } from "./use-leaving.ts";

type Pane = "outline" | "editor" | "preview";
type TopBarProps = { view: DraftView; pane: Pane; onPane(pane: Pane): void };

/** Where one is, whether it is safe, the way back and the way on. */
export function TopBar({ view, pane, onPane }: TopBarProps) {
	const { open } = useLoaderData<typeof loader>();
	const { draft, actions, live } = useBuilderParts();
	const t = useWords(builderWords);
	const locale = useLocale();
	const { templateId, versionId, code, number } = open;
	const base = `/office/templates/${templateId}`;
	const publish = `${base}/versions/${versionId}/publish`;
	const onPublish = useLeaving(view, publish);
	return (
		<header className="sticky top-0 z-20 border-b border-line bg-surface wide:static">
			<div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 sm:px-4">
				<TextLink to={`${base}?version=${versionId}`}>
					<span className="inline-flex min-h-10 items-center gap-1.5 pointer-coarse:min-h-12">
						<ArrowLeft aria-hidden="true" className="size-5" />
						<span className="max-sm:sr-only">{t.back}</span>
					</span>
				</TextLink>
				<div className="min-w-0 flex-1 basis-56">
					<h1 className="truncate text-base font-semibold">{draft.title[locale] || draft.title.vi || t.untitled}</h1>
					<p className="truncate text-sm text-muted">{t.meta(code, number)}</p>
				</div>
				{live && (
					<>
						<SaveState state={saveStateOf(view)} />
						<div className="flex gap-1">
							<Step label={t.undo} icon={<Undo />} off={view.session.undo.length === 0} onPress={actions.undo} />
							<Step label={t.redo} icon={<Redo />} off={view.session.redo.length === 0} onPress={actions.redo} />
						</div>
					</>
				)}
				<LinkButton variant="primary" to={publish} onClick={onPublish}>
					{t.publish}
				</LinkButton>
			</div>
			<Warnings view={view} />
			<nav aria-label={t.panes.label} className="flex border-t border-line wide:hidden">
				{(["outline", "editor", "preview"] as const).map((which) => (
					<a
						key={which}
						href={`#${which}`}
						aria-current={live && pane === which ? "true" : undefined}
						className={cx(
							"flex min-h-12 flex-1 items-center justify-center border-b-3 font-medium",
							live && pane === which ? "border-accent text-accent-ink" : "border-transparent text-muted",
						)}
						onClick={(event) => {
							event.preventDefault();
							onPane(which);
						}}
					>
						{t.panes[which]}
					</a>
				))}
			</nav>
		</header>
	);
}

function Step({ label, icon, off, onPress }: { label: string; icon: ReactNode; off: boolean; onPress(): void }) {
	return (
		<Button
			variant="quiet"
			icon={icon}
			aria-disabled={off || undefined}
			onClick={onPress}
			className={cx(off && "opacity-50")}
		>
			<span className="sr-only">{label}</span>
		</Button>
	);
}

function Warnings({ view }: { view: DraftView }) {
	const t = useWords(builderWords);
	const list = view.others.join(", ");
	if (!view.problem && view.trouble !== "signed_out" && !list) return null;
	return (
		<div className="grid gap-2 px-3 pb-2 sm:px-4">
			{view.problem && (
				<Notice
					tone="danger"
					live
					actions={
						<Button size="small" onClick={() => window.location.reload()}>
							{t.reload}
						</Button>
					}
				>
					{t.stuck}
				</Notice>
			)}
			{view.trouble === "signed_out" && (
				<Notice tone="warning" live>
					{t.signedOut}
				</Notice>
			)}
			{list && <Notice live>{t.others(list)}</Notice>}
		</div>
	);
}

function saveStateOf({ state, trouble, savedAt, session }: DraftView): SaveStateValue {
	const waiting = (session.sent?.edits.length ?? 0) + session.pending.length;
	if (state === "stuck") return { kind: "refused" };
	if (state === "waiting") return trouble ? { kind: "waiting", waiting } : { kind: "saving" };
	return savedAt ? { kind: "saved", at: savedAt } : { kind: "idle" };
}
