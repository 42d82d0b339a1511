/**
 * `npm test`: everything that has to hold, one step after the other, stopping at the first that does not. Plain JavaScript,
 * because it starts before anything is installed. `--only types,unit` runs chosen steps; `--skip browser` leaves some out.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser, installBrowser } from "./browser.mjs";
import { findPaperTools } from "./paper-tools.mjs";
import { checkNode, installMissing, root, say } from "./setup.mjs";

const scratch = mkdtempSync(join(tmpdir(), "toolkit-results-"));
const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];

const steps = [
	{ name: "types", vi: "Kiểm tra kiểu dữ liệu", run: () => bin("typescript/bin/tsc", ["--noEmit"]) },
	{ name: "lint", vi: "Kiểm tra quy tắc viết mã", run: lint },
	{ name: "build", vi: "Dựng ứng dụng", run: () => node(["scripts/build.mjs"]) },
	{ name: "unit", vi: "Kiểm thử đơn vị và tích hợp trên SQLite và PostgreSQL", run: unit },
	{ name: "browser", vi: "Kiểm thử trên trình duyệt", run: browser },
];

checkNode();
process.chdir(root);
installMissing();
const only = option("--only");
const skip = option("--skip") ?? [];
const chosen = steps.filter(({ name }) => (only ? only.includes(name) : true) && !skip.includes(name));
let ok = true;
let reached = 0;
for (const [i, step] of chosen.entries()) {
	console.log(`\n── ${i + 1}/${chosen.length} ${step.vi} (${step.name})`);
	const from = Date.now();
	ok = step.run();
	reached += 1;
	lines.push(`${ok ? "✓" : "✗"} ${step.name.padEnd(8)} ${((Date.now() - from) / 1_000).toFixed(1).padStart(6)} s`);
	if (!ok) break;
}
rmSync(scratch, { recursive: true, force: true });
for (const step of chosen.slice(reached)) lines.push(`· ${step.name.padEnd(8)} not reached`);
// A step that failed without a failed test (types, lint, build) counts as one, so that the line never says all is well.
if (!ok && total.failed === 0) total.failed = 1;
console.log(`\n${lines.join("\n")}${total.skipped > 0 ? `\n${total.skipped} skipped` : ""}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(ok ? 0 : 1);

function lint() {
	return bin("@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]) && bin("knip/bin/knip.js", []);
}

function unit() {
	if (!findPaperTools()) {
		say(
			"!!! BỎ QUA việc xem các văn bản được xuất ra: máy này không có LibreOffice (soffice) hoặc Poppler (pdftotext, pdfinfo, pdffonts).",
			"!!! SKIPPED looking at the papers that are written: LibreOffice (soffice) or Poppler (pdftotext, pdfinfo, pdffonts) is not here",
		);
		lines.push("! papers   SKIPPED: no LibreOffice or Poppler on this machine");
	}
	const report = join(scratch, "vitest.json");
	const passed = bin("vitest/vitest.mjs", ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`]);
	if (!existsSync(report)) return brokenOff();
	const counts = JSON.parse(readFileSync(report, "utf8"));
	count(counts.numPassedTests, counts.numFailedTests, counts.numPendingTests + counts.numTodoTests);
	// The report is asked as well: an exit code is a thing that packages meddle with.
	return passed && counts.success && counts.numFailedTests === 0 && counts.numPassedTests > 0;
}

function browser() {
	const config = join(root, "tests/browser/playwright.config.ts");
	if (!existsSync(config)) {
		say("Chưa có kiểm thử trên trình duyệt.", "no browser tests yet");
		return true;
	}
	const found = findBrowser() ?? installBrowser(root);
	if (!found) {
		say(
			"!!! BỎ QUA kiểm thử trên trình duyệt: máy này không có Chrome, Edge hay Chromium và không cài được. Đặt CHROME_PATH nếu có ở chỗ khác.",
			"!!! SKIPPED the browser tests: no Chrome, Edge or Chromium here and none could be installed; set CHROME_PATH if there is one elsewhere",
		);
		lines.push("! browser  SKIPPED: no browser on this machine");
		return true;
	}
	say(`Trình duyệt: ${found}`, "browser");
	const report = join(scratch, "playwright.json");
	const env = { CHROME_PATH: found, PLAYWRIGHT_JSON_OUTPUT_NAME: report, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
	const passed = bin("@playwright/test/cli.js", ["test", "--config", config, "--reporter=line,json"], env);
	if (!existsSync(report)) return brokenOff();
	const { stats } = JSON.parse(readFileSync(report, "utf8"));
	count(stats.expected + stats.flaky, stats.unexpected, stats.skipped);
	return passed && stats.unexpected === 0 && stats.expected > 0;
}

function brokenOff() {
	say("Các kiểm thử dừng giữa chừng, không có kết quả.", "the tests broke off and left no report");
	count(0, 1, 0);
	return false;
}

function count(passed, failed, skipped) {
	total.passed += passed;
	total.failed += failed;
	total.skipped += skipped;
}

/** Runs a package's program with this very Node, whatever the shell. */
function bin(path, args, env = {}) {
	return node([join(root, "node_modules", path), ...args], env);
}

function node(args, env = {}) {
	const { status, error } = spawnSync(process.execPath, args, {
		cwd: root,
		stdio: "inherit",
		env: { ...process.env, ...env },
	});
	if (error) console.error(error.message);
	return status === 0;
}

function option(name) {
	const at = process.argv.indexOf(name);
	return at === -1 ? undefined : (process.argv[at + 1] ?? "").split(",");
}
