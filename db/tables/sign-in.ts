import type { Flag } from "./columns.ts";

/**
 * better-auth's own tables, in its names and types (dates: text on SQLite, timestamptz on PostgreSQL). Sessions are opened and
 * renewed by better-auth; the people room writes accounts and passwords, and ends sessions, in its own transactions.
 */
export type SessionTable = {
	id: string;
	token: string;
	userId: string;
	expiresAt: string | Date;
	createdAt: string | Date;
	updatedAt: string | Date;
	ipAddress: string | null;
	userAgent: string | null;
};

export type UserTable = {
	id: string;
	name: string;
	email: string;
	emailVerified: Flag | boolean;
	image: string | null;
	createdAt: string | Date;
	updatedAt: string | Date;
	username: string | null;
	displayUsername: string | null;
};

export type AccountTable = {
	id: string;
	accountId: string;
	providerId: string;
	userId: string;
	password: string | null;
	createdAt: string | Date;
	updatedAt: string | Date;
};

/** Attempts per key (address, unknown username) in the window that began, or was last touched, at `lastRequest` (ms). */
export type RateLimitTable = { id: string; key: string; count: number; lastRequest: number };
