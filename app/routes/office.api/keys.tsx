import { Form, useLoaderData } from "@remix-run/react";
import { apiWords } from "#app/i18n/api.ts";
import { formatDay, formatTime } from "#app/i18n/format.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import type { Tone } from "#app/ui/tone.ts";
import type { loader } from "./route.ts";
import type { Loaded } from "./screen.tsx";

type Key = Loaded["keys"][number];

const tones: Record<Key["state"], Tone> = { in_use: "accent", expired: "warn", revoked: "neutral" };

/** Every key of the office: what it reads, until when, when it last did. */
export function Keys() {
	const { keys } = useLoaderData<typeof loader>();
	const { list: t } = useWords(apiWords);
	return (
		<Card flush labelledBy="keys">
			<CardHeader id="keys" title={t.title} ruled />
			<DataTable
				caption={t.title}
				columns={useColumns()}
				rows={keys}
				rowKey={({ id }) => id}
				empty={<p className="text-muted">{t.empty}</p>}
			/>
		</Card>
	);
}

function useColumns(): Column<Key>[] {
	const { list: t, shortReads, states } = useWords(apiWords);
	return [
		{
			key: "name",
			header: t.name,
			cell: (key) => (
				<>
					{key.name} <span className="text-muted">{t.ending(key.ending)}</span>
					<span className="block text-sm font-normal text-muted">{t.made(key.madeBy, formatTime(key.madeAt))}</span>
				</>
			),
		},
		{ key: "reads", header: t.reads, cell: (key) => key.reads.map((read) => shortReads[read]).join(", ") },
		{
			key: "state",
			header: t.state,
			tight: true,
			cell: (key) => <StatusBadge tone={tones[key.state]}>{states[key.state]}</StatusBadge>,
		},
		{ key: "expiresOn", header: t.expiresOn, tight: true, cell: (key) => formatDay(key.expiresOn) },
		{
			key: "lastUsed",
			header: t.lastUsed,
			tight: true,
			cell: (key) => (key.lastUsedAt ? formatTime(key.lastUsedAt) : t.never),
		},
		{ key: "act", header: t.act, cell: (key) => key.state === "in_use" && <Revoke id={key.id} /> },
	];
}

/** Asked once more before it is done, also without script. */
function Revoke({ id }: { id: string }) {
	const { list: t } = useWords(apiWords);
	return (
		<details className="max-w-64">
			<summary className="inline-flex min-h-10 cursor-pointer items-center whitespace-nowrap underline underline-offset-4 pointer-coarse:min-h-12">
				{t.revoke}
			</summary>
			<Form method="post" className="grid gap-2 pb-2">
				<p className="text-sm">{t.revokeText}</p>
				<input type="hidden" name="keyId" value={id} />
				<div>
					<Button type="submit" name="intent" value="revoke" variant="danger">
						{t.confirm}
					</Button>
				</div>
			</Form>
		</details>
	);
}
