import type { APIRequestContext, Page } from "@playwright/test";
import { type APIRequest, expect, request as requests } from "@playwright/test";

/** Somebody who works at a school and has signed in: what a browser without script would send. */
export type Member = { name: string; http: APIRequestContext };

/**
 * Opens accounts for new teachers the way a head does, page by page but without drawing them: entered, a slip each, the code redeemed
 * with a password. `page` is signed in as the head.
 */
export async function openTeachers(page: Page, url: string, names: readonly string[]): Promise<Member[]> {
	const head = page.context().request;
	const members: Member[] = [];
	for (const [at, name] of names.entries()) {
		const created = await head.post("/school/people", {
			form: { intent: "create", name, username: `moi.${at + 1}.${Date.now().toString(36)}`, role: "teacher" },
			headers: { origin: url },
			maxRedirects: 0,
		});
		const personId = /created=([0-9a-f-]{36})/.exec(created.headers().location ?? "")?.[1];
		expect(personId, `an account for ${name}`).toBeDefined();
		const slip = await head.post("/office/people/slips", {
			form: { person: personId ?? "" },
			headers: { origin: url },
		});
		const [code = ""] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await slip.text()) ?? [];
		const http = await newMember(requests, url);
		const entered = await http.post("/activate", {
			form: { code, password: "Trời mưa nhớ mang ô 2026" },
			maxRedirects: 0,
		});
		expect(entered.status(), `${name} enters with ${code}`).toBe(302);
		members.push({ name, http });
	}
	return members;
}

function newMember(api: APIRequest, url: string): Promise<APIRequestContext> {
	return api.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } });
}

/** Reads the code in force to its end and signs it, as the forms without script do. */
export async function readAndSign({ name, http }: Member): Promise<void> {
	const page = await (await http.get("/me/conduct/read")).text();
	const version = /name="version" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? "";
	expect(version, `${name} has something to read`).not.toBe("");
	await http.post("/me/conduct/read", { form: { intent: "read", version } });
	const again = await (await http.get("/me/conduct/read")).text();
	const sha256 = /name="sha256" value="([0-9a-f]{64})"/.exec(again)?.[1] ?? "";
	const signed = await http.post("/me/conduct/read", {
		form: { intent: "sign", version, sha256, name },
		maxRedirects: 0,
	});
	expect(signed.headers().location, `${name} signs`).toContain("/me/conduct/signed/");
}
