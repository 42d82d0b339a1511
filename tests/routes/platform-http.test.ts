import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { BODY_LIMIT } from "#app/platform/guard.ts";
import { buildPages } from "#tests/support/build-pages.ts";
import { ask, buildApp, freshFolder, serve } from "#tests/support/build-server.ts";
import { freshStore } from "#tests/support/stores.ts";

const pages = buildPages({
	plain: { loader: () => new Response("hello", { headers: { "Content-Type": "text/plain" } }) },
	long: { loader: () => new Response("năm mươi ".repeat(5_000), { headers: { "Content-Type": "text/html" } }) },
	sync: { loader: () => new Response("{}", { headers: { "Content-Type": "application/json" } }) },
	cookie: {
		loader: () =>
			new Response("", {
				headers: [
					["Set-Cookie", "a=1; Path=/"],
					["Set-Cookie", "b=2; HttpOnly; SameSite=Strict"],
				],
			}),
	},
	broken: {
		loader: () => {
			throw new Error("a bug in a page");
		},
	},
	"*": { loader: () => new Response("no such page", { status: 404 }) },
	form: { action: async ({ request }) => new Response(`got ${(await request.text()).length}`) },
});

async function running(config: Parameters<typeof buildApp>[1] = {}, clientDir?: string) {
	const { app, logged } = buildApp(await freshStore("sqlite"), config);
	return { app, logged, ...(await serve(app, pages, clientDir)) };
}

describe("headers", () => {
	test("each response has a policy with a nonce of its own and the usual headers", async () => {
		const { port } = await running();
		const [one, two] = [await ask(port, "/plain"), await ask(port, "/plain")];
		const policy = String(one.headers["content-security-policy"]);
		expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}'/);
		expect(policy).not.toContain("unsafe");
		expect(policy).not.toBe(two.headers["content-security-policy"]);
		expect(one.headers).toMatchObject({
			"x-content-type-options": "nosniff",
			"x-frame-options": "DENY",
			"referrer-policy": "same-origin",
			"cross-origin-opener-policy": "same-origin",
			"cross-origin-resource-policy": "same-origin",
			"cache-control": "private, no-store",
		});
		expect(one.headers["permissions-policy"]).toContain("camera=()");
		expect(one.headers["strict-transport-security"]).toBeUndefined();
	});

	test("cookies are HttpOnly and SameSite, on https also Secure, whatever the page wrote", async () => {
		const plain = await ask((await running()).port, "/cookie");
		expect(plain.headers["set-cookie"]).toEqual([
			"a=1; Path=/; HttpOnly; SameSite=Lax",
			"b=2; HttpOnly; SameSite=Strict",
		]);
		const https = await ask((await running({ origin: "https://antoan.example.vn" })).port, "/cookie");
		expect(https.headers["set-cookie"]?.every((cookie) => cookie.includes("; Secure"))).toBe(true);
		expect(https.headers["strict-transport-security"]).toBe("max-age=31536000");
	});
});

describe("requests turned away", () => {
	test.each([
		["broken percent-encoding", "/%E0%A4%A"],
		["a null byte in the path", "/plain%00"],
		["a null byte in the query", "/plain?q=%00"],
		["another host in disguise", "//evil.example/plain"],
		["a backslash", "/\\evil.example"],
		["a whole address", "http://evil.example/plain"],
	])("%s is the sender's mistake: 400", async (_what, path) => {
		const { port } = await running();
		const answer = await ask(port, path);
		expect(answer.status).toBe(400);
		expect(answer.text).toContain("Địa chỉ này bị hỏng");
	});

	test.each(["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])("%s is answered 405", async (method) => {
		const { port } = await running();
		const answer = await ask(port, "/plain", { method });
		expect(answer.status).toBe(405);
		expect(answer.headers.allow).toBe("GET, HEAD, POST");
	});

	test("a write from another site is refused, from our own pages taken", async () => {
		const { port } = await running();
		const post = (headers: Record<string, string>) => ask(port, "/form", { method: "POST", body: ["x"], headers });
		const own = `http://127.0.0.1:${port}`;
		expect((await post({ origin: own })).text).toBe("got 1");
		expect((await post({ "sec-fetch-site": "same-origin" })).status).toBe(200);
		expect((await post({ origin: "https://evil.example" })).status).toBe(403);
		expect((await post({ origin: "null" })).status).toBe(403);
		expect((await post({ "sec-fetch-site": "cross-site" })).status).toBe(403);
		expect((await post({ cookie: "session=1" })).status).toBe(403);
		expect((await post({ origin: own, host: "other.example" })).status).toBe(403);
	});

	test("a set APP_ORIGIN is the only origin", async () => {
		const { port } = await running({ origin: "https://antoan.example.vn" });
		const post = (origin: string) => ask(port, "/form", { method: "POST", body: ["x"], headers: { origin } });
		expect((await post("https://antoan.example.vn")).status).toBe(200);
		expect((await post(`http://127.0.0.1:${port}`)).status).toBe(403);
	});

	test("a body that announces too much is refused in a sentence, and a browser gets a page", async () => {
		const { port } = await running();
		const answer = await ask(port, "/form", {
			method: "POST",
			headers: { "content-length": String(BODY_LIMIT + 1), accept: "text/html", origin: `http://127.0.0.1:${port}` },
			body: [Buffer.alloc(BODY_LIMIT + 1)],
		});
		expect(answer.status).toBe(413);
		expect(answer.headers["content-type"]).toContain("text/html");
		expect(answer.text).toContain("quá lớn (tối đa 25 MB)");
	});

	test("a body without its length is counted while it arrives", async () => {
		const { port } = await running();
		const chunk = Buffer.alloc(1_048_576, 97);
		const send = (chunks: number) =>
			ask(port, "/form", { method: "POST", body: Array.from({ length: chunks }, () => chunk) });
		expect((await send(2)).text).toBe("got 2097152");
		expect((await send(27)).status).toBe(413);
	});
});

