import { redirect } from "@remix-run/node";
import { isId } from "#app/domain/id.ts";
import { problem } from "#app/domain/problem.ts";
import { publishReviewed } from "#app/domain/templates/life.ts";
import { proposals, readForPublishing } from "#app/domain/templates/publish-queries.ts";
import { publishInput } from "#app/domain/templates/schema.ts";
import { schoolKinds } from "#app/domain/units/schema.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm, formFields } from "#app/platform/form.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

/** A draft before it is published: what was found, what differs, and what is said about it. */
export const loader = page("templates.write", async ({ ctx, params }) => {
	const { templateId, versionId } = ids(params);
	const { version, seen, review, conductFaults, codeRemarks, before } = await readForPublishing(
		ctx,
		templateId,
		versionId,
	);
	return {
		id: versionId,
		templateId,
		seen,
		title: version.title,
		code: version.code,
		number: version.number,
		rule: version.definition.rule,
		kinds: version.kinds,
		validFrom: version.validFrom,
		validTo: version.validTo,
		legalBasis: version.legalBasis,
		allKinds: [...new Set([...schoolKinds, ...version.kinds])],
		review,
		conductFaults,
		codeRemarks,
		before: before && {
			number: before.old.number,
			difference: before.difference,
			clauses: before.clauses,
			proposed: proposals(before),
		},
	};
});

/** Publishes it, or adds a line of legal basis to the form (`intent=add_basis`). */
export const action = act("templates.write", async ({ ctx, params, request }) => {
	const { templateId, versionId } = ids(params);
	const fields = await formFields(request, ["kinds", "basis", "read"]);
	const typed = typedForm(fields);
	if (fields.intent === "add_basis") return { typed: { ...typed, rows: typed.rows + 1 } };
	return keepTyped(typed, async () => {
		const input = checkForm(asInput(typed), publishInput, issueMessage(ctx.locale));
		await publishReviewed(ctx, templateId, versionId, input);
		throw redirect(`/office/templates/${templateId}?version=${versionId}`);
	});
});

function ids(params: Record<string, string | undefined>): { templateId: string; versionId: string } {
	const { templateId, versionId } = params;
	if (!isId(templateId) || !isId(versionId)) throw problem("not_found", {});
	return { templateId, versionId };
}

/** What was typed, as text, for the page that is drawn again. */
function typedForm(fields: Record<string, string | string[]>) {
	const one = (name: string) => (typeof fields[name] === "string" ? fields[name] : "");
	const many = (name: string) => (Array.isArray(fields[name]) ? fields[name] : []);
	const basis = many("basis").slice(0, 50);
	return {
		seen: one("seen"),
		kinds: many("kinds"),
		validFrom: one("validFrom"),
		validTo: one("validTo"),
		basis,
		read: many("read"),
		rows: basis.length,
		confirmed: one("confirmed") === "on",
		comparisons: Object.fromEntries(
			Object.keys(fields).flatMap((name) => (name.startsWith("compare.") ? [[name.slice(8), one(name)]] : [])),
		),
	};
}

function asInput(typed: ReturnType<typeof typedForm>) {
	const { seen, kinds, confirmed, comparisons } = typed;
	return {
		seen,
		kinds,
		confirmed,
		comparisons,
		validFrom: typed.validFrom || null,
		validTo: typed.validTo || null,
		legalBasis: typed.basis.flatMap((text, at) =>
			text.trim() === "" ? [] : [{ text: text.normalize("NFC").trim(), verified: typed.read.includes(String(at)) }],
		),
	};
}
