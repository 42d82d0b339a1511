import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";

/**
 * Until the page's data are decoded `RemixBrowser` throws a promise, and nothing above it could wait: a key pressed in that moment makes
 * React draw at once, find nothing to draw, and give the page up for good (its error 345). So it is asked before React is, and the page
 * comes to life when it need not wait any more. It throws before its first hook, so it may be called from outside.
 */
async function dataDecoded(): Promise<void> {
	try {
		RemixBrowser({});
	} catch (waitsFor) {
		if (!(waitsFor instanceof Promise)) throw waitsFor;
		await waitsFor;
	}
}

dataDecoded().then(() =>
	startTransition(() => {
		hydrateRoot(
			document,
			<StrictMode>
				<RemixBrowser />
			</StrictMode>,
		);
	}),
);
