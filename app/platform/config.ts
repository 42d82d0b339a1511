import { resolve } from "node:path";
import { z } from "zod";

const text = (vi: string, en: string) => ({ error: () => `${vi} (${en})` });

const port = text("phải là số nguyên từ 0 đến 65535, ví dụ 3000", "a whole number from 0 to 65535");
const host = text("phải là tên máy hoặc địa chỉ IP, ví dụ 127.0.0.1 hoặc 0.0.0.0", "a host name or IP address");
const database = text(
	"phải có dạng postgres://người-dùng:mật-khẩu@máy-chủ:5432/tên-cơ-sở-dữ-liệu",
	"a postgres:// address",
);
const origin = text(
	"phải là địa chỉ http(s) không kèm đường dẫn, ví dụ https://antoan.pgdgiaothuy.edu.vn",
	"an http(s) origin",
);

const environment = z.object({
	PORT: z.string().regex(/^\d+$/, port).transform(Number).pipe(z.number().max(65_535, port)).default(3000),
	HOST: z
		.string()
		.regex(/^[\w.:-]+$/, host)
		.default("127.0.0.1"),
	DATA_DIR: z
		.string()
		.regex(/^[^\0]+$/)
		.default(".data"),
	DATABASE_URL: z.string().refine(isPostgresUrl, database).optional(),
	APP_ORIGIN: z
		.string()
		.refine(isOrigin, origin)
		.transform((url) => new URL(url).origin)
		.optional(),
	SEED: z.enum(["demo", "none"], text("phải là demo hoặc none", "demo or none")).default("demo"),
	LOG_LEVEL: z
		.enum(
			["trace", "debug", "info", "warn", "error", "silent"],
			text("phải là info, debug, warn, error hoặc silent", "a log level"),
		)
		.default("info"),
	TRUST_PROXY: z.enum(["0", "1"], text("phải là 0 hoặc 1", "0 or 1")).default("0"),
});

/** Settings of one running server, all from the environment, all checked at start. */
export type Config = {
	port: number;
	host: string;
	/** Absolute folder of the database, secrets, uploads. */
	dataDir: string;
	databaseUrl: string | null;
	/** Public address; null: whatever host the browser used. */
	origin: string | null;
	seed: "demo" | "none";
	logLevel: string;
	/** Whether `X-Forwarded-*` of a proxy in front is believed. */
	trustProxy: boolean;
};

/** Thrown with a sentence a person can act on. */
export class ConfigError extends Error {}

/** Reads and checks the environment; throws ConfigError naming each wrong variable. An empty variable counts as absent. */
export function readConfig(env: Record<string, string | undefined>): Config {
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
	const parsed = environment.safeParse(given);
	if (!parsed.success) {
		// Never the value itself: DATABASE_URL holds a password.
		const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
		throw new ConfigError(`Cấu hình chưa đúng (invalid configuration):\n${lines.join("\n")}`);
	}
	const e = parsed.data;
	return {
		port: e.PORT,
		host: e.HOST,
		dataDir: resolve(e.DATA_DIR),
		databaseUrl: e.DATABASE_URL ?? null,
		origin: e.APP_ORIGIN ?? null,
		seed: e.SEED,
		logLevel: e.LOG_LEVEL,
		trustProxy: e.TRUST_PROXY === "1",
	};
}

function isPostgresUrl(value: string): boolean {
	if (!URL.canParse(value)) return false;
	const url = new URL(value);
	return /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}

function isOrigin(value: string): boolean {
	if (!URL.canParse(value)) return false;
	const url = new URL(value);
	return (
		/^https?:$/.test(url.protocol) &&
		url.pathname === "/" &&
		url.search === "" &&
		url.hash === "" &&
		url.username === ""
	);
}
