import type { IncomingMessage, ServerResponse } from "node:http";
import { sql } from "kysely";
import type { App } from "./app.ts";

/** `/healthz`: the process answers. `/readyz`: the database answers too. True when the request was one of these. */
export function answerHealth(app: App, req: IncomingMessage, res: ServerResponse): boolean {
	if (req.url === "/healthz") {
		res.writeHead(200, { "Content-Type": "text/plain" }).end("ok");
		return true;
	}
	if (req.url === "/readyz") {
		sql`select 1`.execute(app.store.read).then(
			() => res.writeHead(200, { "Content-Type": "text/plain" }).end("ready"),
			(error) => {
				app.log.error({ err: error }, "database does not answer");
				res.writeHead(503, { "Content-Type": "text/plain" }).end("database does not answer");
			},
		);
		return true;
	}
	return false;
}
