import type { IncomingMessage, ServerResponse } from "node:http";
import { sql } from "kysely";
import type { App } from "./app.ts";

/** A database that has not answered by then is not ready, whatever it may do later. */
const READY_MS = 3_000;

/** `/healthz`: the process answers. `/readyz`: the database answers too. True when the request was one of these. */
export function answerHealth(app: App, req: IncomingMessage, res: ServerResponse): boolean {
	if (req.method !== "GET" && req.method !== "HEAD") return false;
	const path = req.url?.split("?", 1)[0];
	if (path === "/healthz") {
		tell(res, 200, "ok");
		return true;
	}
	if (path === "/readyz") {
		databaseAnswers(app).then(
			() => tell(res, 200, "ready"),
			(error) => {
				app.log.error({ err: error }, "database does not answer");
				tell(res, 503, "database does not answer");
			},
		);
		return true;
	}
	return false;
}

async function databaseAnswers(app: App): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`no answer within ${READY_MS} ms`)), READY_MS);
	});
	try {
		await Promise.race([sql`select 1`.execute(app.store.read), late]);
	} finally {
		clearTimeout(timer);
	}
}

function tell(res: ServerResponse, status: number, text: string): void {
	res.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(text);
}
