import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Engine } from "#db/engine.ts";
import { type BuilderFigures, measureBuilder } from "./bench/builder.ts";
import { type ExportFigures, measureExports } from "./bench/exports.ts";
import { itemCount, measureValidation } from "./bench/forms.ts";
import { Client, quantile } from "./bench/load.ts";
import { measurePages } from "./bench/pages.ts";
import { measureReport, type ReportFigures } from "./bench/reports.ts";
import { measureReturns } from "./bench/returns.ts";
import { openSite } from "./bench/site.ts";
import { buildIsStale, root } from "./setup.mjs";

const help = `npm run bench [-- options]     đo các mức trong design/architecture.md (measures the budgets)
    --schools 40000    trường trong tỉnh giả định (schools of the generated province)
    --items 100        mục của bảng kiểm (items of the checklist)
    --engines sqlite,postgres
    --clients 50       thiết bị gửi cùng lúc (devices that send at the same time)
    --seconds 8        mỗi vòng (of each round), --rounds 3
    --folder PATH      nơi đặt dữ liệu tạm (where the data is put), mặc định (default): ${tmpdir()}`;

/** `–` where no database has a part in it. */
type Row = { what: string; engine: Engine | "–"; budget: string; figure: string; holds: boolean };

const { values } = parseArgs({
	options: {
		schools: { type: "string", default: "40000" },
		items: { type: "string", default: "100" },
		engines: { type: "string", default: "sqlite,postgres" },
		clients: { type: "string", default: "50" },
		seconds: { type: "string", default: "8" },
		rounds: { type: "string", default: "3" },
		folder: { type: "string", default: tmpdir() },
		help: { type: "boolean" },
	},
});

const perSecondBudget = { sqlite: 1_000, postgres: 600 };
const ms = (value: number) => `${value.toFixed(1)} ms`;

async function run(): Promise<void> {
	if (values.help) return console.log(help);
	if (buildIsStale()) spawnSync(process.execPath, [join(root, "scripts/build.mjs")], { stdio: "inherit" });
	console.log(`${machine()}, flush of 4 kB to ${values.folder}: ${ms(flushTime(values.folder))} (median)`);
	const [busy = 0] = loadavg();
	if (busy > 0.5)
		console.log(`! ${busy.toFixed(1)} other processes want the processor: these figures are not the program's own.`);
	const builder = (await measureBuilder([50, itemCount])).flatMap(builderRows);
	const rows: Row[] = [validationRow(), ...builder];
	print(rows);
	for (const engine of values.engines.split(",")) {
		if (engine !== "sqlite" && engine !== "postgres") throw new Error(`--engines: no ${engine}`);
		const measured = [...(await measureEngine(engine)), ...(await measureReports(engine))];
		print(measured);
		rows.push(...measured);
	}
	process.exitCode = rows.every((row) => row.holds) ? 0 : 1;
}

function validationRow(): Row {
	const took = measureValidation();
	const what = `a return of ${itemCount.toLocaleString("en-GB")} items and ${itemCount / 2} conditions validated`;
	return { what, engine: "–", budget: "< 10 ms", figure: `${ms(took)} of processor`, holds: took < 10 };
}

function builderRows({ sectionSize, opens, tap }: BuilderFigures): Row[] {
	const form = `${itemCount.toLocaleString("en-GB")} items, ${sectionSize} a section, ${itemCount / 2} conditions`;
	return [
		{
			what: `builder opens: ${form}`,
			engine: "–",
			budget: "< 1 s",
			figure: ms(opens),
			holds: opens < 1_000,
		},
		{
			what: "a tap on its phone preview, processor 4 times slower",
			engine: "–",
			budget: "< 50 ms to the next picture",
			figure: `p50 ${ms(tap.p50)}, at most ${ms(tap.worst)}`,
			holds: tap.p50 < 50,
		},
	];
}

