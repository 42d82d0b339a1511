import { createConfig, lintFromString } from "@redocly/openapi-core";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { submitReturn } from "#app/domain/returns/submit.ts";
import { buildSchool, buildWorld, ctxFor, NOW } from "#tests/support/build.ts";
import { buildKey } from "#tests/support/build-api.ts";
import { cameraForm, cameras } from "#tests/support/build-figures.ts";
import { answer, buildCampaign, complete } from "#tests/support/build-returns.ts";
import { openSite } from "#tests/support/http.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { openApiDocument } from "./document.ts";
import { resources } from "./resources.ts";

type Schema = Record<string, unknown>;
type Operation = { responses: Record<string, { content?: Record<string, { schema: Schema }> }> };
type Document = { paths: Record<string, { get: Operation }>; components: { schemas: Record<string, Schema> } };

test("the document passes the linter's strict rules", async () => {
	const config = await createConfig({ extends: ["recommended-strict"] });
	const source = JSON.stringify(openApiDocument("https://antoan.example.vn"));
	const problems = await lintFromString({ source, absoluteRef: "openapi.json", config });
	expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
});

test("the linter finds what is wrong with a document", async () => {
	const config = await createConfig({ extends: ["recommended-strict"] });
	const broken = JSON.stringify(openApiDocument("https://antoan.example.vn")).replaceAll(
		"#/components/schemas/result",
		"#/x",
	);
	expect(await lintFromString({ source: broken, absoluteRef: "openapi.json", config })).not.toEqual([]);
});

onEachEngine("the document tells the truth", (engine) => {
	test("every path that is told answers, as its schema says, and there is no other", { timeout: 60_000 }, async () => {
		const world = await buildWorld(engine);
		const schools = [await buildSchool(world), await buildSchool(world, { ownership: "tu_thuc", kind: "LMG" })];
		const checklist = await buildCampaign(world, { schools });
		const [first] = checklist.returns;
		const camera = await buildCampaign(world, { schools, form: cameraForm, state: "issued" });
		const [second] = camera.returns;
		if (!first || !second) throw new Error("two returns");
		const operations = [...complete({ "A.2": "unmet", "B.1": "unmet" }), answer("B.3", "Chữ")];
		await submitReturn(ctxFor(world, first.principal), first.returnId, { round: 1, operations });
		const rooms = [{ name: "Lớp 1", area: "lop" as const, eyes: 2, broken: 0 }];
		await submitReturn(ctxFor(world, second.principal), second.returnId, { round: 1, operations: cameras(rooms) });
		const site = openSite(world);
		site.setNow(NOW);
		const key = await buildKey(world);
		const served = await site.request("/api/openapi.json");
		expect(served.status).toBe(200);
		const document = (await served.json()) as Document;
		expect(Object.keys(document.paths).sort()).toEqual(resources.map(({ path }) => path).sort());

		const ajv = new Ajv2020({ strict: false, allErrors: true });
		(formats as unknown as (ajv: Ajv2020) => void)(ajv);
		ajv.addSchema({ ...document, $id: "doc" }, "doc");
		const faultsOf = (schema: Schema, body: unknown) => {
			const resolved = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"doc#/')) as Schema;
			const validate = ajv.compile(resolved);
			return validate(body) ? [] : validate.errors;
		};
		let rows = 0;
		for (const [path, { get }] of Object.entries(document.paths)) {
			for (const id of path.includes("{id}") ? [checklist.id, camera.id] : [""]) {
				const headers = { authorization: `Bearer ${key}` };
				const answered = await site.request(`/api/v1${path.replace("{id}", id)}`, { headers });
				expect([path, answered.status]).toEqual([path, 200]);
				const body = (await answered.json()) as { data?: object[] };
				rows += body.data?.length ?? 0;
				expect([path, faultsOf(get.responses[200]?.content?.["application/json"]?.schema ?? {}, body)]).toEqual([
					path,
					[],
				]);
			}
			const refused = await site.request(`/api/v1${path.replace("{id}", checklist.id)}?colour=red`, {
				headers: { authorization: `Bearer ${key}` },
			});
			expect(faultsOf(document.components.schemas.problem ?? {}, await refused.json())).toEqual([]);
		}
		expect(rows).toBeGreaterThan(20);
		// What has a field too many is found.
		expect(faultsOf({ $ref: "#/components/schemas/campaign" }, { id: "x" })).not.toEqual([]);
	});
});
