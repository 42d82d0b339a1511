import { page } from "./platform/door.ts";

/** What the document itself needs: language, theme, and the reference to quote when something breaks while drawing. */
export const loader = page("anyone", async ({ ctx, request, http }) => {
	const theme = /(?:^|;\s*)theme=(light|dark)/.exec(request.headers.get("cookie") ?? "")?.[1] ?? null;
	return { locale: ctx.locale, theme, reference: http.requestId };
});
