import { uiWords } from "#app/i18n/ui.ts";
import { useWords } from "./locale.tsx";

/** The first thing that Tab reaches: past the navigation, to `<main id="main">`. */
export function SkipLink() {
	const { shell } = useWords(uiWords);
	return (
		<a
			href="#main"
			data-print="hide"
			className="sr-only rounded-md bg-accent px-4 py-3 font-medium text-on-accent focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-50"
		>
			{shell.skip}
		</a>
	);
}
