import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import { createRequestListener } from "@remix-run/node-fetch-server";
import { type ServerBuild, createRequestHandler } from "@remix-run/node";
import helmet from "helmet";
import sirv from "sirv";
import type { App } from "./app.ts";
import type { HttpContext } from "./context.ts";
import { answerHealth } from "./health.ts";
import { refusedOrigin, refusedSize } from "./guard.ts";

/** The server over one app and one Remix build. `clientDir` holds the built browser files. */
export function createHttpServer(app: App, build: ServerBuild, clientDir: string): Server {
	const remix = createRequestHandler(build, "production");
	const assets = existsSync(clientDir)
		? sirv(clientDir, { etag: true, setHeaders: (res, path) => path.startsWith("/assets/") && res.setHeader("Cache-Control", "public, max-age=31536000, immutable") })
		: (_req: IncomingMessage, _res: ServerResponse, next: () => void) => next();

	return createServer((req, res) => {
		const nonce = randomBytes(16).toString("base64");
		const requestId = randomBytes(6).toString("hex");
		res.setHeader("X-Request-Id", requestId);
		securityHeaders(req, res, nonce, isHttps(app, req), () => {
			if (answerHealth(app, req, res)) return;
			const refusal = refusedOrigin(app.config, req) ?? refusedSize(req);
			if (refusal) {
				res.writeHead(refusal.status, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" }).end(refusal.sentence);
				return;
			}
			assets(req, res, () => {
				const context: HttpContext = { app, requestId, nonce, address: addressOf(app, req) };
				listen(req, res, (request) => remix(request, context as never));
			});
		});
	});

	function listen(req: IncomingMessage, res: ServerResponse, handler: (request: Request) => Promise<Response>): void {
		createRequestListener(handler, {
			protocol: isHttps(app, req) ? "https:" : "http:",
			onError(error) {
				app.log.error({ err: error }, "request failed");
			},
		})(req, res);
	}
}

function isHttps(app: App, req: IncomingMessage): boolean {
	if (app.config.origin) return app.config.origin.startsWith("https:");
	return app.config.trustProxy && req.headers["x-forwarded-proto"] === "https";
}

function addressOf(app: App, req: IncomingMessage): string {
	const forwarded = app.config.trustProxy ? String(req.headers["x-forwarded-for"] ?? "").split(",")[0]?.trim() : "";
	return forwarded || req.socket.remoteAddress || "";
}

/** Content security policy with a nonce per response and the usual headers. Scripts run from our files or with the nonce only. */
function securityHeaders(req: IncomingMessage, res: ServerResponse, nonce: string, https: boolean, next: () => void): void {
	helmet({
		contentSecurityPolicy: {
			useDefaults: false,
			directives: {
				defaultSrc: ["'none'"],
				scriptSrc: ["'self'", `'nonce-${nonce}'`],
				styleSrc: ["'self'"],
				imgSrc: ["'self'", "data:", "blob:"],
				fontSrc: ["'self'"],
				connectSrc: ["'self'"],
				manifestSrc: ["'self'"],
				workerSrc: ["'self'"],
				formAction: ["'self'"],
				frameAncestors: ["'none'"],
				baseUri: ["'none'"],
				...(https ? { upgradeInsecureRequests: [] } : {}),
			},
		},
		strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
		referrerPolicy: { policy: "same-origin" },
		crossOriginEmbedderPolicy: false,
	})(req, res, (error) => {
		if (error) throw error;
		next();
	});
}
