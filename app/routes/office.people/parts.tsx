import { Form } from "@remix-run/react";
import type { AccountState } from "#app/domain/people/schema.ts";
import { Button } from "#app/ui/button.tsx";
import type { Tone } from "#app/ui/tone.ts";

/** Parts that the pages of accounts share: the office's list, one person, the school's own people. */

export const stateTones: Record<AccountState, Tone> = {
	invited: "accent",
	active: "neutral",
	locked: "warn",
	blocked: "bad",
};

/** Issues a code and answers with the slip: a plain form, since the answer is a page to print. */
export function SlipForm({ personId, label, primary }: { personId: string; label: string; primary?: boolean }) {
	return (
		<form method="post" action="/office/people/slips">
			<input type="hidden" name="person" value={personId} />
			<Button type="submit" variant={primary ? "primary" : "secondary"}>
				{label}
			</Button>
		</form>
	);
}

/** One button that posts to the page it stands on. */
export function ActForm({
	intent,
	label,
	danger,
	fields = {},
}: {
	intent: string;
	label: string;
	danger?: boolean;
	fields?: Record<string, string>;
}) {
	return (
		<Form method="post">
			{Object.entries(fields).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<Button type="submit" name="intent" value={intent} variant={danger ? "danger" : "secondary"}>
				{label}
			</Button>
		</Form>
	);
}
