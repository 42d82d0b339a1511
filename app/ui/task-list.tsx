import { Link } from "@remix-run/react";
import { type ReactNode, useId } from "react";

export type Task = {
	key: string;
	title: ReactNode;
	/** Missing where the task cannot be started yet. */
	to?: string;
	hint?: ReactNode;
	/** A `StatusBadge`, or plain words when it is done. */
	status: ReactNode;
	/** A picture of progress before the title, such as `SectionRing`. */
	lead?: ReactNode;
};

/** Tasks in the order they are best done, each with its status; the whole row is the target. */
export function TaskList({ tasks }: { tasks: Task[] }) {
	const list = useId();
	return (
		<ul className="divide-y divide-line border-y border-line">
			{tasks.map(({ key, title, to, hint, status, lead }) => {
				const id = `${list}-${key}`;
				return (
					<li key={key} className="relative flex min-h-14 items-center gap-3 py-3 has-[a:hover]:bg-accent-soft/50">
						{lead}
						<div className="flex min-w-0 flex-1 flex-col gap-x-3 gap-y-1 sm:flex-row sm:items-center phone:flex-col phone:items-stretch">
							<div className="min-w-0 sm:flex-1 phone:flex-none">
								{to ? (
									<Link
										to={to}
										aria-describedby={`${id}-status`}
										className="font-medium text-accent-ink underline underline-offset-4 after:absolute after:inset-0"
									>
										{title}
									</Link>
								) : (
									<span className="font-medium">{title}</span>
								)}
								{hint && <div className="text-sm text-muted">{hint}</div>}
							</div>
							<div
								id={`${id}-status`}
								className="sm:max-w-[45%] sm:shrink-0 sm:text-end phone:max-w-none phone:text-start"
							>
								{status}
							</div>
						</div>
					</li>
				);
			})}
		</ul>
	);
}
