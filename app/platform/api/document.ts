import { z } from "zod";
import { API_REQUESTS_A_MINUTE } from "#app/domain/people/schema.ts";
import { type Resource, resources } from "./resources.ts";
import { API_ROOT } from "./serve.ts";
import { problemShape } from "./shapes.ts";

const text = `Read-only data of one office for Excel, Power BI and other programs (dữ liệu chỉ đọc của một đơn vị).

Keys are made at \`/office/api\` and sent as \`Authorization: Bearer …\`, or as the password of HTTP Basic with any name. A key reads what
was granted to it, until its last day. ${API_REQUESTS_A_MINUTE} requests a minute for each key; beyond that the answer is 429 with
\`Retry-After\`.

Lists come in pages: follow \`next\` until it is null. Walking through all pages meets every row once, also while schools send. For what is
new since the last time, give the largest \`changed_at\` (or \`updated_at\`) that you have as \`changed_since\`.`;

/** The OpenAPI 3.1 document, made from the schemas that check requests and type the answers. */
export function openApiDocument(origin: string): object {
	return {
		openapi: "3.1.0",
		info: {
			title: "Bộ công cụ trường học an toàn: dữ liệu (School safety toolkit: data)",
			version: "1.0.0",
			description: text,
			license: { name: "MIT", identifier: "MIT" },
		},
		servers: [{ url: `${origin}${API_ROOT}` }],
		security: [{ bearer: [] }, { basic: [] }],
		tags: [
			{ name: "campaigns", description: "Campaigns and what came back." },
			{ name: "units", description: "Schools." },
		],
		paths: Object.fromEntries(resources.map((resource) => [resource.path, { get: operation(resource) }])),
		components: {
			securitySchemes: {
				bearer: { type: "http", scheme: "bearer", description: "A key of the office." },
				basic: { type: "http", scheme: "basic", description: "Any name, the key as password." },
			},
			schemas: {
				...Object.fromEntries(resources.map(({ name, shape }) => [name, schemaOf(shape, "output")])),
				problem: schemaOf(problemShape, "output"),
			},
			responses: Object.fromEntries(
				Object.entries(refusals).map(([name, { description }]) => [name, refusal(description)]),
			),
		},
	};
}

const refusals = {
	BadRequest: { status: 400, description: "A parameter or cursor is unknown or wrong; `errors` says which." },
	Unauthorized: { status: 401, description: "No key, or one that is unknown, expired or revoked." },
	Forbidden: { status: 403, description: "The key may not read this." },
	NotFound: { status: 404, description: "There is no such thing in this office." },
	TooManyRequests: {
		status: 429,
		description: "Too many requests in this minute; `Retry-After` says how many seconds to wait.",
	},
};

function refusal(description: string): object {
	return { description, content: { "application/problem+json": { schema: ref("problem") } } };
}

function operation(resource: Resource): object {
	const schema = resource.list ? pageOf(resource.name) : ref(resource.name);
	return {
		operationId: resource.name,
		summary: resource.summary,
		description: `The key must be allowed to read \`${resource.read}\`.`,
		tags: [resource.read === "units" ? "units" : "campaigns"],
		parameters: [...(resource.path.includes("{id}") ? [campaignId] : []), ...parametersOf(resource.query)],
		responses: {
			200: { description: resource.summary, headers: headersOf(resource), content: { "application/json": { schema } } },
			304: { description: "Nothing changed since the answer with the `ETag` given in `If-None-Match`." },
			...Object.fromEntries(
				Object.entries(refusals).map(([name, { status }]) => [status, { $ref: `#/components/responses/${name}` }]),
			),
		},
	};
}

function headersOf({ list }: Resource): object {
	const header = (description: string) => ({ description, schema: { type: "string" } });
	return {
		ETag: header("Mark of the content."),
		...(list ? { Link: header('The next page, `rel="next"`; absent on the last.') } : {}),
	};
}

function pageOf(name: string): object {
	return {
		type: "object",
		required: ["data", "next"],
		additionalProperties: false,
		properties: {
			data: { type: "array", items: ref(name) },
			next: { type: ["string", "null"], format: "uri", description: "Address of the next page; null on the last." },
		},
	};
}

const campaignId = {
	name: "id",
	in: "path",
	required: true,
	description: "Id of a campaign, from `/campaigns`.",
	schema: { type: "string", format: "uuid" },
};

function parametersOf(query: z.ZodObject): object[] {
	const { properties = {} } = schemaOf(query, "input") as { properties?: Record<string, { description?: string }> };
	return Object.entries(properties).map(([name, { description, ...schema }]) => ({
		name,
		in: "query",
		required: false,
		description,
		schema,
	}));
}

function schemaOf(shape: z.ZodType, io: "input" | "output"): object {
	const { $schema: _schema, ...schema } = z.toJSONSchema(shape, { target: "draft-2020-12", io });
	return schema;
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
