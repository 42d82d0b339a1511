import { useLoaderData, useLocation } from "@remix-run/react";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Draft } from "#app/domain/authoring/draft-schema.ts";
import { openSession } from "#app/domain/authoring/session.ts";
import { newId } from "#app/domain/id.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { postEditsTo } from "#app/offline/draft-post.ts";
import { type DraftView, openDraftSaver } from "#app/offline/draft-saver.ts";
import { keptEditsOf } from "#app/offline/kept-edits.ts";
import { useWords } from "#app/ui/locale.tsx";
import { type Actions, type Builder, formParts, hrefOf, type Selected } from "./builder-context.ts";
import { selectedInCode } from "./code-selected.ts";
import type { loader } from "./route.ts";

/** How often the page asks what others did, while it is looked at. */
const ASK_EVERY = 6_000;

/** The whole state of the page: the draft with everything done to it, what is selected, and what may be done. */
export function useBuilder(): Builder & { view: DraftView; dialog: "bank" | "paste" | null; said: string } {
	const { open } = useLoaderData<typeof loader>();
	const { said: words } = useWords(builderWords);
	const { saver, view } = useSaver();
	const { search } = useLocation();
	const [selected, setSelected] = useState(() => selectedIn(search, open.draft));
	const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
	const [dialog, setDialog] = useState<"bank" | "paste" | null>(null);
	const [said, say] = useState("");
	// A template that has just begun is opened with the cursor in its first item.
	const [writing, setWriting] = useState(search === "" && isEmpty(open.draft) ? 1 : 0);
	const live = useLive();
	const actions = useMemo<Actions>(
		() => ({
			now: () => saver?.view().session.view ?? open.draft,
			perform: (edits) => saver?.perform(edits) ?? false,
			undo() {
				saver?.undo();
				say(words.undone);
			},
			redo() {
				saver?.redo();
				say(words.redone);
			},
			choose: (key, keep) => saver?.choose(key, keep),
			select(next, write = false) {
				setSelected(next);
				if (write) setWriting((count) => count + 1);
				window.history.replaceState(window.history.state, "", hrefOf(next));
			},
			say,
			mark: (codes, into) =>
				setMarked((now) => {
					const next = new Set(now);
					for (const code of codes) into ? next.add(code) : next.delete(code);
					return next;
				}),
			open: setDialog,
		}),
		[saver, open.draft, words],
	);
	return { draft: view.session.view, selected, marked, actions, live, writing, view, dialog, said };
}

function useSaver() {
	const { open } = useLoaderData<typeof loader>();
	const { versionId } = open;
	// biome-ignore lint/correctness/useExhaustiveDependencies: the saver outlives what the page loads again
	const saver = useMemo(
		() =>
			typeof window === "undefined"
				? null
				: openDraftSaver({
						draft: open.draft,
						revision: open.revision,
						others: open.others,
						post: postEditsTo(`/office/template-drafts/${versionId}`),
						kept: keptEditsOf(versionId),
						newId,
					}),
		[versionId],
	);
	const first = useMemo<DraftView>(
		() => ({
			session: openSession(open.draft, open.revision),
			state: "idle",
			trouble: null,
			savedAt: null,
			others: open.others,
			problem: null,
		}),
		[open],
	);
	const view = useSyncExternalStore(saver?.subscribe ?? nothing, saver?.view ?? (() => first), () => first);
	useEffect(() => {
		if (!saver) return;
		const send = () => void saver.flush();
		const ask = () => {
			if (document.visibilityState === "visible" && saver.view().state !== "waiting") send();
		};
		if (saver.view().session.sent) send();
		const timer = setInterval(ask, ASK_EVERY);
		window.addEventListener("pagehide", send);
		window.addEventListener("online", send);
		return () => {
			clearInterval(timer);
			window.removeEventListener("pagehide", send);
			window.removeEventListener("online", send);
			saver.close();
		};
	}, [saver]);
	return { saver, view };
}

/** False while the server draws and in the first drawing of the browser. */
function useLive(): boolean {
	const [live, setLive] = useState(false);
	useEffect(() => setLive(true), []);
	return live;
}

function selectedIn(search: string, { definition, conduct }: Draft): Selected {
	const asked = new URLSearchParams(search);
	const code = conduct && selectedInCode(asked, conduct);
	if (code) return code;
	const [item, section, part] = [asked.get("item"), asked.get("section"), asked.get("part")];
	if (item) return { kind: "item", code: item };
	if (section) return { kind: "section", code: section };
	const named = formParts.find((one) => one === part);
	if (named) return { kind: "part", code: named };
	const first = definition.sections[0]?.items[0];
	return first ? { kind: "item", code: first.code } : { kind: "part", code: "head" };
}

function isEmpty({ definition: { sections } }: Draft): boolean {
	return sections.length === 1 && sections[0]?.items.length === 1 && sections[0].items[0]?.text.vi === "";
}

const nothing = () => () => undefined;
