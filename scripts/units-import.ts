import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Actor, Ctx } from "#app/domain/ctx.ts";
import { dayOf } from "#app/domain/days.ts";
import { Problem } from "#app/domain/problem.ts";
import type { JudgedRow, ListReading } from "#app/domain/units/import-schema.ts";
import type { Written } from "#app/domain/units/imports.ts";
import { LEVELS } from "#app/domain/units/schema.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import { importWords, mendSentence, reasonSentence } from "#app/i18n/unit-imports.ts";
import { type App, openApp } from "#app/platform/app.ts";
import { ConfigError, readConfig } from "#app/platform/config.ts";
import { confirmList, judgeList, previewList } from "#app/platform/jobs/unit-lists.ts";
import { seedDemo } from "./seed/demo.ts";
import { isEmpty } from "./seed/empty.ts";

const USAGE = `Cách dùng (usage): npm run units:import -- TỆP [--confirm] [--json] [--office MÃ]
  TỆP (FILE)     danh sách trường, .xlsx hoặc .csv (UTF-8)
  --confirm      ghi vào cơ sở dữ liệu; không có thì chỉ xem trước (writes; otherwise previews only)
  --json         in một đối tượng JSON (prints one JSON object)
  --office MÃ    mã của phòng, sở nhập danh sách, khi có nhiều đơn vị (code of the importing office)
Mã thoát (exit codes): 0 được (fine), 1 không nhập được gì (nothing could be imported), 2 gọi sai (wrong usage)`;

/** Said to the person who called, with the exit code. */
class Stop extends Error {
	readonly exitCode: number;
	constructor(message: string, exitCode: number) {
		super(message);
		this.exitCode = exitCode;
	}
}

type Options = { file: string; confirm: boolean; json: boolean; office: string | undefined };

function readOptions(args: string[]): Options {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { confirm: { type: "boolean" }, json: { type: "boolean" }, office: { type: "string" } },
		});
		const [file, ...more] = positionals;
		if (file === undefined || more.length > 0) throw new Error(USAGE);
		return { file, confirm: values.confirm ?? false, json: values.json ?? false, office: values.office };
	} catch (error) {
		const message = error instanceof Error && error.message !== USAGE ? `${error.message}\n\n` : "";
		throw new Stop(message + USAGE, 2);
	}
}

/** Acts for the office itself: whoever may run scripts on the server may do what its administrator may. */
async function systemCtx(app: App, code: string | undefined): Promise<Ctx> {
	const offices = await app.store.read
		.selectFrom("unit")
		.selectAll()
		.where("level", "not in", [LEVELS.school, LEVELS.site])
		.where((eb) => (code === undefined ? eb("level", "=", LEVELS.office) : eb("code", "=", code)))
		.where("status", "=", "active")
		.orderBy("search")
		.execute();
	const [office, another] = offices;
	if (!office) {
		const what =
			code === undefined ? "Chưa có phòng GD&ĐT nào (no office yet)" : `Không có đơn vị mã ${code} (no such unit)`;
		throw new Stop(`${what}. Hãy chạy npm start một lần để tạo dữ liệu ban đầu, hoặc chỉ rõ --office.`, 2);
	}
	if (another) {
		const list = offices.map((unit) => `  ${unit.code}  ${unit.name}`).join("\n");
		throw new Stop(`Có nhiều phòng; hãy chọn bằng --office (several offices; choose one):\n${list}`, 2);
	}
	const actor: Actor = {
		personId: "system",
		name: "units:import",
		username: "system",
		role: "office_admin",
		unitId: office.id,
		unitName: office.name,
		unitPath: office.path,
		membershipId: "system",
	};
	const now = app.now();
	const { store, files } = app;
	return {
		db: store.read,
		engine: store.engine,
		store,
		files,
		actor,
		now,
		today: dayOf(now),
		locale: "vi",
		inTransaction: false,
	};
}

type Outcome = { reading: ListReading; written: Written | null };

