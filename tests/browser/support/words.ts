/** A number as pages write it: `1.204`. */
export function numberIn(text: string | null): number {
	return Number(/[\d.]+/.exec(text ?? "")?.[0]?.replaceAll(".", ""));
}
