import { Link, useLoaderData, useLocation } from "@remix-run/react";
import { formatNumber } from "#app/i18n/format.ts";
import { unitsWords } from "#app/i18n/units.ts";
import { cx } from "#app/ui/cx.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { withParam } from "#app/ui/url.ts";
import { Fold } from "./fold.tsx";
import type { loader } from "./route.ts";

/** The units below with how many schools each holds; each filters the list. Folded away but on wide screens. */
export function Tree() {
	const t = useWords(unitsWords);
	const { tree } = useLoaderData<typeof loader>();
	return (
		<nav aria-label={t.list.tree}>
			<Fold
				title={`${t.list.tree} (${tree.length})`}
				className="kit-fold-open supports-[selector(::details-content)]:2xl:[&>summary]:hidden"
			>
				<p className="hidden border-b border-line px-4 py-3 font-semibold supports-[selector(::details-content)]:2xl:block">
					{t.list.tree}
				</p>
				<Branches />
			</Fold>
		</nav>
	);
}

function Branches() {
	const t = useWords(unitsWords);
	const locale = useLocale();
	const location = useLocation();
	const { tree, search } = useLoaderData<typeof loader>();
	const all = tree.reduce((sum, branch) => sum + branch.schools, 0);
	const lines = [{ id: "", name: t.list.treeAll, schools: all, closed: 0, level: "" }, ...tree];
	const everywhere = { ...location, search: withoutPlaces(location) };
	return (
		<ul className="py-1.5 max-2xl:columns-[15rem] max-2xl:gap-2">
			{lines.map((branch) => {
				const chosen = branch.id === (search.under ?? search.commune ?? "");
				const words = (
					<>
						<span className="min-w-0">{branch.name}</span>
						<span className="tabular text-muted">
							{formatNumber(branch.schools, locale)}
							<span className="sr-only"> {t.list.treeCount(branch.schools)}</span>
							{branch.closed > 0 && <span className="sr-only">, {t.list.treeClosed(branch.closed)}</span>}
						</span>
					</>
				);
				return (
					<li key={branch.id} className="break-inside-avoid">
						<Link
							to={withParam(everywhere, branch.level === "xa" ? "commune" : "under", branch.id)}
							aria-current={chosen ? "true" : undefined}
							className={cx(
								"flex min-h-9 items-center justify-between gap-3 px-4 py-1 text-[0.9375rem] pointer-coarse:min-h-11",
								chosen ? "bg-accent-soft font-semibold text-accent-ink" : "hover:bg-sunken",
							)}
						>
							{words}
						</Link>
					</li>
				);
			})}
		</ul>
	);
}

/** A line of the tree says the place anew. */
function withoutPlaces({ search }: { search: string }): string {
	const params = new URLSearchParams(search);
	params.delete("under");
	params.delete("commune");
	return params.toString();
}
