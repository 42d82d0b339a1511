import { createHash } from "node:crypto";

/**
 * What any cache may keep gets a mark of its content, and whoever has that content already is told so instead of being sent it again.
 * The page is made all the same: it is the reader's line that is slow. Everything else passes untouched, streams above all.
 */
export async function withEtag(response: Response, request: Request): Promise<Response> {
	if (request.method !== "GET" || response.status !== 200) return response;
	if (!response.headers.get("Cache-Control")?.startsWith("public")) return response;
	return marked(request, new Uint8Array(await response.arrayBuffer()), response.headers);
}

/** An answer with a mark of its content; without the content for whoever has it already. */
export function marked(request: Request, body: string | Uint8Array<ArrayBuffer>, given: HeadersInit): Response {
	const mark = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
	const headers = new Headers(given);
	// Weak: compressed or not, it is the same content.
	headers.set("ETag", `W/${mark}`);
	if (!request.headers.get("If-None-Match")?.includes(mark)) return new Response(body, { headers });
	headers.delete("Content-Type");
	headers.delete("Content-Length");
	return new Response(null, { status: 304, headers });
}