async function measureEngine(engine: Engine): Promise<Row[]> {
	const folder = mkdtempSync(join(values.folder, `toolkit-bench-${engine}-`));
	// As root (CI) PostgreSQL runs under another user, who must be able to walk through here.
	chmodSync(folder, 0o755);
	const from = performance.now();
	const size = { schools: Number(values.schools), items: Number(values.items) };
	const site = await openSite(engine, folder, size);
	const client = new Client(site.origin, Number(values.clients) * 4);
	try {
		console.log(
			`${engine}: ${size.schools} schools × ${size.items} items ready after ${((performance.now() - from) / 1_000).toFixed(0)} s`,
		);
		const rest = site.megabytes();
		const pages = await measurePages(site, client, 200);
		const exports = await measureExports(site, ["dai.csv", "rong.csv"]);
		const plan = { clients: Number(values.clients), rounds: Number(values.rounds), seconds: Number(values.seconds) };
		const returns = await measureReturns(site, client, plan);
		const perSecond = quantile(returns.rounds, 0.5);
		const { atFullLoad, atFifty } = returns;
		if (returns.kept !== returns.confirmed)
			throw new Error(`${returns.confirmed} returns were confirmed, ${returns.kept} are there`);
		return [
			{
				engine,
				what: `returns of ${size.items} answers, ${plan.clients} clients`,
				budget: `≥ ${perSecondBudget[engine]}/s`,
				figure: `${perSecond.toFixed(0)}/s (rounds ${returns.rounds.map((round) => round.toFixed(0)).join(", ")}; p50 ${ms(atFullLoad.p50)}, p99 ${ms(atFullLoad.p99)}; ${returns.cpu?.toFixed(2) ?? "?"} ms of processor each; ${returns.failures} failed)`,
				holds: perSecond >= perSecondBudget[engine] && returns.failures === 0,
			},
			{
				engine,
				what: "the same at 50/s",
				budget: "p99 < 50 ms",
				figure: `p50 ${ms(atFifty.p50)}, p95 ${ms(atFifty.p95)}, p99 ${ms(atFifty.p99)}`,
				holds: atFifty.p99 < 50,
			},
			...pages.map((page) => ({
				engine,
				what: page.what,
				budget: "p95 < 50 ms",
				figure: `p50 ${ms(page.p50)}, p95 ${ms(page.p95)}, p99 ${ms(page.p99)}`,
				holds: page.p95 < 50,
			})),
			...exports.map((one) => exportRow(engine, size, one)),
			{
				engine,
				what: "server at rest, after start",
				budget: "< 200 MB",
				figure: rest === null ? "not told by this system" : `${rest} MB (${site.megabytes()} MB after the load)`,
				holds: rest === null || rest < 200,
			},
		];
	} finally {
		client.close();
		await site.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Schools of a large district, each with its lines in the annexes. */
const REPORTED = 1_600;

async function measureReports(engine: Engine): Promise<Row[]> {
	const folder = mkdtempSync(join(values.folder, `toolkit-bench-report-${engine}-`));
	chmodSync(folder, 0o755);
	const site = await openSite(engine, folder, { schools: REPORTED, items: Number(values.items) });
	const client = new Client(site.origin, 1);
	try {
		const figures = await measureReport(site, client);
		const worst = Math.max(...figures.map((one) => one.worst));
		const waits = figures.map(({ what, worst }) => `${what} ${ms(worst)}`).join(", ");
		return [
			...figures.map((one) => reportRow(engine, one)),
			{ engine, what: "longest wait meanwhile", budget: "< 100 ms", figure: waits, holds: worst < 100 },
		];
	} finally {
		client.close();
		await site.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

function reportRow(engine: Engine, { what, most, seconds, cpu, megabytesWritten }: ReportFigures): Row {
	const written = megabytesWritten === null ? "" : `; ${megabytesWritten.toFixed(1)} MB`;
	return {
		engine,
		what: `${what}, ${REPORTED} schools`,
		budget: `< ${most} s`,
		figure: `${seconds.toFixed(1)} s (${cpu?.toFixed(1) ?? "?"} s of processor${written})`,
		holds: seconds < most,
	};
}

function exportRow(engine: Engine, size: { schools: number; items: number }, one: ExportFigures): Row {
	const { file, answersPerSecond, megabytesWritten, peakMegabytes, p99, worst } = one;
	const memory = peakMegabytes === null ? "memory not told by this system" : `${peakMegabytes} MB at most`;
	return {
		engine,
		what: `export ${file}, ${size.schools} × ${size.items} answers`,
		budget: "≥ 600000/s, < 300 MB, others wait < 50 ms",
		figure: `${answersPerSecond.toFixed(0)}/s (${megabytesWritten.toFixed(0)} MB; ${memory}; others p99 ${ms(p99)}, at most ${ms(worst)})`,
		holds: answersPerSecond >= 600_000 && (peakMegabytes ?? 0) < 300 && worst < 50,
	};
}

function machine(): string {
	const [first] = cpus();
	return `${cpus().length} × ${first?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform}`;
}

/** What a commit has to pay at least on this disk. */
function flushTime(folder: string): number {
	const path = join(folder, `toolkit-flush-${process.pid}`);
	const file = openSync(path, "w");
	const page = Buffer.alloc(4_096, 1);
	const times = Array.from({ length: 100 }, () => {
		const from = performance.now();
		writeSync(file, page);
		fsyncSync(file);
		return performance.now() - from;
	});
	closeSync(file);
	rmSync(path);
	return quantile(times, 0.5);
}

function print(rows: Row[]): void {
	console.log("\n| engine | what | budget | measured | |\n| --- | --- | --- | --- | --- |");
	for (const { engine, what, budget, figure, holds } of rows) {
		console.log(`| ${engine} | ${what} | ${budget} | ${figure} | ${holds ? "✓" : "✗"} |`);
	}
}

run().catch((error) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
