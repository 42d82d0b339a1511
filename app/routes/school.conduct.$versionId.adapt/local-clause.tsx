import { Form, useLoaderData } from "@remix-run/react";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import { useEffect, useRef } from "react";
import type { SchoolClause, SchoolModule } from "#app/domain/conduct/schema.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductSchoolWords } from "#app/i18n/conduct-school.ts";
import { Tag } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Conflict, Standing } from "./clause-standing.tsx";
import type { loader } from "./route.ts";
import type { Answer } from "./screen.tsx";
import { useClause } from "./use-clause.ts";

type LocalClauseProps = { clause: SchoolClause; module: Pick<SchoolModule, "clauses">; index: number; answer: Answer };

/** A clause of the school's own: written, moved among the others of its part, taken out. */
export function LocalClause({ clause, module, index, answer }: LocalClauseProps) {
	const { group } = useLoaderData<typeof loader>();
	const { text: t } = useWords(conductSchoolWords);
	const { statuses, stances } = useWords(conductWords);
	const hand = useClause(clause, answer);
	const { fields, view, conflict } = hand;
	return (
		<Card className="border-s-4 border-s-accent">
			<form ref={hand.box} method="post" action={`?group=${group}`}>
				<input type="hidden" name="intent" value="clause" />
				<input type="hidden" name="code" value={clause.code} />
				<input type="hidden" name="base" value={hand.base} />
				<input type="hidden" name="status" value="local" />
				<p className="mb-2 flex flex-wrap gap-2">
					<Tag tone="accent">{statuses.local}</Tag>
					<span className="font-medium">{stances[clause.stance]}</span>
				</p>
				<TextArea
					key={`text ${hand.drawn}`}
					id={`clause-${clause.code}-text`}
					name="text"
					label={t.local.text}
					rows={2}
					defaultValue={fields.text}
					maxLength={4000}
					error={view.empty ? t.empty : undefined}
					onInput={(event) => hand.change({ status: "local", text: event.currentTarget.value })}
				/>
				{!conflict && <Standing hand={hand} />}
			</form>
			{conflict && <Conflict clause={clause} hand={hand} conflict={conflict} />}
			<div className="mt-3 flex flex-wrap items-start gap-3">
				<Move clause={clause} module={module} index={index} />
				<details>
					<summary className="flex min-h-12 cursor-pointer items-center font-medium text-accent-ink underline underline-offset-4">
						{t.local.remove}
					</summary>
					<Form method="post" action={`?group=${group}`} preventScrollReset>
						<input type="hidden" name="intent" value="clause" />
						<input type="hidden" name="code" value={clause.code} />
						<input type="hidden" name="base" value={hand.base} />
						<input type="hidden" name="status" value="dropped" />
						<Button type="submit" variant="danger" aria-label={t.local.removeOf(clause.code)}>
							{t.drop}
						</Button>
					</Form>
				</details>
			</div>
		</Card>
	);
}

/** Two buttons that change places with the neighbour; the one pressed keeps the focus. */
function Move({ clause, module, index }: Omit<LocalClauseProps, "answer">) {
	const { group } = useLoaderData<typeof loader>();
	const { text: t } = useWords(conductSchoolWords);
	const pressed = useRef<HTMLButtonElement | null>(null);
	const place = useRef(index);
	useEffect(() => {
		if (place.current === index) return;
		place.current = index;
		pressed.current?.focus();
	}, [index]);
	const { clauses } = module;
	const above = clauses[index - 1]?.code;
	const below = index < clauses.length - 1 ? (clauses[index + 2]?.code ?? "") : undefined;
	const press = (event: { currentTarget: HTMLButtonElement }) => {
		pressed.current = event.currentTarget;
	};
	return (
		<Form method="post" action={`?group=${group}`} preventScrollReset className="flex gap-2">
			<input type="hidden" name="intent" value="move" />
			<input type="hidden" name="code" value={clause.code} />
			{above !== undefined && (
				<Button
					type="submit"
					name="before"
					value={above}
					icon={<ArrowUp />}
					aria-label={t.local.upOf(clause.code)}
					onClick={press}
				>
					{t.local.up}
				</Button>
			)}
			{below !== undefined && (
				<Button
					type="submit"
					name="before"
					value={below}
					icon={<ArrowDown />}
					aria-label={t.local.downOf(clause.code)}
					onClick={press}
				>
					{t.local.down}
				</Button>
			)}
		</Form>
	);
}
