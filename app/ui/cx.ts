/** Class names joined; what does not apply is left out. */
export function cx(...names: (string | false | null | undefined)[]): string {
	return names.filter(Boolean).join(" ");
}
