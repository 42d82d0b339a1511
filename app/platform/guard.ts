import type { IncomingMessage } from "node:http";
import type { Config } from "./config.ts";

/** Largest body any request may carry; a door may allow less. */
export const BODY_LIMIT = 25 * 1_048_576;

/** Why a request is turned away before any page sees it. */
export type Refused = { status: number; vi: string; en: string; headers?: Record<string, string> };

export const tooLarge: Refused = {
	status: 413,
	vi: "Tệp gửi lên quá lớn (tối đa 25 MB). Chưa có gì được lưu từ lần gửi này; hãy quay lại và chọn tệp nhỏ hơn.",
	en: "The upload is too large (at most 25 MB). Nothing of it was stored; go back and choose a smaller file.",
};

/** The first reason to turn a request away, or null: odd methods, broken addresses, foreign origins, bodies too large. */
export function refused(config: Config, req: IncomingMessage): Refused | null {
	return refusedMethod(req) ?? refusedUrl(req) ?? refusedOrigin(config, req) ?? refusedSize(req);
}

/** Pages are read and forms are sent; nothing here answers another method. */
function refusedMethod(req: IncomingMessage): Refused | null {
	if (req.method === "GET" || req.method === "HEAD" || req.method === "POST") return null;
	return {
		status: 405,
		vi: "Địa chỉ này không nhận kiểu yêu cầu đó.",
		en: "This address does not take that kind of request.",
		headers: { Allow: "GET, HEAD, POST" },
	};
}

/**
 * An address that cannot be read is the sender's mistake (400), not ours (500): broken percent-encoding, a null byte (which
 * PostgreSQL would choke on), a backslash or second slash in front (which browsers read as another host).
 */
function refusedUrl(req: IncomingMessage): Refused | null {
	const url = req.url ?? "";
	if (/^\/(?![/\\])/.test(url) && !/%00|\\|\0/.test(url) && decodes(url.split("?", 1)[0] ?? "")) return null;
	return {
		status: 400,
		vi: "Địa chỉ này bị hỏng nên không mở được. Hãy kiểm tra lại đường dẫn hoặc bắt đầu từ trang chính.",
		en: "This address is broken and cannot be opened. Check the link, or start from the home page.",
	};
}

function decodes(path: string): boolean {
	try {
		decodeURIComponent(path);
		return true;
	} catch {
		return false;
	}
}

/**
 * Writes must come from our own pages: `Origin` (or, in browsers that leave it out, `Sec-Fetch-Site`) has to say so. A client
 * that sends neither is no browser and carries no cookies of one.
 */
function refusedOrigin(config: Config, req: IncomingMessage): Refused | null {
	if (req.method !== "POST") return null;
	const { origin, host } = req.headers;
	const site = req.headers["sec-fetch-site"];
	const own = config.origin ? origin === config.origin : origin !== undefined && sameHost(origin, host);
	if (own) return null;
	if (origin === undefined && (site === "same-origin" || (site === undefined && req.headers.cookie === undefined)))
		return null;
	return {
		status: 403,
		vi: "Yêu cầu đến từ một trang khác nên đã bị từ chối. Hãy mở lại trang này rồi thử lại.",
		en: "The request came from another site and was refused. Open this page again and retry.",
	};
}

function sameHost(origin: string, host: string | undefined): boolean {
	return URL.canParse(origin) && new URL(origin).host === host;
}

/** A body that says at once that it is too large is refused before it is read. */
function refusedSize(req: IncomingMessage): Refused | null {
	return Number(req.headers["content-length"] ?? 0) > BODY_LIMIT ? tooLarge : null;
}

/**
 * Counts a body that came without its length (chunked) and breaks it off above the limit; `overflowed` tells afterwards. With a
 * length, Node itself reads no more than was announced.
 */
export function countedBody(request: Request, limit = BODY_LIMIT): { request: Request; overflowed(): boolean } {
	let seen = 0;
	if (!request.body || request.headers.has("content-length")) return { request, overflowed: () => false };
	const counter = new TransformStream<Uint8Array, Uint8Array>({
		transform(chunk, controller) {
			seen += chunk.byteLength;
			if (seen > limit) controller.error(new Error("request body above the limit"));
			else controller.enqueue(chunk);
		},
	});
	const init = { body: request.body.pipeThrough(counter), duplex: "half" };
	return { request: new Request(request, init as RequestInit), overflowed: () => seen > limit };
}
