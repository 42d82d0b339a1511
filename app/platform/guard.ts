import type { IncomingMessage } from "node:http";
import type { Config } from "./config.ts";

/** Largest body any request may carry; a door may allow less. */
export const BODY_LIMIT = 25 * 1_048_576;

type Refused = { status: number; sentence: string };

/**
 * Writes must come from our own pages: `Origin` (or, in browsers that leave it out, `Sec-Fetch-Site`) has to say so. A client
 * that sends neither is no browser and carries no cookies of one.
 */
export function refusedOrigin(config: Config, req: IncomingMessage): Refused | null {
	if (req.method === "GET" || req.method === "HEAD" || req.method === "OPTIONS") return null;
	const { origin, host } = req.headers;
	const site = req.headers["sec-fetch-site"];
	const own = config.origin ? origin === config.origin : origin !== undefined && sameHost(origin, host);
	if (own) return null;
	if (origin === undefined && (site === "same-origin" || (site === undefined && req.headers.cookie === undefined))) return null;
	return {
		status: 403,
		sentence: "Yêu cầu đến từ một trang khác nên đã bị từ chối. / The request came from another site and was refused.",
	};
}

function sameHost(origin: string, host: string | undefined): boolean {
	return URL.canParse(origin) && new URL(origin).host === host;
}

/** A body that says at once that it is too large is refused before it is read. */
export function refusedSize(req: IncomingMessage): Refused | null {
	if (Number(req.headers["content-length"] ?? 0) <= BODY_LIMIT) return null;
	return {
		status: 413,
		sentence: "Tệp gửi lên quá lớn (tối đa 25 MB). Chưa có gì được lưu; hãy quay lại và chọn tệp nhỏ hơn. / The upload is too large (at most 25 MB). Nothing was stored.",
	};
}
