import { parseArgs } from "node:util";
import { type App, openApp } from "#app/platform/app.ts";
import { ConfigError, readConfig } from "#app/platform/config.ts";
import { accountLines } from "./seed/accounts-file.ts";
import { seedDemo } from "./seed/demo.ts";
import { isEmpty } from "./seed/empty.ts";
import { seedProvince } from "./seed/province.ts";

const help = `npm run seed                                  huyện mẫu Giao Thủy, 78 cơ sở (the demo district)
npm run seed -- --scale 40000 [--items 100]   một tỉnh giả định để đo (a generated province, for measuring)
    --schools N   như (same as) --scale N
    --answers     ghi cả câu trả lời rời (the living answers too, not only what was sent)
    --force       ghi cả khi cơ sở dữ liệu đã có đơn vị (also into a database that has units)
Ghi vào DATA_DIR hoặc DATABASE_URL. Không bao giờ xóa gì (nothing is ever deleted).`;

/** What was asked for on the command line; throws ConfigError with the help for anything it does not know. */
function readOptions(argv: readonly string[]) {
	try {
		const { values } = parseArgs({
			args: [...argv],
			options: {
				demo: { type: "boolean" },
				scale: { type: "string" },
				schools: { type: "string" },
				items: { type: "string" },
				answers: { type: "boolean" },
				force: { type: "boolean" },
				help: { type: "boolean" },
			},
		});
		return values;
	} catch (error) {
		throw new ConfigError(`${error instanceof Error ? error.message : error}\n\n${help}`);
	}
}

function wholeNumber(name: string, text: string, most: number): number {
	const number = Number(text);
	if (Number.isInteger(number) && number >= 1 && number <= most) return number;
	throw new ConfigError(`--${name} phải là số nguyên từ 1 đến ${most} (a whole number from 1 to ${most}).`);
}

async function run(argv: readonly string[]): Promise<void> {
	const options = readOptions(argv);
	if (options.help) return console.log(help);
	const scale = options.scale ?? options.schools;
	const province = scale && {
		schools: wholeNumber("scale", scale, 200_000),
		items: wholeNumber("items", options.items ?? "100", 1000),
		answers: options.answers ?? false,
	};
	const app = await openApp({ ...readConfig(process.env), logLevel: "warn" });
	try {
		await refuseTwice(app, province ? (options.force ?? false) : false);
		const started = performance.now();
		if (province) await seedProvince(app.store, app.store.engine, province, console.log);
		else for (const line of accountLines(await seedDemo(app, console.log))) console.log(line);
		console.log(`Xong sau ${((performance.now() - started) / 1000).toFixed(1)} s (done).`);
	} finally {
		await app.close();
	}
}

async function refuseTwice(app: App, force: boolean): Promise<void> {
	if (force || (await isEmpty(app.store))) return;
	throw new ConfigError(
		"Cơ sở dữ liệu này đã có đơn vị; chưa ghi gì thêm. Hãy chọn DATA_DIR hoặc DATABASE_URL khác.\n" +
			"This database has units already; nothing was written. Choose another DATA_DIR or DATABASE_URL.",
	);
}

run(process.argv.slice(2)).catch((error) => {
	console.error(error instanceof ConfigError ? error.message : error);
	process.exit(1);
});
