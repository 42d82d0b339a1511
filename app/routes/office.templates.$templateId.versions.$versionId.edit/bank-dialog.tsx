import { useLoaderData } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { findItem } from "#app/domain/authoring/edits.ts";
import { insertItems } from "#app/domain/authoring/make.ts";
import type { BankLine } from "#app/domain/templates/bank.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { Tag } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useBuilderParts } from "./builder-context.ts";
import { Dialog } from "./dialog.tsx";
import type { loader } from "./route.ts";

/** Where new items go: behind the item that is selected, or at the end of its section, or of the form. */
export function useTarget(): () => { section: string; after: string | null } {
	const { selected, actions } = useBuilderParts();
	return () => {
		const { definition } = actions.now();
		const found = selected.kind === "item" ? findItem(definition, selected.code) : null;
		if (found) return { section: found.section.code, after: found.item.code };
		const section =
			definition.sections.find(({ code }) => selected.kind === "section" && code === selected.code) ??
			definition.sections.at(-1);
		return { section: section?.code ?? "", after: section?.items.at(-1)?.code ?? null };
	};
}

/** Items of the library, found by their words and taken over with code and origin. */
export function BankDialog() {
	const { actions } = useBuilderParts();
	const { bank: t, said } = useWords(builderWords);
	const locale = useLocale();
	const [query, setQuery] = useState("");
	const { lines, next, failed, more } = useBank(query);
	const [chosen, setChosen] = useState<ReadonlyMap<string, BankLine>>(new Map());
	const target = useTarget();
	const insert = () => {
		const { section, after } = target();
		const items = [...chosen.values()].map(({ item }) => item);
		const edits = insertItems(actions.now(), section, after, items);
		actions.perform(edits);
		actions.say(said.inserted(edits.length));
		actions.open(null);
		const [first] = edits;
		if (first?.do === "add_item") actions.select({ kind: "item", code: first.value.code });
	};
	return (
		<Dialog
			title={t.title}
			text={t.text}
			close={t.close}
			foot={
				<Button variant="primary" onClick={() => chosen.size > 0 && insert()}>
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
			{!failed && lines.length === 0 && <p className="text-muted">{t.none}</p>}
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
							<span className="min-w-0">
								<span className="text-sm text-muted">{line.item.code}</span>{" "}
								{line.item.text[locale] || line.item.text.vi}
								<span className="mt-0.5 block text-sm text-muted">
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

type Found = { lines: BankLine[]; next: string | null; failed: boolean };

function useBank(query: string) {
	const { open } = useLoaderData<typeof loader>();
	const [found, setFound] = useState<Found>({ lines: [], next: null, failed: false });
	const latest = useRef(0);
	const ask = async (after: string | null) => {
		latest.current += 1;
		const turn = latest.current;
		const params = new URLSearchParams({ q: query, not: open.versionId, ...(after ? { after } : {}) });
		try {
			const response = await fetch(`/office/templates/bank?${params}`, { headers: { Accept: "application/json" } });
			if (!response.ok) throw new Error(response.statusText);
			const page = (await response.json()) as Pick<Found, "lines" | "next">;
			if (turn !== latest.current) return;
			setFound((now) => ({
				lines: after ? [...now.lines, ...page.lines] : page.lines,
				next: page.next,
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
