import { describe, expect, test } from "vitest";
import type { Role } from "../ctx.ts";
import { allows, demand, mayGrant, permissions } from "./policy.ts";
import { role } from "./schema.ts";

const may = (who: Role) => permissions.filter((permission) => allows({ role: who }, permission)).sort();

describe("the access table", () => {
	test("each role may do this and nothing else", () => {
		expect(Object.fromEntries(role.options.map((who) => [who, may(who)]))).toMatchInlineSnapshot(`
			{
			  "deputy": [
			    "conduct.acknowledge",
			    "conduct.adapt",
			    "conduct.staff",
			    "files.read",
			    "returns.fill",
			    "school.read",
			  ],
			  "office_admin": [
			    "api.write",
			    "audit.read",
			    "campaigns.read",
			    "campaigns.write",
			    "conduct.lists",
			    "conduct.office",
			    "directives.read",
			    "directives.write",
			    "figures.read",
			    "files.read",
			    "office.read",
			    "office_people.write",
			    "people.write",
			    "reports.read",
			    "reports.write",
			    "returns.inspect",
			    "returns.review",
			    "templates.read",
			    "templates.write",
			    "units.read",
			    "units.write",
			  ],
			  "officer": [
			    "campaigns.read",
			    "campaigns.write",
			    "conduct.lists",
			    "conduct.office",
			    "directives.read",
			    "directives.write",
			    "figures.read",
			    "files.read",
			    "office.read",
			    "people.write",
			    "reports.read",
			    "reports.write",
			    "returns.inspect",
			    "returns.review",
			    "templates.read",
			    "units.read",
			    "units.write",
			  ],
			  "principal": [
			    "conduct.acknowledge",
			    "conduct.adapt",
			    "conduct.decide",
			    "conduct.staff",
			    "files.read",
			    "results.publish",
			    "returns.fill",
			    "returns.submit",
			    "school.read",
			    "staff.write",
			  ],
			  "reader": [
			    "conduct.office",
			    "figures.read",
			    "office.read",
			    "reports.read",
			  ],
			  "teacher": [
			    "conduct.acknowledge",
			    "files.read",
			    "school.read",
			  ],
			}
		`);
	});

	test("what is not allowed is forbidden, with a sentence and not an error", () => {
		expect(() => demand({ role: "reader" }, "campaigns.write")).toThrow("forbidden");
		expect(() => demand({ role: "officer" }, "campaigns.write")).not.toThrow();
	});

	test("nobody gives a role above their own reach", () => {
		const grants = (who: Role) => role.options.filter((given) => mayGrant({ role: who }, given));
		expect(grants("office_admin")).toEqual(role.options);
		expect(grants("officer")).toEqual(["principal", "deputy", "teacher"]);
		expect(grants("principal")).toEqual(["deputy", "teacher"]);
		for (const who of ["reader", "deputy", "teacher"] as const) expect(grants(who)).toEqual([]);
	});
});
