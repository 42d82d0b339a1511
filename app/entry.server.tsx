import type { EntryContext } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import type { HttpContext } from "./platform/context.ts";
import { PageStream } from "./platform/page-stream.ts";
import { NonceContext } from "./ui/nonce.tsx";

const ABORT_MS = 10_000;

/**
 * How long Remix holds an answer's data for what is still to come of it. Our loaders answer whole, so nothing ever comes; but it holds it for
 * that long in any case, and ten seconds of pages are hundreds of megabytes.
 */
export const streamTimeout = 1_000;

/** Draws the page to a stream; crawlers get it whole. */
export default function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	remix: EntryContext,
	http: HttpContext,
): Promise<Response> {
	return new Promise((resolve, reject) => {
		let shellSent = false;
		const whole = isbot(request.headers.get("user-agent") ?? "");
		const { pipe, abort } = renderToPipeableStream(
			<NonceContext.Provider value={http.nonce}>
				<RemixServer context={remix} url={request.url} abortDelay={ABORT_MS} nonce={http.nonce} />
			</NonceContext.Provider>,
			{
				nonce: http.nonce,
				[whole ? "onAllReady" : "onShellReady"]() {
					shellSent = true;
					const body = new PageStream();
					// The timer would hold on to the whole drawing.
					body.once("close", () => clearTimeout(late));
					headers.set("Content-Type", "text/html; charset=utf-8");
					resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
					pipe(body);
				},
				onShellError(error: unknown) {
					clearTimeout(late);
					reject(error);
				},
				onError(error: unknown) {
					// Before the shell is sent, `onShellError` rejects and the door's log has it.
					if (shellSent) http.app.log.error({ err: error, reference: http.requestId }, "rendering failed");
				},
			},
		);
		const late = setTimeout(abort, ABORT_MS).unref();
	});
}

/** Errors outside our doors (Remix's own): logged with the request's reference; expected statuses are no bugs. */
export function handleError(error: unknown, { request, context }: { request: Request; context: unknown }): void {
	if (request.signal.aborted) return;
	const status = (error as { status?: number } | null)?.status;
	if (status !== undefined && status < 500) return;
	const http = context as HttpContext;
	http.app.log.error({ err: error, reference: http.requestId }, "bug");
}
