import { readIssuer } from "#app/domain/conduct/issuer.ts";
import { posterOf } from "#app/domain/conduct/papers.ts";
import { readPublicCode } from "#app/domain/conduct/public-queries.ts";
import type { AnonymousCtx, Locale } from "#app/domain/ctx.ts";
import { countAddress } from "#app/domain/people/limits.ts";
import { Problem, type ProblemBody, problem } from "#app/domain/problem.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import { type Door, page } from "#app/platform/door.ts";
import { keptPoster } from "#app/platform/jobs/kept-posters.ts";

const sizes: Record<string, "A3" | "A4" | undefined> = { "poster-a3.pdf": "A3", "poster-a4.pdf": "A4" };

/** The poster of the code in force, for whoever wants to hang it up. Drawing one is counted by address; a drawn one is not. */
export const loader = page("anyone", async (door) => {
	try {
		return await poster(door);
	} catch (thrown) {
		if (thrown instanceof Problem) return inWords(thrown.body, thrown.status, door.ctx.locale);
		throw thrown;
	}
});

async function poster({ ctx, params, url, http }: Door<AnonymousCtx>): Promise<Response> {
	const name = params.file ?? "";
	const size = Object.hasOwn(sizes, name) ? sizes[name] : undefined;
	if (!size) throw problem("not_found", {});
	const inForce = await readPublicCode(ctx, params.code ?? "");
	const { code } = inForce.school;
	const { superior } = await readIssuer(ctx, code);
	const here = `${http.app.config.origin ?? url.origin}/public/schools/${code}`;
	const bytes = await keptPoster(posterOf(inForce, { superior, url: here, size }), () => counted(ctx, http.address));
	return new Response(bytes as Uint8Array<ArrayBuffer>, {
		headers: {
			"Content-Type": "application/pdf",
			"Content-Disposition": `inline; filename="quy-tac-ung-xu-${code.replace(/[^\w-]/g, "")}-${size}.pdf"`,
			"Cache-Control": "public, max-age=300",
		},
	});
}

/** A file's address has no page to draw a problem on: it is said in plain words. */
function inWords(body: ProblemBody, status: number, locale: Locale): Response {
	const headers = new Headers({ "Content-Type": "text/plain; charset=utf-8" });
	if (body.code === "too_many_requests") headers.set("Retry-After", String(body.details.retryAfterSeconds));
	return new Response(problemSentence(body, locale), { status, headers });
}

/** Nobody guesses anything here: who asks for too many is told to wait, not that they were wrong. */
async function counted(ctx: AnonymousCtx, address: string): Promise<void> {
	try {
		await countAddress(ctx, "poster", address);
	} catch (thrown) {
		if (!(thrown instanceof Problem) || thrown.body.code !== "too_many_attempts") throw thrown;
		const wait = Date.parse(thrown.body.details.until) - Date.parse(ctx.now);
		throw problem("too_many_requests", { retryAfterSeconds: Math.ceil(wait / 1000) });
	}
}
