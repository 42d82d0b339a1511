import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";

/** Something that is done to what is selected: at once where a script runs, else posted as the intent. */
export type Act = { intent: string; label: string; icon: ReactNode; look?: "primary" | "quiet"; run(): void };

/** What can be done to an item, a clause or a part. */
export function ActBar({ acts }: { acts: readonly Act[] }) {
	return (
		<div className="flex flex-wrap gap-2">
			{acts.map(({ intent, label, icon, look, run }) => (
				<Button
					key={intent}
					type="submit"
					name="intent"
					value={intent}
					icon={icon}
					{...(look ? { variant: look } : {})}
					onClick={(event) => {
						event.preventDefault();
						run();
					}}
				>
					{label}
				</Button>
			))}
		</div>
	);
}
