import fc from "fast-check";
import { type Draft, draftParts, draft as draftShape } from "#app/domain/authoring/draft-schema.ts";
import { type Edit, edit } from "#app/domain/authoring/edit-schema.ts";
import { newItem } from "#app/domain/authoring/make.ts";
import type { Expression } from "#app/domain/forms/expression-schema.ts";
import type { Item } from "#app/domain/forms/schema.ts";

/** Few codes, so that edits meet: some stand in the draft, some do not, and `R` is a roster. */
const someCodes = ["A1", "A2", "A3", "B1", "B2", "R", "X1", "X2"] as const;
const code = fc.constantFrom(...someCodes);
const sectionCode = fc.constantFrom("A", "B", "C");
const partCode = fc.constantFrom("P", "Q", "S");
const text = fc.record({ vi: fc.constantFrom("", "Có cổng", "Có tường rào", "Bếp ăn một chiều") });

const anyCondition: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression; leaf: Expression }>((tie) => ({
	leaf: fc.oneof(
		code.map((item): Expression => ({ op: "eq", left: { op: "answer", item }, right: { op: "const", value: "met" } })),
		code.map((item): Expression => ({ op: "answered", item })),
		fc.subarray([...someCodes]).map((items): Expression => ({ op: "count", outcome: "met", items })),
		fc.constant<Expression>({ op: "rows", roster: "R", where: { op: "has", item: "B2", value: "1" } }),
		code.map((item): Expression => ({ op: "total", item })),
	),
	tree: fc.oneof(
		{ depthSize: "small" },
		tie("leaf"),
		tie("tree").map((arg): Expression => ({ op: "not", arg })),
		fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((args): Expression => ({ op: "and", args })),
	),
})).tree;

const type = fc.constantFrom<Item["type"]>("verdict", "choice", "integer", "text", "computed", "date");
const itemOf = (itemCode: string): fc.Arbitrary<Item> =>
	fc
		.record({ type, text, visibleIf: fc.option(anyCondition, { nil: undefined }) })
		.map(({ type, text, visibleIf }) => ({
			...newItem(type, itemCode),
			text,
			...(visibleIf ? { visibleIf } : {}),
		}));

const rule = fc.oneof(
	fc.constant({ type: "none" as const }),
	fc.record({
		type: fc.constant("levels" as const),
		na: fc.constant("leave_out" as const),
		by: fc.constant("count" as const),
		levels: fc
			.record({ mustMeet: fc.subarray([...someCodes]), atLeast: fc.nat({ max: 3 }) })
			.map((level) => [{ ...level, code: "high", label: { vi: "Cao" }, pass: true }]),
	}),
);
const check = fc.record({
	code: partCode,
	holds: anyCondition,
	message: text,
	items: fc.subarray([...someCodes]),
	severity: fc.constant("error" as const),
});
const list = fc.record({ code: partCode, title: text, where: anyCondition, items: fc.subarray([...someCodes]) });
const figure = fc
	.record({ code: partCode, label: text, value: anyCondition, of: fc.option(anyCondition, { nil: undefined }) })
	.map(({ of, ...rest }) => ({ ...rest, type: of ? ("share" as const) : ("yes" as const), ...(of ? { of } : {}) }))
	.map((value) => draftParts.figures.parse(value));
const light = fc
	.record({
		code: partCode,
		label: text,
		known: fc.option(anyCondition, { nil: undefined }),
		green: anyCondition,
		amber: anyCondition,
		says: fc.record({ green: text, amber: text, red: text }),
	})
	.map(({ known, ...rest }) => ({ ...rest, ...(known ? { known } : {}) }));
const lists = { checks: check, figures: figure, lights: light, lists: list };

/** Lists of checks, figures, lights or drawn lists, every code once. */
export const anyParts = <P extends keyof typeof lists>(part: P) =>
	fc.uniqueArray<{ code: string }, string>(lists[part], {
		maxLength: 3,
		selector: (found) => found.code,
	}) as fc.Arbitrary<unknown> as fc.Arbitrary<Draft["definition"][P]>;
const roster = { code: "R", row: { vi: "khu vực" }, title: "B1", min: 0, max: 20, prefill: [] };
const prefill = [{ from: "classrooms" as const, name: "Phòng {n}", set: { B2: "x", A1: 1 } }];

