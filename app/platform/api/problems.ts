import type { z } from "zod";
import type { Locale } from "#app/domain/ctx.ts";
import { apiWords } from "#app/i18n/api.ts";
import type { problemShape } from "./shapes.ts";

/** Everything that may stand in the way of a program, by its status. */
export const faults = {
	parameter_unknown: 400,
	parameter_wrong: 400,
	cursor_wrong: 400,
	key_missing: 401,
	key_unknown: 401,
	key_expired: 401,
	key_revoked: 401,
	read_not_granted: 403,
	not_found: 404,
	method_not_allowed: 405,
	too_many_requests: 429,
	own_fault: 500,
} as const;
export type Fault = keyof typeof faults;

type Details = {
	errors?: z.infer<typeof problemShape>["errors"];
	headers?: Record<string, string>;
};

/** An expected answer other than what was asked for; thrown on the way and sent as it is. */
export class ApiProblem extends Error {
	readonly fault: Fault;
	readonly details: Details;
	constructor(fault: Fault, details: Details = {}) {
		super(fault);
		this.fault = fault;
		this.details = details;
	}
}

/** The problem as RFC 9457 writes it, with its title in both languages. */
export function problemResponse({ fault, details }: ApiProblem, locale: Locale, reference: string): Response {
	const status = faults[fault];
	const words = (one: Locale) => apiWords[one].faults[fault];
	const body: z.infer<typeof problemShape> = {
		type: `urn:an-toan-truong-hoc:${fault.replaceAll("_", "-")}`,
		title: words(locale).title,
		titles: { vi: words("vi").title, en: words("en").title },
		status,
		detail: words(locale).detail,
		instance: `urn:reference:${reference}`,
		...(details.errors ? { errors: details.errors } : {}),
	};
	const headers = new Headers({
		"Content-Type": "application/problem+json; charset=utf-8",
		"Cache-Control": "no-store",
		...details.headers,
	});
	if (status === 401) {
		headers.append("WWW-Authenticate", 'Bearer realm="api"');
		// Excel and Power BI ask for a name and a password: the key is the password, the name may be anything.
		headers.append("WWW-Authenticate", 'Basic realm="api", charset="UTF-8"');
	}
	return new Response(JSON.stringify(body), { status, headers });
}