describe("faults", () => {
	test("a bug in a page is answered 500 with a reference, and logged with it", async () => {
		const { port, logged } = await running();
		const answer = await ask(port, "/broken", { headers: { accept: "text/html" } });
		expect(answer.status).toBe(500);
		const reference = String(answer.headers["x-request-id"]);
		expect(reference).toMatch(/^[0-9a-f]{12}$/);
		expect(logged()).toContain(reference);
		expect(answer.text).not.toContain("a bug in a page");
	});

	test("a whole build that throws still answers with the reference", async () => {
		const { app, logged } = buildApp(await freshStore("sqlite"));
		const broken = {
			...buildPages({}),
			get entry(): never {
				throw new Error("the build does not load");
			},
		};
		const { port } = await serve(app, broken);
		const answer = await ask(port, "/nothing-here", { headers: { accept: "text/html" } });
		expect(answer.status).toBe(500);
		expect(logged()).toContain(String(answer.headers["x-request-id"]));
	});
});

describe("health", () => {
	test("the process and the database answer, HEAD without a body", async () => {
		const { port } = await running();
		expect((await ask(port, "/healthz")).text).toBe("ok");
		expect((await ask(port, "/readyz")).text).toBe("ready");
		const head = await ask(port, "/healthz", { method: "HEAD" });
		expect([head.status, head.text]).toEqual([200, ""]);
	});

	test("without its database the server is alive but not ready", async () => {
		const { app, logged } = buildApp(await freshStore("sqlite"));
		const { port } = await serve(app, pages);
		expect((await ask(port, "/readyz")).status).toBe(200);
		await app.store.close();
		expect((await ask(port, "/healthz")).status).toBe(200);
		expect((await ask(port, "/readyz")).status).toBe(503);
		expect(logged()).toContain("database does not answer");
	});
});

describe("weight", () => {
	test("pages travel compressed when the browser takes it, what devices send not at all", async () => {
		const { port } = await running();
		const long = await ask(port, "/long", { headers: { "accept-encoding": "gzip, br" } });
		expect(long.headers["content-encoding"]).toBe("br");
		expect(long.bytes.length).toBeLessThan(1_000);
		expect(brotliDecompressSync(long.bytes).toString()).toContain("năm mươi");
		expect((await ask(port, "/sync", { headers: { "accept-encoding": "br" } })).text).toBe("{}");
		expect((await ask(port, "/long")).headers["content-encoding"]).toBeUndefined();
	});

	test("built files come in their compressed copy and are kept for a year; odd ranges do no harm", async () => {
		const client = freshFolder();
		mkdirSync(join(client, "assets"));
		writeFileSync(join(client, "assets/a-1234.js"), "let answer = 42;");
		writeFileSync(join(client, "assets/a-1234.js.br"), brotliCompressSync("let answer = 42;"));
		const { port } = await running({}, client);
		const small = await ask(port, "/assets/a-1234.js", { headers: { "accept-encoding": "br" } });
		expect(brotliDecompressSync(small.bytes).toString()).toBe("let answer = 42;");
		expect(small.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
		const backwards = await ask(port, "/assets/a-1234.js", { headers: { range: "bytes=10-5" } });
		expect(backwards.text).toBe("let answer = 42;");
		expect((await ask(port, "/assets/../../../etc/passwd")).status).toBe(404);
	});
});
