import type { Words } from "#app/domain/forms/expression-schema.ts";
import { figuresWords } from "#app/i18n/figures.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { textOf } from "#app/i18n/returns.ts";
import { StatusBadge, ToneMark } from "./badge.tsx";
import { Card, CardHeader } from "./card.tsx";
import { cx } from "./cx.ts";
import { useLocale, useWords } from "./locale.tsx";
import { StatBar } from "./stat-bar.tsx";
import { inkTone, type Tone } from "./tone.ts";

export type Colour = "green" | "amber" | "red";
export type LightWords = { code: string; label: Words; says: Record<Colour, Words> };
type Counted = { reported: number; lights: Record<string, Record<Colour, number>> };

const colours = ["green", "amber", "red"] as const;
const toneOf: Record<Colour, Tone> = { green: "good", amber: "warn", red: "bad" };

/** What a light shows for one return: shape and word; a dash where it is not known. */
export function LightBadge({ light, colour }: { light: LightWords; colour: Colour | null | undefined }) {
	const t = useWords(figuresWords);
	const locale = useLocale();
	if (!colour) return <StatusBadge>{t.unknown}</StatusBadge>;
	return <StatusBadge tone={toneOf[colour]}>{textOf(light.says[colour], locale)}</StatusBadge>;
}

/** How many schools show each colour, in the space of a table's cell: shapes, with the words for screen readers. */
export function LightCounts({ light, counts }: { light: LightWords; counts: Record<Colour, number> | undefined }) {
	const locale = useLocale();
	return (
		<span className="inline-flex gap-3 whitespace-nowrap">
			{colours.map((colour) => (
				<span
					key={colour}
					title={textOf(light.says[colour], locale)}
					className={cx("inline-flex items-center gap-1", inkTone[toneOf[colour]])}
				>
					<ToneMark tone={toneOf[colour]} />
					<span className="sr-only">{textOf(light.says[colour], locale)}: </span>
					{formatNumber(counts?.[colour] ?? 0, locale)}
				</span>
			))}
		</span>
	);
}

/** Each light as a card: a bar, and three counts with shape and word. */
export function LightCards({ lights, line }: { lights: readonly LightWords[]; line: Counted }) {
	const t = useWords(figuresWords);
	const locale = useLocale();
	const n = (value: number) => formatNumber(value, locale);
	if (lights.length === 0) return null;
	return (
		<div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,17rem),1fr))] gap-3 sm:gap-4">
			{lights.map((light) => {
				const counts = line.lights[light.code] ?? { green: 0, amber: 0, red: 0 };
				const unknown = line.reported - counts.green - counts.amber - counts.red;
				const id = `light-${light.code}`;
				return (
					<Card key={light.code} labelledBy={id}>
						<CardHeader id={id} title={textOf(light.label, locale)} />
						<StatBar
							label={textOf(light.label, locale)}
							total={line.reported}
							thick
							segments={colours.map((colour) => ({
								label: textOf(light.says[colour], locale),
								value: counts[colour],
								tone: toneOf[colour],
							}))}
						/>
						<ul className="mt-3 grid gap-1">
							{colours.map((colour) => (
								<li key={colour} className="flex items-baseline gap-2">
									<ToneMark tone={toneOf[colour]} className={cx("self-center", inkTone[toneOf[colour]])} />
									<span className="min-w-0 flex-1">{textOf(light.says[colour], locale)}</span>
									<span className="tabular font-medium">{n(counts[colour])}</span>
								</li>
							))}
							{unknown > 0 && (
								<li className="flex items-baseline gap-2 text-muted">
									<ToneMark tone="neutral" className="self-center" />
									<span className="min-w-0 flex-1">{t.unknown}</span>
									<span className="tabular">{n(unknown)}</span>
								</li>
							)}
						</ul>
						<p className="mt-2 text-sm text-muted">{t.lightsOf(n(line.reported))}</p>
					</Card>
				);
			})}
		</div>
	);
}
