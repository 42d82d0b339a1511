import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server.js";
import type { Locale } from "#app/domain/ctx.ts";
import { LocaleProvider } from "./locale.tsx";

/** The HTML that the server sends for an element that stands on a page: what a reader without script gets. */
export async function draw(element: ReactElement, { url = "/office", locale = "vi" as Locale } = {}): Promise<string> {
	const address = new URL(url, "http://localhost");
	const routes = [{ id: "page", path: address.pathname, element }];
	const context = await createStaticHandler(routes).query(new Request(address));
	if (context instanceof Response) throw new Error("the test page redirected");
	return renderToStaticMarkup(
		<LocaleProvider locale={locale}>
			<StaticRouterProvider router={createStaticRouter(routes, context)} context={context} hydrate={false} />
		</LocaleProvider>,
	);
}

/** The first tag that carries all the given words, as it is written. */
export function tag(html: string, ...words: string[]): string {
	const found = [...html.matchAll(/<[a-z][^>]*>/g)].find(([one]) => words.every((word) => one.includes(word)));
	if (!found) throw new Error(`no tag with ${words.join(" and ")} in ${html}`);
	return found[0];
}

/** The value of an attribute of a tag, or null. */
export function attribute(written: string, name: string): string | null {
	return new RegExp(`\\s${name}="([^"]*)"`).exec(written)?.[1] ?? null;
}

/** Of every id that an attribute of the page names, those that no element carries. */
export function danglingIds(html: string): string[] {
	const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
	const named = [...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)].flatMap(([, list = ""]) =>
		list.split(" "),
	);
	return named.filter((id) => !ids.has(id));
}
