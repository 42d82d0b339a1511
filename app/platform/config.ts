import { resolve } from "node:path";
import { z } from "zod";

const text = (sentence: string) => ({ error: () => sentence });

const environment = z.object({
	PORT: z.coerce.number(text("phải là một số, ví dụ 3000")).int().min(0).max(65_535).default(3000),
	HOST: z.string().min(1).default("127.0.0.1"),
	DATA_DIR: z.string().min(1).default(".data"),
	DATABASE_URL: z
		.string()
		.regex(/^postgres(ql)?:\/\/.+/, text("phải có dạng postgres://người-dùng:mật-khẩu@máy-chủ:5432/tên-cơ-sở-dữ-liệu"))
		.optional(),
	APP_ORIGIN: z
		.url(text("phải là địa chỉ đầy đủ, ví dụ https://antoan.pgdgiaothuy.edu.vn"))
		.transform((url) => new URL(url).origin)
		.optional(),
	SEED: z.enum(["demo", "none"], text("phải là demo hoặc none")).default("demo"),
	LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
	TRUST_PROXY: z.enum(["0", "1"], text("phải là 0 hoặc 1")).default("0"),
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
		const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
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
