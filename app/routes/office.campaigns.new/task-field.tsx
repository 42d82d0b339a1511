import { useLoaderData } from "@remix-run/react";
import { campaignsWords } from "#app/i18n/campaigns.ts";
import { CheckboxGroup } from "#app/ui/choice.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { CampaignFormHandle } from "./campaign-form.tsx";
import type { loader } from "./route.ts";

/** Which tasks the campaign serves: those of the letter one came from stand open, other letters' behind a fold. */
export function TaskField({ form, chosen }: { form: CampaignFormHandle; chosen: string[] }) {
	const { tasks } = useLoaderData<typeof loader>();
	const { form: t } = useWords(campaignsWords);
	const letter = (tasks.find((task) => chosen.includes(task.id)) ?? tasks[0])?.directiveId;
	const options = (list: typeof tasks) =>
		list.map((task) => ({ value: task.id, label: t.taskLine(task.directive, task.number, task.title) }));
	const near = tasks.filter((task) => task.directiveId === letter);
	const others = tasks.filter((task) => task.directiveId !== letter);
	const field = form.choices("taskIds");
	if (tasks.length === 0) return null;
	return (
		<div>
			<CheckboxGroup {...field} label={t.tasks} hint={t.tasksHint} options={options(near)} optional />
			{others.length > 0 && (
				<details open={others.some((task) => chosen.includes(task.id))} className="mt-2">
					<summary className="inline-block py-1 font-medium text-accent-ink underline underline-offset-4">
						{t.tasksMore(others.length)}
					</summary>
					<CheckboxGroup
						{...field}
						id={`${field.id}-others`}
						label={t.tasksMore(others.length)}
						options={options(others)}
					/>
				</details>
			)}
		</div>
	);
}
