import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("../styles.css", import.meta.url), "utf8");
const [lightCss = "", darkCss = ""] = css.split("@variant dark {\n\t\t--");

function tokens(part: string): Record<string, string> {
	return Object.fromEntries([...part.matchAll(/color-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));
}

const light = tokens(lightCss);
const themes = { light, dark: { ...light, ...tokens(darkCss) } };

function luminance(hex: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
		const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
	const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (bright + 0.05) / (dark + 0.05);
}

const tones = ["accent", "good", "warn", "bad"];

/** Text on its ground: 4.5:1 (WCAG 1.4.3). */
const textPairs = [
	...["ground", "surface", "sunken", "accent-soft"].map((ground) => ["ink", ground]),
	...["ground", "surface", "sunken"].map((ground) => ["muted", ground]),
	...tones.flatMap((tone) => [
		...[`${tone}-soft`, "surface", "ground"].map((ground) => [`${tone}-ink`, ground]),
		["ink", `${tone}-soft`],
	]),
	["on-accent", "accent"],
	["on-good", "good"],
	["on-bad", "bad"],
	["on-accent", "accent-hover"],
	["on-bad", "bad-hover"],
	["surface", "ink"],
] as [string, string][];

/** Shapes that tell something on what surrounds them: 3:1 (WCAG 1.4.11). */
const shapePairs = [
	...["control", "focus"].flatMap((shape) => [
		[shape, "surface"],
		[shape, "ground"],
	]),
	...[...tones, "neutral"].flatMap((tone) => [
		[tone, "surface"],
		[tone, "track"],
	]),
] as [string, string][];

for (const [theme, colors] of Object.entries(themes)) {
	const of = (name: string) => colors[name] ?? `no colour ${name}`;
	test.each(textPairs)(`${theme}: text %s on %s`, (text, ground) => {
		expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
	});
	test.each(shapePairs)(`${theme}: shape %s on %s`, (shape, ground) => {
		expect(contrast(of(shape), of(ground))).toBeGreaterThanOrEqual(3);
	});
}

test("the dark theme changes every ground and ink", () => {
	const dark = tokens(darkCss);
	for (const name of ["ground", "surface", "ink", "muted", "accent-soft", "good-soft", "bad-soft"]) {
		expect(dark[name]).toBeDefined();
		expect(dark[name]).not.toBe(light[name]);
	}
});
