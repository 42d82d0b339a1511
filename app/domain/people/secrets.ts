import { createHash, randomBytes } from "node:crypto";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import type { AnonymousCtx } from "../ctx.ts";
import { problem } from "../problem.ts";
import { CODE_ALPHABET, CODE_LENGTH } from "./rules.ts";
import { PASSWORD_MIN } from "./schema.ts";

/** A username with a few more signs is the next thing to be tried after it. Throws `password_too_close`. */
export function refuseOwnName(password: string, username: string): void {
	const rest = password.toLowerCase().replaceAll(username, "");
	if (rest.length < PASSWORD_MIN / 2) throw problem("password_too_close", {});
}

/** Hash of a password as better-auth keeps it (scrypt, off the main thread). Never inside a transaction: others would wait for it. */
export function hashOf(password: string): Promise<string> {
	return hashPassword(password);
}

const WAITING = "waiting-";

/**
 * In place of a hash, for accounts that wait for their one-time code: made up at random, so no password fits it. It has the form of
 * a real one, so that refusing such an account takes as long as refusing any other.
 */
export function noPassword(): string {
	return `${WAITING}${randomBytes(16).toString("hex")}:${randomBytes(64).toString("hex")}`;
}

/** Whether a stored hash is one of those. */
export function isNoPassword(hash: string | null): boolean {
	return hash === null || hash.startsWith(WAITING);
}

/** Whether the password is the person's. Outside a transaction. */
export async function isPasswordOf(ctx: AnonymousCtx, personId: string, password: string): Promise<boolean> {
	const account = await ctx.db
		.selectFrom("account")
		.select("password")
		.where("userId", "=", personId)
		.where("providerId", "=", "credential")
		.executeTakeFirst();
	return verifyPassword({ hash: account?.password ?? noPassword(), password });
}

/** Writes a password hash. Inside a transaction. */
export async function storePassword(ctx: AnonymousCtx, personId: string, password: string): Promise<void> {
	await ctx.db
		.updateTable("account")
		.set({ password, updatedAt: ctx.now })
		.where("userId", "=", personId)
		.where("providerId", "=", "credential")
		.execute();
}

/** A fresh one-time code, ungrouped: 60 random bits. */
export function newCode(): string {
	return Array.from(randomBytes(CODE_LENGTH), (byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join("");
}

/** What is stored of a one-time code. Plain SHA-256 is enough: 60 random bits cannot be tried through. */
export function codeHash(code: string): string {
	return createHash("sha256").update(code).digest("hex");
}
