import type { MapArea, MapPicture } from "#app/domain/reports/map-picture.ts";
import { listQuery } from "#app/domain/reports/rules.ts";
import { formatNumber, formatTenths } from "#app/i18n/format.ts";
import { picturesWords } from "#app/i18n/pictures.ts";
import { useLocale, useWords } from "../locale.tsx";
import { Drawing, type Frame, Keys, keysHeight, Label, Mark, Patterns, shortName, stepOf, wrapped } from "./marks.tsx";

type Props = Frame & {
	map: MapPicture;
	base: string;
	/** Shapes and names alone, without figures. */
	bare?: boolean;
};

/** Communes in their real shapes where borders are known, the others as tiles in order of name; darker is more. */
export function CommuneMap({ map, base, bare = false, width, id, linked }: Props) {
	const t = useWords(picturesWords);
	const locale = useLocale();
	const drawn = map.areas.filter(({ outline }) => outline !== null);
	const tiled = map.areas.filter(({ outline }) => outline === null);
	const keys = keysOf(map.by, id, t.noFigures, locale);
	const top = bare ? 4 : 22 + keysHeight(keys, width) + 8;
	const scale = map.size ? width / map.size.width : 0;
	const names = namesWithRoom(drawn, scale);
	const shapes = drawn.length > 0 && map.size ? map.size.height * scale + 16 : 0;
	const columns = Math.max(2, Math.floor((width + 6) / (width < 500 ? 106 : 118)));
	const rows = Math.ceil(tiled.length / columns);
	const heading = drawn.length > 0 && tiled.length > 0 ? 26 : 0;
	const say = (area: MapArea) =>
		t.map.spoken(area.name, shareText(area, locale), formatNumber(area.part, locale), formatNumber(area.whole, locale));
	return (
		<Drawing width={width} height={top + shapes + heading + rows * 78} label={t.map.title}>
			<Patterns id={id} />
			{!bare && (
				<>
					<Label x={0} y={14} size={12} quiet>
						{map.by === "met" ? t.map.met : t.map.rate}
					</Label>
					<Keys x={0} y={24} width={width} keys={keys} />
				</>
			)}
			<g transform={`translate(0 ${top})`}>
				{drawn.map((area) => (
					<Mark key={area.ids} linked={linked} to={linkOf(base, area)} label={bare ? area.name : say(area)}>
						<path
							d={area.outline?.d}
							transform={`scale(${scale})`}
							vectorEffect="non-scaling-stroke"
							strokeWidth={1.2}
							{...(bare ? { className: "fill-sunken stroke-control" } : shade(area, map.by, id))}
						/>
					</Mark>
				))}
				{/* Above every shape, so that no neighbour covers a name. */}
				<g pointerEvents="none">
					{drawn.map((area) => (
						<Caption key={area.ids} area={area} scale={scale} bare={bare} named={names.has(area.ids)} />
					))}
				</g>
			</g>
			{heading > 0 && (
				<Label x={0} y={top + shapes + 14} size={12} quiet>
					{t.map.tiles}
				</Label>
			)}
			{tiled.map((area, at) => (
				<Mark key={area.ids} linked={linked} to={linkOf(base, area)} label={say(area)}>
					<Tile
						area={area}
						x={(at % columns) * ((width + 6) / columns)}
						y={top + shapes + heading + Math.floor(at / columns) * 78}
						width={(width + 6) / columns - 6}
						shade={shade(area, map.by, id)}
					/>
				</Mark>
			))}
		</Drawing>
	);
}

function linkOf(base: string, { ids }: MapArea): string {
	return `${base}/results?${listQuery("all", { commune: ids })}`;
}

function shareText({ rate }: MapArea, locale: "vi" | "en"): string {
	return rate === null ? "–" : formatTenths(rate, locale);
}

