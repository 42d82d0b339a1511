import fc from "fast-check";
import { type Draft, draft as draftShape } from "#app/domain/authoring/draft-schema.ts";
import { type Edit, edit } from "#app/domain/authoring/edit-schema.ts";
import type { Clause, ConductModule } from "#app/domain/conduct/content-schema.ts";

/** Few codes, so that edits meet: some stand in the code, some do not. */
const clauses = ["A.1", "A.2", "B.1", "B.2", "X.1"] as const;
const clauseCode = fc.constantFrom(...clauses);
const moduleCode = fc.constantFrom("A", "B", "C");
const text = fc.record({ vi: fc.constantFrom("", "Tôn trọng người học.", "Không xúc phạm người học.", "Chào hỏi.") });
const stance = fc.constantFrom<Clause["stance"]>("should", "must_not");
const day = fc.constantFrom(null, "2026-01-29", "2026-01-30");
const basis = fc.array(fc.record({ text: fc.constantFrom("", "Thông tư 06/2019"), verified: fc.boolean() }), {
	maxLength: 2,
});

const clauseOf = (code: string): fc.Arbitrary<Clause> =>
	fc.record({ stance, text, demanded: fc.boolean() }).map((said) => ({ code, ...said }));

const moduleOf = (code: string, codes: readonly string[]): fc.Arbitrary<ConductModule> =>
	fc
		.record({
			group: fc.constantFrom<ConductModule["group"]>("teachers", "parents"),
			relation: fc.constantFrom<ConductModule["relation"]>("pupils", "general"),
			legalBasis: basis,
			validFrom: day,
			validTo: day,
			kinds: fc.option(fc.constant<string[]>(["MN"]), { nil: undefined }),
			clauses: fc.subarray([...codes]).chain((some) => fc.tuple(...some.map(clauseOf))),
		})
		.map(({ kinds, ...said }) => ({ code, ...said, ...(kinds ? { kinds: [...kinds] } : {}) }));

/** Drafts of a code of two parts. */
export const anyCodeDraft: fc.Arbitrary<Draft> = fc
	.tuple(moduleOf("A", ["A.1", "A.2"]), moduleOf("B", ["B.1", "B.2"]))
	.map((modules) =>
		draftShape.parse({
			title: { vi: "Bộ quy tắc" },
			kinds: [],
			validFrom: null,
			validTo: null,
			legalBasis: [],
			definition: {
				sections: [],
				checks: [],
				figures: [],
				lights: [],
				lists: [],
				rule: { type: "none" },
				failure: { remark: false, measure: false },
			},
			conduct: { modules },
		}),
	);

const clauseField = fc.oneof(
	fc.record({ field: fc.constant("text"), value: text }),
	fc.record({ field: fc.constant("stance"), value: fc.oneof(stance, fc.constant("perhaps")) }),
	fc.record({ field: fc.constant("demanded"), value: fc.oneof(fc.boolean(), fc.constant(null)) }),
);
const moduleField = fc.oneof(
	fc.record({ field: fc.constantFrom("validFrom", "validTo"), value: fc.oneof(day, fc.constant("hôm qua")) }),
	fc.record({ field: fc.constant("group"), value: fc.constantFrom("teachers", "staff", "nobody") }),
	fc.record({ field: fc.constant("kinds"), value: fc.constantFrom(null, ["TH"], []) }),
	fc.record({ field: fc.constant("legalBasis"), value: basis }),
);

/** Edits that change what clauses of these codes say, or take them away. */
export const editsOfClauses = (codes: readonly string[]): fc.Arbitrary<Edit> => {
	const one = fc.constantFrom(...codes);
	return fc.oneof(
		{
			weight: 5,
			arbitrary: fc.tuple(one, clauseField).map(([clause, set]) => ({ do: "set_clause", clause, ...set }) as Edit),
		},
		{ weight: 1, arbitrary: one.map((clause): Edit => ({ do: "remove_clause", clause })) },
	);
};

const after = fc.option(clauseCode);

/** Any edit of a code at all, whether it can be done or not. */
export const anyCodeEdit: fc.Arbitrary<Edit> = fc
	.oneof(
		editsOfClauses(clauses),
		fc.tuple(moduleCode, moduleField).map(([module, set]) => ({ do: "set_module", module, ...set }) as Edit),
		fc
			.tuple(clauseCode.chain(clauseOf), moduleCode, after)
			.map(([value, module, behind]): Edit => ({ do: "add_clause", module, after: behind, value })),
		fc
			.tuple(clauseCode, moduleCode, after)
			.map(([clause, module, behind]): Edit => ({ do: "move_clause", clause, module, after: behind })),
		fc
			.tuple(
				moduleCode.chain((code) => moduleOf(code, ["X.1", "A.1"])),
				fc.option(moduleCode),
			)
			.map(([value, behind]): Edit => ({ do: "add_module", after: behind, value })),
		moduleCode.map((module): Edit => ({ do: "remove_module", module })),
		fc
			.tuple(moduleCode, fc.option(moduleCode))
			.map(([module, behind]): Edit => ({ do: "move_module", module, after: behind })),
		text.map((value): Edit => ({ do: "set_head", field: "title", value })),
	)
	.map((made) => edit.parse(made));