/** Drafts with two sections, the second one repeated; conditions speak of items that may not be there. */
export const anyDraft: fc.Arbitrary<Draft> = fc
	.record({
		first: fc.subarray(["A1", "A2", "A3"]).chain((codes) => fc.tuple(...codes.map(itemOf))),
		second: fc.subarray(["B1", "B2"]).chain((codes) => fc.tuple(...codes.map(itemOf))),
		repeats: fc.boolean(),
		rule,
		checks: anyParts("checks"),
		figures: anyParts("figures"),
		lights: anyParts("lights"),
		lists: anyParts("lists"),
		title: text,
	})
	.map(({ first, second, repeats, title, ...parts }) =>
		draftShape.parse({
			title,
			kinds: [],
			validFrom: null,
			validTo: null,
			legalBasis: [],
			definition: {
				...parts,
				sections: [
					{ code: "A", title: { vi: "Phần A" }, items: first },
					{ code: "B", title: { vi: "Phần B" }, items: second, ...(repeats ? { roster: { ...roster, prefill } } : {}) },
				],
			},
		}),
	);

const field = fc.oneof(
	fc.record({ field: fc.constantFrom("text", "hint"), value: fc.option(text) }),
	fc.record({ field: fc.constantFrom("required", "mandatory", "knockout"), value: fc.boolean() }),
	fc.record({ field: fc.constant("weight"), value: fc.constantFrom(1, 2, -1, null) }),
	fc.record({ field: fc.constant("visibleIf"), value: fc.option(anyCondition) }),
	fc.record({
		field: fc.constant("refuses"),
		value: fc.constantFrom(null, { words: ["vệ sinh"], message: { vi: "Không lắp ở đây" } }, { words: [] }),
	}),
);

/** Edits that change what an item says, or take it away, for items of these codes. */
export const editsOfItems = (codes: readonly string[]): fc.Arbitrary<Edit> => {
	const one = fc.constantFrom(...codes);
	return fc.oneof(
		{ weight: 4, arbitrary: fc.tuple(one, field).map(([item, set]) => ({ do: "set_item", item, ...set }) as Edit) },
		{ weight: 1, arbitrary: one.chain(itemOf).map((value): Edit => ({ do: "put_item", value })) },
		{ weight: 1, arbitrary: one.map((item): Edit => ({ do: "remove_item", item })) },
	);
};

const after = fc.option(code);
const place = fc.record({ section: sectionCode, after });

/** Any edit at all, whether it can be done or not. */
export const anyEdit: fc.Arbitrary<Edit> = fc
	.oneof(
		editsOfItems(someCodes),
		text.map((value): Edit => ({ do: "set_head", field: "title", value })),
		fc
			.constantFrom<unknown>("2026-12-01", "hôm qua", null)
			.map((value): Edit => ({ do: "set_head", field: "validFrom", value })),
		rule.map((value): Edit => ({ do: "set_form", field: "rule", value })),
		fc
			.tuple(sectionCode, fc.option(text))
			.map(([section, value]): Edit => ({ do: "set_section", section, field: "hint", value })),
		fc
			.tuple(sectionCode, fc.constantFrom(null, roster, { ...roster, prefill }, { ...roster, code: "A1" }))
			.map(([section, value]): Edit => ({ do: "set_section", section, field: "roster", value })),
		fc.tuple(code.chain(itemOf), place).map(([value, at]): Edit => ({ do: "add_item", value, ...at })),
		fc.tuple(code, place).map(([item, at]): Edit => ({ do: "move_item", item, ...at })),
		fc
			.record({ after: fc.option(sectionCode), code: sectionCode, items: code.chain(itemOf).map((item) => [item]) })
			.map(({ after, ...value }): Edit => ({ do: "add_section", after, value: { title: { vi: "Mới" }, ...value } })),
		sectionCode.map((section): Edit => ({ do: "remove_section", section })),
		fc
			.tuple(sectionCode, fc.option(sectionCode))
			.map(([section, after]): Edit => ({ do: "move_section", section, after })),
		fc.tuple(code, code).map(([from, to]): Edit => ({ do: "rename_item", from, to })),
		fc.tuple(sectionCode, sectionCode).map(([from, to]): Edit => ({ do: "rename_section", from, to })),
		check.map((value): Edit => ({ do: "put_checks", after: null, value })),
		figure.map((value): Edit => ({ do: "put_figures", after: "P", value })),
		light.map((value): Edit => ({ do: "put_lights", after: null, value })),
		list.map((value): Edit => ({ do: "put_lists", after: null, value })),
		fc
			.tuple(fc.constantFrom("checks" as const, "figures" as const, "lights" as const, "lists" as const), partCode)
			.map(([part, code]): Edit => ({ do: "remove_part", part, code })),
	)
	.map((made) => edit.parse(made));
