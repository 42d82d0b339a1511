/** Figures and lights of one return: what the office's roll-up adds up. */
import { isAnswered } from "./answers.ts";
import { evaluate, references } from "./evaluate.ts";
import type { Figure, Light } from "./figure-schema.ts";
import { roundHalfUp } from "./numbers.ts";
import type { Answers, AnswerValue, Definition, SchoolFacts } from "./schema.ts";
import { situation } from "./situation.ts";

export type LightColour = "green" | "amber" | "red";

/** By code. A figure that is not known has null, never zero; `of` only where the figure is a share. */
export type Figures = {
	values: Record<string, AnswerValue>;
	of: Record<string, number | null>;
	lights: Record<string, LightColour | null>;
};

export const noFigures: Figures = { values: {}, of: {}, lights: {} };

/** Figures as a submission keeps them; `{}` where its form has none. */
export function readFigures(kept: string): Figures {
	return { ...noFigures, ...(JSON.parse(kept) as Partial<Figures>) };
}

/** What a return comes to. Takes the answers as they were frozen, or as they stand. */
export function figuresOf(definition: Definition, answers: Answers, school: SchoolFacts): Figures {
	if (definition.figures.length + definition.lights.length === 0) return noFigures;
	const { scope } = situation(definition, answers, school);
	const figures: Figures = { values: {}, of: {}, lights: {} };
	for (const figure of definition.figures) {
		figures.values[figure.code] = contributed(figure, evaluate(figure.value, scope));
		if (figure.type === "share" && figure.of) {
			const whole = evaluate(figure.of, scope);
			figures.of[figure.code] = typeof whole === "number" ? roundHalfUp(whole, figure.digits) : null;
		}
	}
	for (const light of definition.lights) {
		figures.lights[light.code] = colourOf(light, (condition) => evaluate(condition, scope) === true);
	}
	return figures;
}

function contributed(figure: Figure, value: ReturnType<typeof evaluate>): AnswerValue {
	if (figure.type === "text") return isAnswered(value) && typeof value !== "boolean" ? value : null;
	if (figure.type === "yes") return typeof value === "boolean" ? Number(value) : null;
	return typeof value === "number" ? roundHalfUp(value, figure.digits) : null;
}

function colourOf(light: Light, holds: (condition: Light["green"]) => boolean): LightColour | null {
	if (light.known && !holds(light.known)) return null;
	if (holds(light.green)) return "green";
	return holds(light.amber) ? "amber" : "red";
}

/** Whether a figure or light reckons with one of some items. */
export function reckonsWith(one: Pick<Figure, "value" | "of"> | Light, items: ReadonlySet<string>): boolean {
	const parts = "green" in one ? [one.known, one.green, one.amber] : [one.value, one.of];
	return parts.some((part) => part !== undefined && references(part).some((code) => items.has(code)));
}

/** Figures of an earlier round without those made of items that ask something else now: these are not known. */
export function comparableFigures(definition: Definition, figures: Figures, other: ReadonlySet<string>): Figures {
	if (other.size === 0) return figures;
	const values = { ...figures.values };
	for (const figure of definition.figures) if (reckonsWith(figure, other)) values[figure.code] = null;
	return { ...figures, values };
}

/** A watched figure that is far from the last round's. */
export type Jump = { figure: Figure; before: number; now: number };

/** A change below this many is everyday, whatever its share. */
const SMALLEST_JUMP = 5;

/**
 * Watched figures that are at least twice or at most half of what they were, and at least five apart: shown to the school before it
 * sends. A figure that is not known on either side jumps nowhere.
 */
export function jumpsBetween(definition: Definition, before: Figures, now: Figures): Jump[] {
	return definition.figures.flatMap((figure) => {
		const [old, fresh] = [before.values[figure.code], now.values[figure.code]];
		if (!figure.watched || typeof old !== "number" || typeof fresh !== "number") return [];
		const [low, high] = [Math.min(old, fresh), Math.max(old, fresh)];
		return high - low >= SMALLEST_JUMP && high >= 2 * low ? [{ figure, before: old, now: fresh }] : [];
	});
}
