import type { Server } from "node:http";

/**
 * Stops taking requests and waits for those in flight; idle kept-alive connections close at once. After `boundMs` whatever still
 * runs is cut off, so that a stuck client cannot keep the process. Tells whether everything finished by itself.
 */
export function stopServer(server: Server, boundMs: number): Promise<boolean> {
	return new Promise((resolve) => {
		let finished = true;
		const bound = setTimeout(() => {
			finished = false;
			server.closeAllConnections();
		}, boundMs);
		// A connection whose request ends meanwhile turns idle and would otherwise be kept for the next one.
		const sweep = setInterval(() => server.closeIdleConnections(), 50);
		server.close(() => {
			clearTimeout(bound);
			clearInterval(sweep);
			resolve(finished);
		});
		server.closeIdleConnections();
	});
}
