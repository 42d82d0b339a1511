import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";

const nonces = new WeakMap<object, string>();

const usual = { plain: headersFor(false), https: headersFor(true) };

/** Sets the content security policy with the nonce of this response, and the usual headers. */
export function setSecurityHeaders(req: IncomingMessage, res: ServerResponse, nonce: string, https: boolean): void {
	nonces.set(res, nonce);
	usual[https ? "https" : "plain"](req, res, (error) => {
		if (error) throw error;
	});
	res.setHeader("Permissions-Policy", PERMISSIONS);
}

/** Nothing of the device is asked for: photographs come through the file field. */
const PERMISSIONS = [
	"accelerometer",
	"camera",
	"display-capture",
	"geolocation",
	"gyroscope",
	"magnetometer",
	"microphone",
	"midi",
	"payment",
	"usb",
]
	.map((feature) => `${feature}=()`)
	.join(", ");

/** Scripts run from our own files or with the nonce of the response, styles from our own files only. */
function headersFor(https: boolean) {
	return helmet({
		contentSecurityPolicy: {
			useDefaults: false,
			directives: {
				defaultSrc: ["'none'"],
				scriptSrc: ["'self'", (_req, res) => `'nonce-${nonces.get(res)}'`],
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
		// A district's other pages below the same name may not have https: they are not ours to force.
		strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
		referrerPolicy: { policy: "same-origin" },
		xFrameOptions: { action: "deny" },
		crossOriginEmbedderPolicy: false,
	});
}

/** The response with every cookie HttpOnly, SameSite and, on https, Secure: no page can forget it. */
export function withSafeCookies(response: Response, https: boolean): Response {
	const cookies = response.headers.getSetCookie();
	if (cookies.length === 0) return response;
	const headers = new Headers(response.headers);
	headers.delete("Set-Cookie");
	for (const cookie of cookies) headers.append("Set-Cookie", safeCookie(cookie, https));
	return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

function safeCookie(cookie: string, https: boolean): string {
	const has = (attribute: string) => new RegExp(`;\\s*${attribute}\\b`, "i").test(cookie);
	const missing = [
		has("HttpOnly") ? "" : "; HttpOnly",
		has("SameSite") ? "" : "; SameSite=Lax",
		!https || has("Secure") ? "" : "; Secure",
	];
	return cookie + missing.join("");
}
