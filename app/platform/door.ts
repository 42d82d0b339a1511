import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import type { AnonymousCtx, Ctx } from "#app/domain/ctx.ts";
import { demand, type Permission } from "#app/domain/people/policy.ts";
import { Problem, type ProblemBody } from "#app/domain/problem.ts";
import { type HttpContext, whoAsks } from "./context.ts";
import { loggedPath } from "./log.ts";

/** What a door gets: who asks, and what for. */
export type Door<C> = {
	ctx: C;
	params: Record<string, string | undefined>;
	request: Request;
	url: URL;
	http: HttpContext;
};

/** What an action answers when something expected stood in the way: the screen shows it beside what was typed. */
export type Refusal = { problem: ProblemBody; typed?: undefined };

/** Who may pass: everybody, whoever is signed in, or the roles that carry a permission. */
type Access = "anyone" | "signed_in" | Permission;

type CtxFor<A extends Access> = A extends "anyone" ? AnonymousCtx : Ctx;

/** A loader. Access is declared here and closed when nobody is known; problems become their status and sentence. */
export function page<A extends Access, T>(access: A, load: (door: Door<CtxFor<A>>) => Promise<T>) {
	return async (args: LoaderFunctionArgs): Promise<T> => {
		try {
			return await load(await enter(access, args));
		} catch (thrown) {
			throw answer(thrown, args);
		}
	};
}

/** An action: as `page`, but an expected problem is returned, so that the form keeps what was typed. */
export function act<A extends Access, T>(access: A, run: (door: Door<CtxFor<A>>) => Promise<T>) {
	return async (args: ActionFunctionArgs): Promise<T | ReturnType<typeof data<Refusal>>> => {
		try {
			return await run(await enter(access, args));
		} catch (thrown) {
			if (thrown instanceof Problem && thrown.status !== 404 && thrown.status !== 403) {
				return data<Refusal>({ problem: thrown.body }, { status: thrown.status });
			}
			throw answer(thrown, args);
		}
	};
}

async function enter<A extends Access>(access: A, args: LoaderFunctionArgs): Promise<Door<CtxFor<A>>> {
	const http = args.context as HttpContext;
	const ctx = await whoAsks(args.request, http, access === "anyone" ? "may_be_nobody" : "somebody");
	if (access !== "anyone" && access !== "signed_in") demand(ctx.actor as Ctx["actor"], access);
	return { ctx: ctx as CtxFor<A>, params: args.params, request: args.request, url: new URL(args.request.url), http };
}

/** Responses pass; problems become `{problem}`; anything else is a bug: logged with the reference that the person is shown. */
function answer(thrown: unknown, args: LoaderFunctionArgs): unknown {
	if (
		thrown instanceof Response ||
		(thrown instanceof Object && "type" in thrown && thrown.type === "DataWithResponseInit")
	) {
		return thrown;
	}
	if (thrown instanceof Problem) return data({ problem: thrown.body }, { status: thrown.status });
	const http = args.context as HttpContext;
	const path = loggedPath(new URL(args.request.url).pathname);
	http.app.log.error({ err: thrown, reference: http.requestId, path }, "bug");
	return data({ bug: http.requestId }, { status: 500 });
}