async function run(ctx: Ctx, options: Options): Promise<Outcome> {
	// npm runs scripts from the project's folder; the path is meant from where the person stands.
	const bytes = await readFile(resolve(process.env.INIT_CWD ?? ".", options.file)).catch(() => {
		throw new Stop(`Không đọc được tệp ${options.file} (cannot read the file).`, 2);
	});
	const reading = JSON.parse((await judgeList(ctx, bytes, null)).reading) as ListReading;
	if (!options.confirm || reading.counts.refused === reading.counts.rows) return { reading, written: null };
	const { id } = await previewList(ctx, { name: basename(options.file), bytes });
	return { reading, written: await confirmList(ctx, id) };
}

function rowJson({ row, line, code, name, fate, action, reasons, mended, changes }: JudgedRow): object {
	return {
		row,
		line,
		code,
		name,
		fate,
		action,
		reasons: reasons.map((reason) => ({
			...reason,
			vi: reasonSentence(reason, "vi"),
			en: reasonSentence(reason, "en"),
		})),
		mended: mended.map((mend) => ({ ...mend, vi: mendSentence(mend, "vi"), en: mendSentence(mend, "en") })),
		changes,
	};
}

function printJson(file: string, { reading, written }: Outcome): void {
	const { header, rows, skipped, counts } = reading;
	const { sheet, lines, mapping } = header;
	console.log(
		JSON.stringify({ file, sheet, header: lines, mapping, written, counts, rows: rows.map(rowJson), skipped }, null, 2),
	);
}

function printWords(file: string, { reading, written }: Outcome): void {
	const words = importWords.vi;
	const { header, rows, skipped, counts } = reading;
	console.log(`${file}: ${words.preview.meta(header.sheet, ...header.lines)}`);
	for (const row of rows) {
		if (row.reasons.length + row.mended.length + row.changes.length === 0) continue;
		console.log(`  STT ${row.row} (dòng ${row.line})  ${row.code || "–"}  ${row.name}: ${words.fates[row.fate]}`);
		for (const reason of row.reasons) console.log(`      ${reasonSentence(reason, "vi")}`);
		for (const mend of row.mended) console.log(`      ${mendSentence(mend, "vi")}`);
		for (const { field, from, to } of row.changes) {
			const shown = (value: string | number | null) => String(value ?? words.preview.blank);
			console.log(`      ${words.preview.change(words.fields[field], shown(from), shown(to))}`);
		}
	}
	if (skipped.length > 0) console.log(`  ${words.preview.skippedTitle(skipped.length)}`);
	const fates = (["create", "update", "unchanged", "mended", "refused"] as const).map(
		(fate) => `${words.fates[fate]} ${counts[fate]}`,
	);
	console.log(`Tổng ${counts.rows} dòng: ${fates.join(", ")}.`);
	if (written) console.log(words.preview.done(written.created, written.updated));
	else console.log(counts.refused === counts.rows ? words.preview.onlyRefused : "Chưa ghi gì; thêm --confirm để ghi.");
}

function printProblem(file: string, problem: Problem, json: boolean): void {
	const [vi, en] = [problemSentence(problem.body, "vi"), problemSentence(problem.body, "en")];
	if (json) console.log(JSON.stringify({ file, problem: { ...problem.body, vi, en }, rows: [] }, null, 2));
	else console.error(`${file}: ${vi}\n(${en})`);
}

async function main(): Promise<number> {
	const options = readOptions(process.argv.slice(2));
	// One JSON object on standard output: nothing else may stand there.
	const app = await openApp({ ...readConfig(process.env), logLevel: "silent" });
	try {
		// An empty database is filled as `npm start` would have filled it.
		if (app.config.seed === "demo" && (await isEmpty(app.store))) await seedDemo(app, (line) => console.error(line));
		const outcome = await run(await systemCtx(app, options.office), options);
		(options.json ? printJson : printWords)(options.file, outcome);
		return outcome.reading.counts.refused === outcome.reading.counts.rows ? 1 : 0;
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		printProblem(options.file, error, options.json);
		return 1;
	} finally {
		await app.close();
	}
}

main().then(
	(code) => process.exit(code),
	(error) => {
		const expected = error instanceof Stop || error instanceof ConfigError;
		console.error(expected ? error.message : error);
		process.exit(error instanceof Stop ? error.exitCode : 1);
	},
);
