import { useActionData } from "@remix-run/react";
import type { action } from "./route.ts";

/** What the officer had typed into a field when the answer was a problem; "" otherwise. */
export function useTyped(): (name: string) => string {
	const answer = useActionData<typeof action>();
	const typed: Record<string, unknown> = answer && "typed" in answer ? (answer.typed as Record<string, unknown>) : {};
	return (name) => {
		const value = typed[name];
		return typeof value === "string" ? value : "";
	};
}
