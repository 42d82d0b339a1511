import type { AnonymousCtx, Ctx } from "#app/domain/ctx.ts";
import type { HttpContext } from "./context.ts";
import { answerJson } from "./json.ts";

/**
 * For a page that saves by itself while somebody writes: what was saved, an expected problem, or that nobody is signed in (401), upon
 * which the page keeps the text and asks the person to sign in.
 */
export async function answerSaver(
	ctx: AnonymousCtx,
	http: HttpContext,
	save: (ctx: Ctx) => Promise<object>,
): Promise<Response> {
	const session = await http.session;
	if (!isSignedIn(ctx) || session?.mustChangePassword) return Response.json({ signedOut: true }, { status: 401 });
	return answerJson(() => save(ctx));
}

function isSignedIn(ctx: AnonymousCtx): ctx is Ctx {
	return ctx.actor !== null;
}
