import { Agent, request } from "node:http";
import { expect, test } from "vitest";
import { stopServer } from "#app/platform/stop.ts";
import { buildPages } from "#tests/support/build-pages.ts";
import { ask, buildApp, serve } from "#tests/support/build-server.ts";
import { freshStore } from "#tests/support/stores.ts";

/** A server with a page that takes as long as the test wants. */
async function slowServer() {
	let release = () => {};
	let arrived = () => {};
	const inside = new Promise<void>((resolve) => {
		arrived = resolve;
	});
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	const pages = buildPages({
		slow: {
			loader: async () => {
				arrived();
				await held;
				return new Response("finished");
			},
		},
		quick: { loader: () => new Response("quick") },
	});
	const { app } = buildApp(await freshStore("sqlite"));
	return { ...(await serve(app, pages)), inside, release };
}

test("a request in flight finishes, later ones are not taken, the server ends", async () => {
	const { server, port, inside, release } = await slowServer();
	const inFlight = ask(port, "/slow");
	await inside;
	const stopped = stopServer(server, 5_000);
	await expect(ask(port, "/quick")).rejects.toThrow("ECONNREFUSED");
	release();
	expect((await inFlight).text).toBe("finished");
	expect(await stopped).toBe(true);
});

test("connections that idle do not hold the server up, nor one that turns idle meanwhile", async () => {
	const { server, port, inside, release } = await slowServer();
	const agent = new Agent({ keepAlive: true });
	const keptAlive = (path: string) =>
		new Promise<void>((resolve, reject) => {
			const req = request({ port, host: "127.0.0.1", path, agent }, (res) => res.resume().on("end", resolve));
			req.on("error", reject).end();
		});
	await keptAlive("/quick");
	const second = keptAlive("/slow");
	await inside;
	const from = performance.now();
	const stopped = stopServer(server, 20_000);
	release();
	await second;
	expect(await stopped).toBe(true);
	expect(performance.now() - from).toBeLessThan(5_000);
	agent.destroy();
});

test("a request that never ends is cut off when its time is up", async () => {
	const { server, port, inside } = await slowServer();
	const cut = expect(ask(port, "/slow")).rejects.toThrow();
	await inside;
	expect(await stopServer(server, 100)).toBe(false);
	await cut;
});
