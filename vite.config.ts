import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
	plugins: [tailwindcss(), remix(remixConfig)],
	resolve: { alias: [{ find: /^#(?=app\/|db\/|scripts\/|tests\/)/, replacement: root }] },
	// Its entries are folders, which Node does not resolve: it is bundled with the pages.
	ssr: { noExternal: [/^@atlaskit\//, "bind-event-listener", "raf-schd"] },
	build: { target: "es2022", assetsInlineLimit: 0 },
});
