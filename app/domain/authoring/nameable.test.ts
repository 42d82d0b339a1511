import { expect, test } from "vitest";
import { computed, criterion, form, given, integer, section } from "../forms/fixtures.ts";
import { roomsForm } from "../forms/fixtures-rosters.ts";
import { definition as definitionSchema } from "../forms/schema.ts";
import { itemsInReach, itemsOfRows } from "./nameable.ts";

const codes = (items: { code: string }[]) => items.map(({ code }) => code);

test("a condition names nothing that leads back to it, however far round", () => {
	const definition = form({
		sections: [
			section("1", [
				integer("A"),
				criterion("B", { visibleIf: { op: "answered", item: "A" } }),
				computed("C", given("B")),
			]),
			section("2", [criterion("D")], { op: "answered", item: "C" }),
			section("3", [criterion("E")]),
		],
	});
	expect(codes(itemsInReach(definition, { section: "1", item: "A" }))).toEqual(["E"]);
	expect(codes(itemsInReach(definition, { section: "2" }))).toEqual(["A", "B", "C", "E"]);
	expect(codes(itemsInReach(definition, { section: "2", item: "D" }))).toEqual(["A", "B", "C", "E"]);
	expect(codes(itemsInReach(definition, {}))).toEqual(["A", "B", "C", "D", "E"]);
});

test("items of rows are named in their own rows only", () => {
	const definition = definitionSchema.parse(roomsForm);
	expect(codes(itemsInReach(definition, { section: "A", item: "ROOMS" }))).toEqual([]);
	expect(codes(itemsInReach(definition, { section: "B", item: "NAME" }))).toEqual([
		"ROOMS",
		"ALL",
		"AREA",
		"N",
		"BROKEN",
		"WORKING",
	]);
	expect(codes(itemsInReach(definition, {}))).toEqual(["ROOMS", "ALL"]);
	expect(codes(itemsOfRows(definition, "R", {}))).toContain("AREA");
	// The whole roster stands behind its section's condition, so nothing in it can decide about that.
	expect(codes(itemsInReach(definition, { section: "B" }))).toEqual(["ROOMS"]);
});
