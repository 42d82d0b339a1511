import pino, { type Logger } from "pino";

export type Log = Logger;

/** JSON lines on standard output. What could hold a secret is cut out, wherever in an entry it stands. */
export function openLog(level: string): Log {
	return pino({
		level,
		redact: {
			paths: ["password", "newPassword", "code", "token", "cookie", "authorization", "*.password", "*.code", "*.token", "*.cookie", "*.authorization", "req.headers"],
			censor: "[cut]",
		},
	});
}
