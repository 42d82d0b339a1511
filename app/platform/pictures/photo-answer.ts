import { type PhotoSize, readPhoto } from "#app/domain/evidence/photos.ts";
import type { Door } from "../door.ts";

/**
 * A photograph for an `<img>`. Asked for again each time, so that whoever signs in next on a shared device sees nothing out of the
 * browser's store; it is sent again only when the browser has not got it.
 */
export async function photoAnswer({ ctx, params, request }: Door<Parameters<typeof readPhoto>[0]>, size: PhotoSize) {
	const { sha256, bytes } = await readPhoto(ctx, params.photoId, size);
	const etag = `"${sha256}-${size}"`;
	const headers = {
		ETag: etag,
		"Cache-Control": "private, no-cache",
		"X-Content-Type-Options": "nosniff",
		"Cross-Origin-Resource-Policy": "same-origin",
		// Opened by itself, a browser shows it in a page of its own making, which it styles.
		"Content-Security-Policy": "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
	};
	if (request.headers.get("If-None-Match")?.includes(etag)) return new Response(null, { status: 304, headers });
	const body = new Uint8Array(await bytes());
	return new Response(body, { headers: { ...headers, "Content-Type": "image/jpeg" } });
}
