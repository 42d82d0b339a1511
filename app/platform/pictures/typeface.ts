import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Whole faces, for what is turned into points here. */
export function faceFiles(): string[] {
	return ["400Regular", "600SemiBold"].map((face) =>
		require.resolve(`@expo-google-fonts/be-vietnam-pro/${face}/BeVietnamPro_${face}.ttf`),
	);
}

let rules: string | null = null;

/** The typeface as CSS that stands inside a drawing: some 70 kB, so that it looks alike wherever it is opened. */
export function faceRules(): string {
	rules ??= [400, 600].flatMap((weight) => ["latin", "vietnamese"].map((part) => faceRule(weight, part))).join("");
	return rules;
}

function faceRule(weight: number, part: string): string {
	const path = require.resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${part}-${weight}-normal.woff2`);
	const range = part === "latin" ? "U+0000-00FF,U+2000-206F" : "U+0102-01B0,U+0300-0329,U+1EA0-1EF9,U+20AB";
	const data = readFileSync(path).toString("base64");
	return `@font-face{font-family:"Be Vietnam Pro";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${range}}`;
}
