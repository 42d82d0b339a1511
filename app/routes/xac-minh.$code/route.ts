import { data } from "@remix-run/node";
import { verifyCode } from "#app/domain/papers/slips.ts";
import { Problem } from "#app/domain/problem.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/** No script: whoever holds a print scans its code with a phone. */
export const handle = { plain: true };

/** The same for everybody, but soon asked again: the school may send anew. What is not found is kept by nobody. */
export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => ({
	"Cache-Control": loaderHeaders.get("Cache-Control") ?? "public, max-age=300",
	"X-Robots-Tag": "noindex, nofollow",
});

/** Whether a code stands for a return that was really sent; the sentence why not. */
export const loader = page("anyone", async ({ ctx, params, http }) => {
	const typed = params.code ?? "";
	try {
		return { verified: await verifyCode(ctx, typed, http.address), typed, problem: null };
	} catch (thrown) {
		if (!(thrown instanceof Problem)) throw thrown;
		const init = { status: thrown.status, headers: { "Cache-Control": "no-store" } };
		return data({ verified: null, typed: typed.slice(0, 80), problem: thrown.body }, init);
	}
});
