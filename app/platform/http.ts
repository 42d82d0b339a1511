import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { ServerBuild } from "@remix-run/node";
import { createRequestListener } from "@remix-run/node-fetch-server";
import sirv from "sirv";
import type { App } from "./app.ts";
import { compressed } from "./compress.ts";
import type { HttpContext } from "./context.ts";
import { withEtag } from "./etag.ts";
import { countedBody, type Refused, refused, tooLarge } from "./guard.ts";
import { setSecurityHeaders, withSafeCookies } from "./headers.ts";
import { answerHealth } from "./health.ts";
import { loggedPath } from "./log.ts";
import { handlerByRoom } from "./route-rooms.ts";
import { withRenewal } from "./session.ts";

/** A request must have arrived whole after this time: 25 MB at 85 kB/s. */
const REQUEST_MS = 300_000;
/** How long what is left of a refused upload is still taken in, so that the browser gets to read why. */
const LINGER_MS = 120_000;

/** The server over one app and one Remix build. `clientDir` holds the built browser files. */
export function createHttpServer(app: App, build: ServerBuild, clientDir: string): Server {
	const remix = handlerByRoom(build);
	const files = assets(clientDir);
	const limits = { headersTimeout: 20_000, requestTimeout: REQUEST_MS, keepAliveTimeout: 65_000 };

	const server = createServer(limits, (req, res) => {
		const context: HttpContext = {
			app,
			requestId: randomBytes(6).toString("hex"),
			nonce: randomBytes(16).toString("base64"),
			address: addressOf(app, req),
			flushed: () => flushed(res),
		};
		try {
			answer(req, res, context);
		} catch (error) {
			app.log.error({ err: error, reference: context.requestId }, "request failed");
			if (!res.headersSent) turnAway(req, res, ownFault(context.requestId));
		}
	});
	// A connection on which nothing moves, in either direction, is given up.
	server.setTimeout(120_000);
	return server;

	function answer(req: IncomingMessage, res: ServerResponse, context: HttpContext): void {
		const https = isHttps(app, req);
		res.setHeader("X-Request-Id", context.requestId);
		setSecurityHeaders(req, res, context.nonce, https);
		res.setHeader("Cache-Control", "private, no-store");
		tellLog(app, req, res, context.requestId);
		if (answerHealth(app, req, res)) return;
		const refusal = refused(app.config, req);
		if (refusal) {
			turnAway(req, res, refusal);
			return;
		}
		files(req, res, () => page(req, res, context, https));
	}

	function page(req: IncomingMessage, res: ServerResponse, context: HttpContext, https: boolean): void {
		const listener = createRequestListener(
			async (request) => {
				const body = countedBody(request);
				const response = await withRenewal(await remix(body.request, context as never), context);
				if (body.overflowed()) return refusalResponse(req, tooLarge);
				return compressed(await withEtag(withSafeCookies(response, https), request), request);
			},
			{
				protocol: https ? "https:" : "http:",
				...(app.config.origin ? { host: new URL(app.config.origin).host } : {}),
				onError(error) {
					app.log.error({ err: error, reference: context.requestId }, "request failed");
					return refusalResponse(req, ownFault(context.requestId));
				},
			},
		);
		listener(req, res);
	}
}

/** The built browser files with their compressed copies. Names under /assets/ carry a hash of the content: kept for a year. */
function assets(clientDir: string): (req: IncomingMessage, res: ServerResponse, next: () => void) => void {
	if (!existsSync(clientDir)) return (_req, _res, next) => next();
	const serve = sirv(clientDir, {
		etag: true,
		brotli: true,
		gzip: true,
		setHeaders(res, path) {
			const forever = path.startsWith("/assets/");
			res.setHeader("Cache-Control", forever ? "public, max-age=31536000, immutable" : "no-cache");
		},
	});
	return (req, res, next) => {
		if (req.method === "POST") return next();
		// These files are small, and sirv would end the process over a range that runs backwards.
		delete req.headers.range;
		serve(req, res, next);
	};
}

/** Every request at level debug; slow ones and faults so that they are seen. Never the query: it may hold names or codes. */
function tellLog(app: App, req: IncomingMessage, res: ServerResponse, reference: string): void {
	const from = performance.now();
	res.once("finish", () => {
		const ms = Math.round(performance.now() - from);
		const level = res.statusCode >= 500 || ms > 2_000 ? "warn" : "debug";
		app.log[level](
			{ reference, method: req.method, path: loggedPath(req.url?.split("?", 1)[0] ?? ""), status: res.statusCode, ms },
			"request",
		);
	});
}

/** Answers with a refusal and lets the rest of the body run into nothing, for a while. */
function turnAway(req: IncomingMessage, res: ServerResponse, refusal: Refused): void {
	const { type, body } = refusalBody(req, refusal);
	res.writeHead(refusal.status, { "Content-Type": type, ...refusal.headers }).end(body);
	if (req.complete) return;
	req.resume();
	const linger = setTimeout(() => req.destroy(), LINGER_MS);
	req.once("close", () => clearTimeout(linger));
}

function refusalResponse(req: IncomingMessage, refusal: Refused): Response {
	const { type, body } = refusalBody(req, refusal);
	return new Response(body, { status: refusal.status, headers: { "Content-Type": type, ...refusal.headers } });
}

/** A page for people, plain text for programs. */
function refusalBody(req: IncomingMessage, { vi, en }: Refused): { type: string; body: string } {
	if (!req.headers.accept?.includes("text/html")) return { type: "text/plain; charset=utf-8", body: `${vi} / ${en}` };
	const body = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${vi.split(".")[0]}</title>
<main><h1>${vi}</h1><p lang="en">${en}</p><p><a href="/">Về trang chính</a></p></main></html>`;
	return { type: "text/html; charset=utf-8", body };
}

function ownFault(reference: string): Refused {
	return {
		status: 500,
		vi: `Hệ thống gặp lỗi. Những gì đã báo lưu vẫn còn nguyên; hãy thử lại sau ít phút. Mã tham chiếu: ${reference}`,
		en: `Something went wrong on our side. What was shown as saved is still there; try again in a few minutes. Reference: ${reference}`,
	};
}

async function flushed(res: ServerResponse): Promise<void> {
	// Looked at now and then: "drain" comes only to those who were told to wait for it.
	while (res.writableLength > 0 && !res.destroyed) await pause(1);
}

function isHttps(app: App, req: IncomingMessage): boolean {
	if (app.config.origin) return app.config.origin.startsWith("https:");
	return app.config.trustProxy && req.headers["x-forwarded-proto"] === "https";
}

/** With a trusted proxy, the address that it added: the last one. What stands before it is the sender's own claim. */
function addressOf(app: App, req: IncomingMessage): string {
	const forwarded = app.config.trustProxy
		? String(req.headers["x-forwarded-for"] ?? "")
				.split(",")
				.at(-1)
				?.trim()
		: "";
	return forwarded || req.socket.remoteAddress || "";
}
