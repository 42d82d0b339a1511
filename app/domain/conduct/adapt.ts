import { type Ctx, inTransaction } from "../ctx.ts";
import { newId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { firstContent, localModule } from "./merge.ts";
import {
	type BasisInput,
	basisForm,
	type ClauseInput,
	clauseForm,
	type LocalClauseInput,
	localClauseForm,
	type MoveInput,
	moveForm,
	type SchoolClause,
	type SchoolContent,
} from "./schema.ts";
import {
	currentVersions,
	demandState,
	type LoadedVersion,
	loadForWriting,
	lockVersions,
	newestIssued,
	setVersion,
	tell,
} from "./versions.ts";

/** Clauses that one module may hold. */
const CLAUSES_OF_A_MODULE = 200;

/**
 * Begins a version and answers with its id: from the code in force where there is one, else from the newest template that was
 * issued to the school, with the modules for its kind in force today. While a version waits to be published, it is that one: a
 * second click begins nothing. Throws `conduct_not_issued`.
 */
export async function beginDraft(ctx: Ctx): Promise<string> {
	demand(ctx.actor, "conduct.adapt");
	return inTransaction(ctx, async (ctx) => {
		await lockVersions(ctx);
		const { open, published } = await currentVersions(ctx, ctx.actor.unitId);
		if (open) return open.id;
		if (published) {
			const { template_version_id, template_id, content } = published;
			return insertDraft(ctx, { template_version_id, template_id, content, number: published.number + 1 });
		}
		const issued = await newestIssued(ctx);
		if (!issued) throw problem("conduct_not_issued", {});
		return insertDraft(ctx, {
			template_version_id: issued.version.id,
			template_id: issued.version.templateId,
			content: firstContent(issued.modules),
			number: 1,
		});
	});
}

/** Writes the row of a new draft, unless somebody else just did: then theirs is the one. Inside a transaction. */
export async function insertDraft(
	ctx: Ctx,
	draft: Pick<LoadedVersion, "template_version_id" | "template_id" | "number" | "content">,
): Promise<string> {
	const [schoolId, id] = [ctx.actor.unitId, newId()];
	const made = await ctx.db
		.insertInto("conduct_version")
		.values({
			...draft,
			content: JSON.stringify(draft.content),
			school_id: schoolId,
			id,
			state: "draft",
			revision: 0,
			sha256: null,
			modules: "",
			groups: "",
			outdated_from: null,
			material: 1,
			covers_from: draft.number,
			change_note: "",
			on_web: "",
			on_board: 0,
			in_classrooms: 0,
			created_by: ctx.actor.personId,
			created_at: ctx.now,
			updated_at: ctx.now,
		})
		// Before there is a version, nothing can be locked: the index over unpublished versions lets only one of two in.
		.onConflict((oc) => oc.doNothing())
		.executeTakeFirst();
	if (made.numInsertedOrUpdatedRows !== 1n) {
		const { open } = await currentVersions(ctx, schoolId);
		if (!open) throw new Error("a draft was refused and there is none");
		return open.id;
	}
	const { number, template_version_id } = draft;
	const after = { number, versionId: template_version_id };
	await tell(ctx, { school_id: schoolId, id }, { event: "conduct.draft_begun", after });
	return id;
}

/** What saving came to: saved, or the clause as somebody else left it meanwhile; then nothing changed and the person chooses. */
export type ClauseSaved =
	| { saved: SchoolClause | null; revision: number }
	| { conflict: SchoolClause; revision: number };

/**
 * Keeps, rewords or drops a clause of the office, rewords or takes out (`dropped`, saved null) one of the school's own. `base` is the
 * clause's revision that the page showed. Throws `clause_demanded`, `conduct_state`, and not_found for a clause that is not there.
 */
export async function saveClause(ctx: Ctx, versionId: string, input: ClauseInput): Promise<ClauseSaved> {
	const form = clauseForm.parse(input);
	return changeText<ClauseSaved>(ctx, versionId, (version) => {
		const { was, module } = findClause(version.content, form.code);
		const revision = version.revision + 1;
		const wanted = wantedClause(was, form, revision);
		if (was.demanded && form.status === "dropped")
			throw problem("clause_demanded", { code: was.code, text: was.text.vi });
		if (wanted && wanted.status === was.status && wanted.text.vi === was.text.vi)
			return { result: { saved: was, revision: version.revision } };
		if (form.base !== was.revision) return { result: { conflict: was, revision: version.revision } };
		module.clauses = module.clauses.flatMap((clause) => (clause !== was ? [clause] : wanted ? [wanted] : []));
		return {
			result: { saved: wanted, revision },
			event: wanted ? "conduct.clause_changed" : "conduct.clause_removed",
			before: told(was),
			after: wanted ? told(wanted) : { code: was.code },
		};
	});
}

/** The clause as the form wants it; null to take out a local one. The same words as the office's are its clause, kept. */
function wantedClause(
	was: SchoolClause,
	form: ReturnType<typeof clauseForm.parse>,
	revision: number,
): SchoolClause | null {
	if (was.status === "local" || was.origin === null) {
		if (form.status === "dropped") return null;
		return form.text === "" ? was : { ...was, text: { vi: form.text }, revision };
	}
	if (form.status === "dropped") return { ...was, status: "dropped", text: was.origin, revision };
	if (form.status === "kept" || form.text === was.origin.vi)
		return { ...was, status: "kept", text: was.origin, revision };
	return { ...was, status: "reworded", text: { vi: form.text }, revision };
}

/**
 * Adds a clause of the school's own at the end of its group and relation, and answers with its code. The same words there again add
 * nothing: a second click. Throws `too_many_clauses`, `conduct_state`.
 */
export async function addLocalClause(
	ctx: Ctx,
	versionId: string,
	input: LocalClauseInput,
): Promise<{ code: string; revision: number }> {
	const form = localClauseForm.parse(input);
	return changeText(ctx, versionId, ({ content, revision }) => {
		const fitting = content.modules.filter(({ group, relation }) => group === form.group && relation === form.relation);
		const there = fitting
			.flatMap(({ clauses }) => clauses)
			.find(({ stance, text, status }) => status === "local" && stance === form.stance && text.vi === form.text);
		if (there) return { result: { code: there.code, revision } };
		const module = fitting.at(-1) ?? localModule(form.group, form.relation);
		if (fitting.length === 0) content.modules.push(module);
		if (module.clauses.length >= CLAUSES_OF_A_MODULE) throw problem("too_many_clauses", { limit: CLAUSES_OF_A_MODULE });
		const code = `DP.${content.nextLocal}`;
		content.nextLocal += 1;
		const clause: SchoolClause = {
			code,
			stance: form.stance,
			text: { vi: form.text },
			demanded: false,
			status: "local",
			origin: null,
			revision: revision + 1,
		};
		module.clauses.push(clause);
		return { result: { code, revision: revision + 1 }, event: "conduct.clause_added", after: told(clause) };
	});
}

/** Moves a clause before another of its module, or to the end. Throws `conduct_state`, and not_found for clauses apart. */
export async function moveClause(ctx: Ctx, versionId: string, input: MoveInput): Promise<{ revision: number }> {
	const form = moveForm.parse(input);
	return changeText(ctx, versionId, ({ content, revision }) => {
		const { was, module } = findClause(content, form.code);
		const others = module.clauses.filter((clause) => clause !== was);
		const at = form.before === "" ? others.length : others.findIndex(({ code }) => code === form.before);
		if (form.before === form.code || module.clauses.indexOf(was) === at) return { result: { revision } };
		if (at === -1) throw problem("not_found", {});
		others.splice(at, 0, was);
		module.clauses = others;
		const after = { code: was.code, position: at + 1 };
		return { result: { revision: revision + 1 }, event: "conduct.clause_moved", after };
	});
}

export type BasisSaved = { saved: string[]; revision: number } | { conflict: string[]; revision: number };

/**
 * Writes the school's own lines of legal basis. `base` is the version's revision that the page showed; when the lines differ from
 * what it knew, nothing changes and both are shown. Throws `conduct_state`.
 */
export async function saveBasis(ctx: Ctx, versionId: string, input: BasisInput): Promise<BasisSaved> {
	const form = basisForm.parse(input);
	return changeText<BasisSaved>(ctx, versionId, ({ content, revision }) => {
		const before = content.basis;
		if (before.join("\n") === form.lines.join("\n")) return { result: { saved: before, revision } };
		if (content.basisRevision > form.base) return { result: { conflict: before, revision } };
		content.basis = form.lines;
		content.basisRevision = revision + 1;
		const result = { saved: form.lines, revision: revision + 1 };
		return { result, event: "conduct.basis_changed", before: { basis: before }, after: { basis: form.lines } };
	});
}

type Change<T> = { result: T; event?: string; before?: object; after?: object };

/** Loads a draft for writing, lets `change` alter its content, and writes it with the next revision; without an event nothing is written. */
async function changeText<T>(ctx: Ctx, versionId: string, change: (version: LoadedVersion) => Change<T>): Promise<T> {
	demand(ctx.actor, "conduct.adapt");
	return inTransaction(ctx, async (ctx) => {
		const version = await loadForWriting(ctx, versionId);
		demandState(version, "draft");
		const { result, event, before, after } = change(version);
		if (event === undefined) return result;
		const content = JSON.stringify(version.content);
		await setVersion(ctx, version, { content, revision: version.revision + 1 });
		await tell(ctx, version, { event, before, after });
		return result;
	});
}

function findClause(content: SchoolContent, code: string) {
	for (const module of content.modules) {
		const was = module.clauses.find((clause) => clause.code === code);
		if (was) return { was, module };
	}
	throw problem("not_found", {});
}

function told({ code, status, stance, text }: SchoolClause) {
	return { code, status, stance, text: text.vi };
}
