import { z } from "zod";
import { cleanLine } from "../text.ts";
import { isCommonPassword } from "./common-passwords.ts";

export const role = z.enum(["office_admin", "officer", "reader", "principal", "deputy", "teacher"]);

/** Where an account stands: waiting for its one-time code, in use, locked after wrong passwords, blocked by somebody. */
export const accountState = z.enum(["invited", "active", "locked", "blocked"]);
export type AccountState = z.infer<typeof accountState>;

/** What people type to sign in: spaces around it and capitals do not matter. */
const typedUsername = z
	.string()
	.transform((text) => cleanLine(text).toLowerCase())
	.pipe(z.string().min(1).max(100));

/** Plain letters, digits, `.`, `-`, `_`: what can be dictated over the telephone and typed on any keyboard. */
export const username = z
	.string()
	.transform((text) => cleanLine(text).toLowerCase())
	.pipe(
		z
			.string()
			.min(3)
			.max(40)
			.refine((text) => /^[a-z0-9][a-z0-9._-]*$/.test(text), {
				params: {
					vi: "Chỉ dùng chữ cái không dấu, chữ số và các dấu . - _, bắt đầu bằng chữ hoặc số; ví dụ annv.36365001.",
					en: "Use plain letters, digits and . - _ only, beginning with a letter or digit; for example annv.36365001.",
				},
			}),
	);

export const PASSWORD_MIN = 10;

/** Long rather than odd (NIST SP 800-63B): ten characters, not one of those tried first. Spaces and Vietnamese letters are welcome. */
export const newPassword = z
	.string()
	.min(PASSWORD_MIN)
	.max(200)
	.refine((password) => !isCommonPassword(password), {
		params: {
			vi: "Mật khẩu này quá dễ đoán. Hãy chọn mật khẩu khác, ví dụ ba bốn từ không liên quan đến nhau.",
			en: "This password is too easy to guess. Choose another, for example three or four unrelated words.",
		},
	});

/** A password as typed: never cut, never cleaned. */
const typedPassword = z.string().min(1).max(200);

export const signInForm = z.object({ username: typedUsername, password: typedPassword });
export const activateForm = z.object({ code: z.string().max(100), password: newPassword });
export const passwordForm = z.object({ current: typedPassword, password: newPassword });

const personName = z.string().transform(cleanLine).pipe(z.string().min(2).max(120));

export const personForm = z.object({ name: personName, username, role, unitId: z.uuid() });
export type PersonInput = z.infer<typeof personForm>;

/** As a head fills it in: the unit is their own school. */
export const staffForm = personForm.omit({ unitId: true }).extend({ role: z.enum(["deputy", "teacher"]) });

export const renameForm = z.object({ name: personName });
export const membershipForm = z.object({ unitId: z.uuid(), role });
export const roleForm = z.object({ membershipId: z.uuid(), role });

/** Filters of the list of accounts, as they stand in the URL; what cannot be read filters nothing. */
export const accountFilter = z.object({
	q: z.string().max(200).catch("").default(""),
	unit: z.uuid().nullable().catch(null).default(null),
	role: role.nullable().catch(null).default(null),
	state: accountState.nullable().catch(null).default(null),
	after: z.string().max(400).nullable().catch(null).default(null),
});
export type AccountFilter = z.infer<typeof accountFilter>;

/** Which schools get an account for their head: all below the office, or those of a kind, ownership, commune or manager. */
export const schoolFilter = z.object({
	kind: z.string().max(40).catch("").default(""),
	ownership: z.string().max(40).catch("").default(""),
	commune: z.string().max(40).catch("").default(""),
});
export type SchoolFilter = z.infer<typeof schoolFilter>;

/** What a key lets a program read. */
export const apiReads = ["campaigns", "results", "answers", "units"] as const;
export type ApiRead = (typeof apiReads)[number];

/** Longest life of a key. */
export const API_KEY_DAYS = 365;
/** Requests a minute with one key: ten a second, a whole province in some minutes. */
export const API_REQUESTS_A_MINUTE = 600;

/** A new key; `id` is made with the form, so that sending it twice makes one. */
export const apiKeyForm = z.object({
	id: z.uuid(),
	name: z.string().transform(cleanLine).pipe(z.string().min(2).max(80)),
	reads: z.array(z.enum(apiReads)).min(1),
	expiresOn: z.iso.date(),
});
export type ApiKeyInput = z.infer<typeof apiKeyForm>;
