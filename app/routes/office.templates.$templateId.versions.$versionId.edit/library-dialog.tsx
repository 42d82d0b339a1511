import { useLoaderData } from "@remix-run/react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { LibraryLine } from "#app/domain/templates/library.ts";
import { Tag } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { useLocale } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Dialog } from "./dialog.tsx";
import type { loader } from "./route.ts";

type LibraryWords = {
	title: string;
	text: string;
	close: string;
	search: string;
	failed: string;
	none: string;
	more: string;
	insert(count: number): string;
	from(title: string, number: number): string;
};

type LibraryProps<L> = {
	words: LibraryWords;
	/** The page that answers with lines. */
	from: string;
	/** What a line says. */
	draw(line: L): ReactNode;
	/** Where in its version it stands, before the version's own name. */
	place?(line: L): ReactNode;
	insert(lines: L[]): void;
};

/** Lines of the library, found by their words, ticked and taken over. */
export function LibraryDialog<L extends LibraryLine<object>>(props: LibraryProps<L>) {
	const { words: t, from, draw, place, insert } = props;
	const locale = useLocale();
	const [query, setQuery] = useState("");
	const { lines, next, asked, failed, more } = useLibrary<L>(from, query);
	const [chosen, setChosen] = useState<ReadonlyMap<string, L>>(new Map());
	return (
		<Dialog
			title={t.title}
			text={t.text}
			close={t.close}
			foot={
				<Button variant="primary" onClick={() => chosen.size > 0 && insert([...chosen.values()])}>
					{t.insert(chosen.size)}
				</Button>
			}
		>
			<TextField
				name="bank"
				inputMode="search"
				label={t.search}
				value={query}
				autoFocus
				onChange={(event) => setQuery(event.target.value)}
			/>
			{failed && <Notice tone="warning">{t.failed}</Notice>}
			{asked && !failed && lines.length === 0 && <p className="text-muted">{t.none}</p>}
			<ul className="divide-y divide-line">
				{lines.map((line) => (
					<li key={line.id}>
						<label className="flex min-h-12 items-start gap-3 py-2">
							<input
								type="checkbox"
								className="mt-1 size-5 shrink-0 accent-accent pointer-coarse:size-6"
								checked={chosen.has(line.id)}
								onChange={(event) => {
									const now = new Map(chosen);
									event.target.checked ? now.set(line.id, line) : now.delete(line.id);
									setChosen(now);
								}}
							/>
							<span className="min-w-0 flex-1">
								{draw(line)}
								<span className="mt-0.5 block text-sm text-muted">
									{place?.(line)}
									<Tag>{line.template.code}</Tag>{" "}
									{t.from(line.template.title[locale] || line.template.title.vi, line.template.number)}
								</span>
							</span>
						</label>
					</li>
				))}
			</ul>
			{next && <Button onClick={more}>{t.more}</Button>}
		</Dialog>
	);
}

type Page<L> = { lines: L[]; next: string | null };
/** `asked`: the library has answered, so that what is not there is known. */
type Asked = { asked: boolean; failed: boolean };

function useLibrary<L>(from: string, query: string) {
	const { open } = useLoaderData<typeof loader>();
	const [found, setFound] = useState<Page<L> & Asked>({ lines: [], next: null, asked: false, failed: false });
	const latest = useRef(0);
	const ask = async (after: string | null) => {
		latest.current += 1;
		const turn = latest.current;
		const params = new URLSearchParams({ q: query, not: open.versionId, ...(after ? { after } : {}) });
		try {
			const response = await fetch(`${from}?${params}`, { headers: { Accept: "application/json" } });
			if (!response.ok) throw new Error(response.statusText);
			const page = (await response.json()) as Page<L>;
			if (turn !== latest.current) return;
			setFound((now) => ({
				lines: after ? [...now.lines, ...page.lines] : page.lines,
				next: page.next,
				asked: true,
				failed: false,
			}));
		} catch {
			if (turn === latest.current) setFound((now) => ({ ...now, failed: true }));
		}
	};
	// biome-ignore lint/correctness/useExhaustiveDependencies: asks again for other words, not for another drawing
	useEffect(() => {
		const timer = setTimeout(() => void ask(null), query === "" ? 0 : 250);
		return () => clearTimeout(timer);
	}, [query]);
	return { ...found, more: () => void ask(found.next) };
}
