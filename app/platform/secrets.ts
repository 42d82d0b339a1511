import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Secrets of this installation. */
export type Secrets = { auth: string };

/** Reads `DATA_DIR/secrets.json`, made on first start with mode 600 so that only the server's user can read it. */
export function readSecrets(dataDir: string): Secrets {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const path = join(dataDir, "secrets.json");
	if (!existsSync(path)) {
		const fresh: Secrets = { auth: randomBytes(48).toString("base64url") };
		writeFileSync(path, `${JSON.stringify(fresh)}\n`, { mode: 0o600, flag: "wx" });
	}
	chmodSync(path, 0o600);
	return JSON.parse(readFileSync(path, "utf8")) as Secrets;
}
