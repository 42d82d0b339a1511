import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "#app/domain/ctx.ts";
import type { Picture } from "#app/domain/reports/pictures.ts";
import { LocaleProvider } from "../locale.tsx";
import { Label, wrapped } from "./marks.tsx";
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

/** A picture as an SVG of its own: title, what it is of, the drawing; `fonts` is CSS that brings its typeface along. */
export function pictureSvg(
	picture: Picture,
	about: About,
	words: { title: string; lines: string[]; locale: Locale; fonts: string },
): string {
	const width = WIDTH - 2 * MARGIN;
	const inner = renderToStaticMarkup(
		<LocaleProvider locale={words.locale}>
			<PictureDrawing picture={picture} about={about} width={width} id="p" linked={false} />
		</LocaleProvider>,
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
