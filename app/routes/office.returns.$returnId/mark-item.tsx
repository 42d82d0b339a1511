import { reviewWords } from "#app/i18n/review.ts";
import { Checkbox } from "#app/ui/choice.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useTyped } from "./typed.ts";

/** Closed until it is needed: a tick and the reason the school will read. `answer` is the key of what goes back. */
export function MarkItem({ answer, name }: { answer: string; name: string }) {
	const { form: t } = useWords(reviewWords);
	const typed = useTyped();
	const reason = typed(`reason:${answer}`);
	const id = answer.replace("#", "-");
	return (
		<details open={reason !== ""} className="min-w-0 self-start rounded-md border border-line" data-print="hide">
			<summary className="min-h-10 px-3 py-2 text-sm font-medium text-accent-ink pointer-coarse:min-h-12">
				{t.mark(name)}
			</summary>
			<div className="grid gap-2 border-t border-line px-3 pb-3">
				<Checkbox id={`mark-${id}`} name="mark" value={answer} label={t.mark(name)} defaultChecked={reason !== ""} />
				<TextArea
					id={`reason-${id}`}
					name={`reason:${answer}`}
					label={t.reasonOf(name)}
					rows={2}
					maxLength={2000}
					defaultValue={reason}
				/>
			</div>
		</details>
	);
}
