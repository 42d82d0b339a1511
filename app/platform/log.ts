import pino, { type DestinationStream, type Logger } from "pino";

export type Log = Logger;

const SECRET = /^(.*password|.*secret|.*token|cookie|set-cookie|authorization|accessCode|connectionString)$/i;
const CUT = "[cut]";
const DEPTH = 6;

/** JSON lines on standard output. What could hold a secret is cut out, wherever in an entry it stands. */
export function openLog(
	level: string,
	destination: DestinationStream = pino.destination({ dest: 1, sync: false }),
): Log {
	return pino(
		{
			level,
			serializers: { err: (error: Error) => withoutSecrets(pino.stdSerializers.err(error), 0) },
			formatters: { log: (entry) => withoutSecrets(entry, 0) as Record<string, unknown> },
		},
		destination,
	);
}

/** An address as it may stand in the log: a link of a consultation is a secret by itself. */
export function loggedPath(path: string): string {
	return path.replace(/^(\/y-kien\/)[^/]+/i, `$1${CUT}`);
}

/** A copy without values under names of secrets and without `user:password@` in addresses. Errors are left to their serializer. */
function withoutSecrets(value: unknown, depth: number): unknown {
	if (typeof value === "string") return value.replace(/:\/\/[^/@\s]+@/g, `://${CUT}@`);
	if (typeof value !== "object" || value === null || value instanceof Error) return value;
	if (depth === DEPTH) return "[deep]";
	if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, depth + 1));
	const kept = Object.entries(value).map(([key, inner]) => [
		key,
		SECRET.test(key) ? CUT : withoutSecrets(inner, depth + 1),
	]);
	return Object.fromEntries(kept);
}
