import { useLoaderData } from "@remix-run/react";
import { apiWords } from "#app/i18n/api.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { powerQuery } from "./power-query.ts";
import type { loader } from "./route.ts";

/** How an officer connects Excel and Power BI, and which addresses there are. */
export function Guide() {
	const { origin, campaign, addresses } = useLoaderData<typeof loader>();
	const { guide: t } = useWords(apiWords);
	const what: Record<string, string> = t.what;
	return (
		<>
			<Card labelledBy="guide">
				<CardHeader id="guide" title={t.title} />
				<div className="grid gap-5 lg:grid-cols-2">
					<Steps title={t.excel} steps={t.excelSteps} />
					<Steps title={t.powerBi} steps={t.powerBiSteps} />
				</div>
				<h3 className="mt-5 font-semibold">{t.query}</h3>
				<p className="text-muted">{campaign ? t.queryFor(campaign.title) : t.queryNone}</p>
				<pre className="mt-2 rounded-md border border-line bg-sunken p-3 text-sm break-words whitespace-pre-wrap select-all">
					<code>{powerQuery(origin, campaign?.id ?? "{id}")}</code>
				</pre>
			</Card>
			<Card flush labelledBy="addresses">
				<CardHeader id="addresses" title={t.addresses} ruled />
				<DataTable
					caption={t.addresses}
					rows={addresses}
					rowKey={({ path }) => path}
					columns={[
						{ key: "path", header: t.address, cell: ({ path }) => <code className="text-sm break-all">{path}</code> },
						{ key: "what", header: t.holds, cell: ({ name }) => what[name] },
					]}
				/>
				<p className="px-4 py-3 text-sm text-muted sm:px-5">{t.filters}</p>
				<p className="px-4 pb-4 sm:px-5">
					<a href="/api/openapi.json" className="inline-flex min-h-10 items-center underline pointer-coarse:min-h-12">
						{t.document}
					</a>
				</p>
			</Card>
		</>
	);
}

function Steps({ title, steps }: { title: string; steps: string }) {
	return (
		<div>
			<h3 className="font-semibold">{title}</h3>
			<ol className="mt-1 grid list-decimal gap-1.5 ps-5">
				{steps.split("\n").map((step) => (
					<li key={step}>{step}</li>
				))}
			</ol>
		</div>
	);
}
