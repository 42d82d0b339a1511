import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ConfigError } from "./config.ts";

const shape = z.object({ auth: z.string().min(32) });

/** Secrets of this installation. */
export type Secrets = z.infer<typeof shape>;

/**
 * Reads `DATA_DIR/secrets.json`, made on first start with mode 600 so that only the server's user can read it. Throws
 * ConfigError when the file is there but broken: making a new one silently would sign everybody out.
 */
export function readSecrets(dataDir: string): Secrets {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const path = join(dataDir, "secrets.json");
	if (!existsSync(path)) makeSecrets(path);
	chmodSync(path, 0o600);
	try {
		return shape.parse(JSON.parse(readFileSync(path, "utf8")));
	} catch {
		throw new ConfigError(
			`Tệp khóa bí mật bị hỏng: ${path}. Hãy khôi phục từ bản sao lưu, hoặc xóa tệp này (mọi người sẽ phải đăng nhập lại).\n` +
				"The secrets file is broken. Restore it from a backup, or delete it (everybody will have to sign in again).",
		);
	}
}

/** Of two servers that start at once, one makes the file and both read it. */
function makeSecrets(path: string): void {
	const fresh: Secrets = { auth: randomBytes(48).toString("base64url") };
	try {
		writeFileSync(path, `${JSON.stringify(fresh)}\n`, { mode: 0o600, flag: "wx" });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
	}
}
