import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "#app/domain/ctx.ts";
import type { OverviewPicture } from "#app/domain/reports/overview-pictures.ts";
import type { Picture } from "#app/domain/reports/pictures.ts";
import type { SchoolPicture } from "#app/domain/reports/school-pictures.ts";
import { LocaleProvider } from "../locale.tsx";
import { type Frame, Label, wrapped } from "./marks.tsx";
import { OverviewDrawing } from "./overview-picture.tsx";
import { OwnShares } from "./own-shares.tsx";
import { type About, PictureDrawing } from "./picture.tsx";

/** The light colours of `styles.css`: a file has no theme. */
export const paper = {
	ink: "#16201f",
	muted: "#55605f",
	surface: "#ffffff",
	line: "#e1e5e5",
	control: "#7c8786",
	neutral: "#66716f",
	accent: "#0b6b66",
	good: "#1f7a3d",
	warn: "#b27300",
	bad: "#b3261e",
};

const rules = Object.entries(paper)
	.map(([name, colour]) => `.fill-${name}{fill:${colour}}.stroke-${name}{stroke:${colour}}`)
	.join("");

const [WIDTH, MARGIN] = [900, 24];

/** What stands above a drawing in a file; `fonts` is CSS that brings its typeface along. */
export type FileWords = { title: string; lines: string[]; locale: Locale; fonts: string };

/** A picture of a campaign as an SVG of its own. */
export function pictureSvg(picture: Picture, about: About, words: FileWords): string {
	return svgFile((frame) => <PictureDrawing picture={picture} about={about} {...frame} />, words);
}

/** A picture of the office's first page as an SVG of its own. */
export function overviewSvg(picture: OverviewPicture, words: FileWords): string {
	return svgFile((frame) => <OverviewDrawing picture={picture} may={nowhere} {...frame} />, words);
}

/** A picture of a school's own results as an SVG of its own. */
export function schoolSvg(picture: SchoolPicture, words: FileWords): string {
	return svgFile((frame) => <OwnShares picture={picture} {...frame} />, words);
}

/** A file leads nowhere. */
const nowhere = { lists: false, findings: false, conduct: false };

/** A drawing as an SVG of its own: title, what it is of, the drawing. */
function svgFile(draw: (frame: Frame) => ReactNode, words: FileWords): string {
	const width = WIDTH - 2 * MARGIN;
	const inner = renderToStaticMarkup(
		<LocaleProvider locale={words.locale}>{draw({ width, id: "p", linked: false })}</LocaleProvider>,
	);
	const height = Number(/\bheight="([\d.]+)"/.exec(inner)?.[1] ?? 0);
	const lines = words.lines.flatMap((line) => wrapped(line, width, 2));
	const top = MARGIN + 34 + lines.length * 19 + 12;
	const head = renderToStaticMarkup(
		<>
			<Label x={MARGIN} y={MARGIN + 18} size={20} strong>
				{words.title}
			</Label>
			{lines.map((line, at) => (
				<Label key={line} x={MARGIN} y={MARGIN + 44 + at * 19} quiet>
					{line}
				</Label>
			))}
		</>,
	);
	const whole = Math.ceil(top + height + MARGIN);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${whole}" width="${WIDTH}" height="${whole}" font-family="Be Vietnam Pro, sans-serif">`,
		`<style>${words.fonts}${rules}</style>`,
		`<rect width="${WIDTH}" height="${whole}" class="fill-surface"/>${head}`,
		inner.replace("<svg ", `<svg x="${MARGIN}" y="${top}" `),
		"</svg>",
	].join("");
}
