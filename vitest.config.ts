import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
	resolve: { alias: [{ find: /^#(?=app\/|db\/|scripts\/|tests\/)/, replacement: root }] },
	esbuild: { jsx: "automatic" },
	test: {
		include: ["app/**/*.test.{ts,tsx}", "db/**/*.test.ts", "scripts/**/*.test.ts", "tests/**/*.test.ts"],
		exclude: ["tests/browser/**", "node_modules/**"],
		globalSetup: ["tests/support/global-setup.ts"],
		setupFiles: ["tests/support/setup.ts"],
		testTimeout: 20_000,
		hookTimeout: 60_000,
		maxWorkers: 2,
	},
});
