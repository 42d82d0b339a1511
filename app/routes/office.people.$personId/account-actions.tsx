import type { AccountState } from "#app/domain/people/schema.ts";
import { peopleWords } from "#app/i18n/people.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { ActForm, SlipForm } from "../office.people/parts.tsx";

type ManagedAccount = { id: string; state: AccountState; whole: boolean; self: boolean };

/** What can be done to an account as such. Each act says what it does before it is pressed. */
export function AccountActions({ account }: { account: ManagedAccount }) {
	const t = useWords(peopleWords);
	return (
		<Card labelledBy="actions">
			<CardHeader title={t.person.actions} id="actions" />
			{account.self ? <p>{t.person.self}</p> : account.whole ? <Acts account={account} /> : <p>{t.person.elsewhere}</p>}
		</Card>
	);
}

function Acts({ account }: { account: ManagedAccount }) {
	const t = useWords(peopleWords);
	const { id, state } = account;
	return (
		<ul className="grid gap-5">
			{state === "invited" && (
				<li>
					<SlipForm personId={id} label={t.person.issue} primary />
					<p className="mt-1 text-sm text-muted">{t.print.text}</p>
				</li>
			)}
			{state === "locked" && (
				<li>
					<ActForm intent="unlock" label={t.person.unlock} />
				</li>
			)}
			{(state === "active" || state === "locked") && (
				<li>
					<SlipForm personId={id} label={t.person.reset} />
					<p className="mt-1 text-sm text-muted">{t.person.resetText}</p>
				</li>
			)}
			<li>
				{state === "blocked" ? (
					<ActForm intent="unblock" label={t.person.unblock} />
				) : (
					<>
						<ActForm intent="block" label={t.person.block} danger />
						<p className="mt-1 text-sm text-muted">{t.person.blockText}</p>
					</>
				)}
			</li>
		</ul>
	);
}
