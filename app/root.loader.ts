import { isPublic } from "./platform/context.ts";
import { page } from "./platform/door.ts";

/** What the document itself needs: language, theme, and the reference to quote when something breaks while drawing. */
export const loader = page("anyone", async ({ ctx, request, url, http }) => {
	const cookies = isPublic(url) ? "" : (request.headers.get("cookie") ?? "");
	const theme = /(?:^|;\s*)theme=(light|dark)/.exec(cookies)?.[1] ?? null;
	return { locale: ctx.locale, theme, reference: http.requestId };
});
