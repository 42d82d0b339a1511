import { constants } from "node:zlib";
import { compressResponse } from "@remix-run/response/compress";

const TEXT = /^(text\/|application\/(json|javascript)|image\/svg)/;

/** Node's default of 11 is for files that are packed once; 4 packs a page better than gzip does, in less time. */
const brotli = {
	params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
};

/**
 * The page compressed as the browser takes it. Left as they are: answers to devices, some hundred bytes a thousand times a second;
 * and downloads, which stream as fast as the reader takes them while a compressor would run ahead of a slow one.
 */
export async function compressed(response: Response, request: Request): Promise<Response> {
	if (!TEXT.test(response.headers.get("Content-Type") ?? "")) return response;
	if (response.headers.has("Content-Disposition") || new URL(request.url).pathname === "/sync") return response;
	return compressResponse(response, request, { encodings: ["br", "gzip"], brotli, threshold: 1_024 });
}
