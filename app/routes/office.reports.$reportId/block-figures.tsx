import { useLoaderData } from "@remix-run/react";
import { keysIn } from "#app/domain/papers/rules.ts";
import type { ReportBlock } from "#app/domain/papers/schema.ts";
import { reportsWords } from "#app/i18n/reports.ts";
import { useWords } from "#app/ui/locale.tsx";
import type { loader } from "./route.ts";

/** What may be linked in a part: for a task the figures of its campaigns, elsewhere those in use and the general ones. */
export function BlockFigures({ block }: { block: ReportBlock }) {
	const { figures, aliases } = useLoaderData<typeof loader>();
	const { block: t, figures: names } = useWords(reportsWords);
	const own = block.task ? (aliases[block.task.id] ?? []) : [];
	const used = keysIn(block.text);
	const shown = figures.filter(({ key }) => used.includes(key) || own.some((alias) => key.startsWith(`${alias}.`)));
	if (shown.length === 0) return null;
	return (
		<details>
			<summary className="flex min-h-10 items-center text-sm font-medium text-accent-ink pointer-coarse:min-h-12">
				{t.figures}
			</summary>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard */}
			<section aria-label={t.figures} tabIndex={0} className="max-h-80 overflow-auto rounded-md border border-line">
				<table className="w-full border-collapse text-sm">
					<thead>
						<tr className="text-start text-muted">
							<th scope="col" className="px-3 py-2 text-start font-medium">
								{t.meaning}
							</th>
							<th scope="col" className="px-3 py-2 text-end font-medium">
								{t.value}
							</th>
							<th scope="col" className="px-3 py-2 text-start font-medium">
								{t.code}
							</th>
						</tr>
					</thead>
					<tbody>
						{shown.map(({ key, name, subject, text }) => (
							<tr key={key} className="border-t border-line">
								<th scope="row" className="px-3 py-1.5 text-start font-normal">
									{names[name]}
									{subject && <span className="block text-muted">{subject}</span>}
								</th>
								<td className="tabular px-3 py-1.5 text-end">{text}</td>
								<td className="px-3 py-1.5">
									<code className="select-all">{`{{${key}}}`}</code>
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</section>
		</details>
	);
}
