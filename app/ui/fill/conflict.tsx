import type { Answer, Item } from "#app/domain/forms/schema.ts";
import { formatTime } from "#app/i18n/format.ts";
import { schoolPageWords } from "#app/i18n/school.ts";
import { AnswerDetails, AnswerValue } from "../answer-value.tsx";
import { Button } from "../button.tsx";
import { useWords } from "../locale.tsx";
import { Notice } from "../notice.tsx";
import type { FillState, Met } from "./fill-state.ts";

type ConflictProps = { item: Item; state: FillState; met: Met };

/** Two answers to one item, side by side, and the choice. The buttons are of the page's own form, for browsers without script. */
export function Conflict({ item, state, met: { mine, current } }: ConflictProps) {
	const { conflict: t } = useWords(schoolPageWords);
	const choose = (keep: "mine" | "theirs") => (event: { preventDefault(): void }) => {
		if (state.choose(item.code, keep, current)) event.preventDefault();
	};
	return (
		<Notice
			tone="warning"
			live
			title={t.title}
			actions={
				<>
					<Button
						type="submit"
						name="go"
						value={state.row === "" ? state.section?.code : `@row:${state.row}`}
						onClick={choose("mine")}
					>
						{t.keepMine}
					</Button>
					<Button type="submit" name="theirs" value={item.code} onClick={choose("theirs")}>
						{t.keepTheirs}
					</Button>
				</>
			}
		>
			<p>{t.text}</p>
			<dl className="mt-2 grid gap-3 sm:grid-cols-2">
				<Side title={t.mine} item={item} answer={mine} />
				<Side title={t.theirs(formatTime(current.answeredAt))} item={item} answer={current} />
			</dl>
		</Notice>
	);
}

function Side({ title, item, answer }: { title: string; item: Item; answer: Answer }) {
	return (
		<div className="rounded-md border border-line bg-surface p-3">
			<dt className="mb-1 text-sm text-muted">{title}</dt>
			<dd>
				<AnswerValue item={item} answer={answer} />
				<AnswerDetails answer={answer} />
			</dd>
		</div>
	);
}
