import type { Role } from "#app/domain/ctx.ts";

/** A demo account: what the printed list says, and what the database says about who it is. */
export type Account = Holder & { password: string };

/** A person with a role at a unit. */
export type Holder = { username: string; name: string; role: Role; unitId: string; unit: string; code: string };

/** The accounts named in `demo-accounts.txt`: on each line a username that somebody holds, followed by the password. */
export function parseAccounts(text: string, holders: readonly Holder[]): Account[] {
	const byUsername = new Map(holders.map((holder) => [holder.username, holder]));
	return text.split("\n").flatMap((line) => {
		const words = line.trim().split(/\s+/);
		const at = words.findIndex((word) => byUsername.has(word));
		const holder = byUsername.get(words[at] ?? "");
		const password = words[at + 1];
		return holder && password ? [{ ...holder, password }] : [];
	});
}

/** A demo account of the role, of the school with the code when one is given. */
export function accountOf(site: { accounts: readonly Account[] }, role: Role, code?: string): Account {
	const found = site.accounts.find((one) => one.role === role && (code === undefined || one.code === code));
	if (!found) throw new Error(`the demo has no ${role}${code ? ` at ${code}` : ""}`);
	return found;
}
