import { useLoaderData } from "@remix-run/react";
import type { ClauseStatus, SchoolClause } from "#app/domain/conduct/schema.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductSchoolWords } from "#app/i18n/conduct-school.ts";
import { Tag } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { Clause } from "#app/ui/conduct-code.tsx";
import { cx } from "#app/ui/cx.ts";
import { TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Segmented } from "#app/ui/segmented.tsx";
import { Conflict, Standing } from "./clause-standing.tsx";
import type { loader } from "./route.ts";
import type { Answer } from "./screen.tsx";
import { useClause } from "./use-clause.ts";

/** A clause of the office: keep, reword or leave out. Saved by itself; without script by its own button. */
export function ClauseCard({ clause, answer }: { clause: SchoolClause; answer: Answer }) {
	const { group } = useLoaderData<typeof loader>();
	const { text: t } = useWords(conductSchoolWords);
	const { demanded } = useWords(conductWords);
	const hand = useClause(clause, answer);
	const { fields, scripted, view, conflict } = hand;
	const field = `clause-${clause.code}`;
	const options = [
		{ value: "kept", label: t.keep, tone: "plain" as const },
		{ value: "reworded", label: t.reword, tone: "plain" as const },
		...(clause.demanded ? [] : [{ value: "dropped", label: t.drop, tone: "plain" as const }]),
	];
	return (
		<Card>
			<form ref={hand.box} method="post" action={`?group=${group}`} className="group/clause">
				<input type="hidden" name="intent" value="clause" />
				<input type="hidden" name="code" value={clause.code} />
				<input type="hidden" name="base" value={hand.base} />
				<div className={cx(fields.status === "dropped" && "text-muted line-through")}>
					<Clause clause={{ stance: clause.stance, text: clause.origin ?? clause.text }} />
				</div>
				{clause.demanded && (
					<p className="mt-2 text-sm text-muted">
						<Tag tone="accent">{demanded}</Tag> {t.demandedWhy}
					</p>
				)}
				<Segmented
					key={`status ${hand.drawn} ${scripted}`}
					id={`${field}-status`}
					name="status"
					legend={t.question(clause.code)}
					legendHidden
					value={fields.status}
					options={options}
					onChange={
						scripted
							? (status) =>
									hand.change({ status: status as ClauseStatus, text: textFor(status, fields.text, clause) }, true)
							: undefined
					}
				/>
				{/* Without script the choice itself shows the field. */}
				<div
					className={cx(
						"mt-3",
						scripted
							? fields.status !== "reworded" && "hidden"
							: "hidden group-has-[[value=reworded]:checked]/clause:block",
					)}
				>
					<TextArea
						key={`text ${hand.drawn}`}
						id={`${field}-text`}
						name="text"
						label={t.wording}
						rows={2}
						defaultValue={fields.text}
						maxLength={4000}
						error={view.empty ? t.empty : undefined}
						onInput={(event) => hand.change({ status: "reworded", text: event.currentTarget.value })}
					/>
				</div>
				{!conflict && <Standing hand={hand} />}
			</form>
			{conflict && <Conflict clause={clause} hand={hand} conflict={conflict} />}
		</Card>
	);
}

/** An emptied wording begins from the office's again. */
function textFor(status: string, text: string, clause: SchoolClause): string {
	return status === "reworded" && text.trim() === "" ? (clause.origin?.vi ?? "") : text;
}
