/** Where to go next, from a form or URL: only a path of this site, else `fallback`; `//evil.example`, `/\evil` and `/.//evil` are none. */
export function localPath(given: unknown, fallback: string): string {
	if (typeof given !== "string" || !given.startsWith("/") || !URL.canParse(given, ORIGIN)) return fallback;
	const url = new URL(given, ORIGIN);
	return url.origin === ORIGIN && !url.pathname.startsWith("//") ? url.pathname + url.search + url.hash : fallback;
}

const ORIGIN = "http://here.invalid";
