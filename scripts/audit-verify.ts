import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Break, type Verification, verifyChains } from "#app/domain/audit/verify.ts";
import { type Config, ConfigError, readConfig } from "#app/platform/config.ts";
import { explainStartError } from "#app/platform/start-error.ts";
import { openPostgres } from "#db/postgres.ts";
import { openSqlite } from "#db/sqlite.ts";
import type { Store } from "#db/store.ts";

const told: Record<Break["kind"], string> = {
	changed: "dòng đã bị sửa (the row was changed)",
	missing: "có dòng đứng trước đã bị xóa (rows before it were removed)",
	out_of_order:
		"dòng không nối tiếp dòng trước: bị chèn hoặc đổi chỗ (the row does not follow the one before: inserted or moved)",
	cut: "các dòng cuối đã bị xóa (rows at the end were removed)",
	beyond: "có dòng được thêm ngoài hệ thống (rows were added behind the system's back)",
	no_head: "chuỗi mất đầu mối (the chain lost its head)",
};

/** Exit code 0: every chain is whole; 1: some are not, each named with its row; 2: it could not be checked. */
async function run(): Promise<number> {
	const config = readConfig(process.env);
	const store = open(config);
	try {
		const from = performance.now();
		const result = await verifyChains(store.read);
		for (const line of report(result, await namesOf(store, result.breaks))) console.log(line);
		console.log(`(${((performance.now() - from) / 1000).toFixed(1)} s)`);
		return result.breaks.length === 0 ? 0 : 1;
	} catch (error) {
		throw new ConfigError(explainStartError(error, config) ?? String(error));
	} finally {
		await store.close();
	}
}

/** Opens the database as it is: checking must change nothing, so nothing is migrated or made. */
function open(config: Config): Store {
	if (config.databaseUrl) return openPostgres(config.databaseUrl, { max: 2 });
	const path = join(config.dataDir, "toolkit.sqlite");
	if (!existsSync(path)) throw new ConfigError(`Không có cơ sở dữ liệu nào ở ${path} (there is no database).`);
	return openSqlite(path);
}

async function namesOf(store: Store, breaks: Break[]): Promise<Map<string, string>> {
	if (breaks.length === 0) return new Map();
	const ids = breaks.map(({ unitId }) => unitId);
	const rows = await store.read.selectFrom("unit").select(["id", "code", "name"]).where("id", "in", ids).execute();
	return new Map(rows.map(({ id, code, name }) => [id, `${name} (${code})`]));
}

function report({ chains, links, breaks }: Verification, names: Map<string, string>): string[] {
	const size = `${chains} chuỗi, ${links} dòng (chains, rows)`;
	if (breaks.length === 0) return [`Nhật ký nguyên vẹn: ${size}. The audit log is intact.`];
	return [
		`NHẬT KÝ BỊ CAN THIỆP: ${breaks.length} chuỗi hỏng trong ${size}. THE AUDIT LOG IS BROKEN.`,
		...breaks.map(
			({ unitId, seq, kind }) => `  ${names.get(unitId) ?? ""} chuỗi ${unitId}, dòng ${seq}: ${told[kind]}`,
		),
	];
}

run().then(
	(code) => {
		process.exitCode = code;
	},
	(error) => {
		console.error(error instanceof ConfigError ? error.message : error);
		process.exitCode = 2;
	},
);