function shade({ rate }: MapArea, by: MapPicture["by"], id: string) {
	if (rate === null) return { fill: `url(#${id}-none)`, className: "stroke-control" };
	return {
		fillOpacity: stepOf(rate).opacity,
		className: `${by === "met" ? "fill-good" : "fill-accent"} stroke-control`,
	};
}

function keysOf(by: MapPicture["by"], id: string, none: string, locale: "vi" | "en") {
	const steps = [0, 200, 400, 600, 800].map((from) => ({
		label: `${from / 10}–${formatTenths(from + 200, locale)}`,
		swatch: (
			<rect
				x={0.5}
				y={1.5}
				width={14}
				height={12}
				rx={2}
				fillOpacity={stepOf(from).opacity}
				className={`${by === "met" ? "fill-good" : "fill-accent"} stroke-control`}
			/>
		),
	}));
	const empty = (
		<rect x={0.5} y={1.5} width={14} height={12} rx={2} fill={`url(#${id}-none)`} className="stroke-control" />
	);
	return [...steps, { label: none, swatch: empty }];
}

/** Height of a name and the figure below it. */
const CAPTION = 28;

const nameWidth = ({ name }: MapArea) => shortName(name).length * 6.7;

/**
 * The areas whose names fit into their shapes and into no other name; the largest come first. The others are left to the press, the
 * screen reader and the table.
 */
function namesWithRoom(areas: readonly MapArea[], scale: number): ReadonlySet<string> {
	const placed: { x: number; y: number; half: number; ids: string }[] = [];
	const bySize = [...areas].sort((a, b) => (b.outline?.room ?? 0) - (a.outline?.room ?? 0));
	for (const area of bySize) {
		if (!area.outline || area.outline.room * scale < nameWidth(area)) continue;
		const name = { x: area.outline.x * scale, y: area.outline.y * scale, half: nameWidth(area) / 2, ids: area.ids };
		const meets = placed.some(
			({ x, y, half }) => Math.abs(x - name.x) < half + name.half && Math.abs(y - name.y) < CAPTION,
		);
		if (!meets) placed.push(name);
	}
	return new Set(placed.map(({ ids }) => ids));
}

type CaptionProps = { area: MapArea; scale: number; bare: boolean; named: boolean };

/** Name and figures over a shape, as much as has room: the whole, the share alone, nothing. */
function Caption({ area, scale, bare, named }: CaptionProps) {
	const locale = useLocale();
	if (!area.outline) return null;
	const [x, y, room] = [area.outline.x * scale, area.outline.y * scale, area.outline.room * scale];
	if (room < 30) return null;
	return (
		<>
			{named && (
				<Label x={x} y={y - 5} anchor="middle" size={12} edged>
					{shortName(area.name)}
				</Label>
			)}
			{!bare && (
				<Label x={x} y={y + (named ? 11 : 5)} anchor="middle" size={named ? 13 : 11} strong edged>
					{shareText(area, locale)}
				</Label>
			)}
		</>
	);
}

type TileProps = { area: MapArea; x: number; y: number; width: number; shade: ReturnType<typeof shade> };

function Tile({ area, x, y, width, shade }: TileProps) {
	const locale = useLocale();
	return (
		<g>
			<rect x={x + 0.5} y={y + 0.5} width={width - 1} height={71} rx={6} className="fill-surface" />
			<rect x={x + 0.5} y={y + 0.5} width={width - 1} height={71} rx={6} {...shade} />
			<Label x={x + width / 2} y={y + 20} anchor="middle" size={12} edged>
				{wrapped(shortName(area.name), width - 6, 1, 12)[0]}
			</Label>
			<Label x={x + width / 2} y={y + 42} anchor="middle" size={16} strong edged>
				{shareText(area, locale)}
			</Label>
			<Label x={x + width / 2} y={y + 61} anchor="middle" size={12} edged>
				{`${formatNumber(area.part, locale)}/${formatNumber(area.whole, locale)}`}
			</Label>
		</g>
	);
}
