import { useLoaderData } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { ClauseLine } from "#app/domain/templates/clause-bank.ts";
import { codeBuilderWords } from "#app/i18n/code-builder.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { Tag } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Clause } from "#app/ui/conduct-code.tsx";
import { TextField } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Dialog } from "./dialog.tsx";
import type { loader } from "./route.ts";
import { useInsertClauses } from "./use-insert-clauses.ts";

/** Clauses of every code in sight, found by their words and taken over. */
export function ClauseBankDialog() {
	const { bank: t } = useWords(codeBuilderWords);
	const { groups, relations } = useWords(conductWords);
	const locale = useLocale();
	const [query, setQuery] = useState("");
	const { lines, next, failed, more } = useClauses(query);
	const [chosen, setChosen] = useState<ReadonlyMap<string, ClauseLine>>(new Map());
	const insert = useInsertClauses();
	return (
		<Dialog
			title={t.title}
			text={t.text}
			close={t.close}
			foot={
				<Button
					variant="primary"
					onClick={() => chosen.size > 0 && insert([...chosen.values()].map(({ clause }) => clause))}
				>
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
							<span className="min-w-0 flex-1">
								<Clause clause={line.clause} />
								<span className="mt-0.5 block text-sm text-muted">
									{groups[line.group]} · {relations[line.relation]} · <Tag>{line.template.code}</Tag>{" "}
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

type Found = { lines: ClauseLine[]; next: string | null; failed: boolean };

function useClauses(query: string) {
	const { open } = useLoaderData<typeof loader>();
	const [found, setFound] = useState<Found>({ lines: [], next: null, failed: false });
	const latest = useRef(0);
	const ask = async (after: string | null) => {
		latest.current += 1;
		const turn = latest.current;
		const params = new URLSearchParams({ q: query, not: open.versionId, ...(after ? { after } : {}) });
		try {
			const response = await fetch(`/office/templates/clauses?${params}`, { headers: { Accept: "application/json" } });
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
