import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { newId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { searchKey } from "../text.ts";
import { type DirectiveInput, directiveInput } from "./schema.ts";

type Letter = ReturnType<typeof directiveInput.parse>;
type TaskLine = { id: string; number: string; position: number; title: string; detail: string; ours: 0 | 1 };

/**
 * Enters an incoming letter with its tasks in the office's register. `id` is made by whoever fills the form, so that a
 * second click finds the letter there and enters nothing. Throws `directive_taken` for a number and day already registered,
 * `task_number_taken`, and not_found for a file that is not the office's.
 */
export async function registerDirective(ctx: Ctx, input: DirectiveInput, id: string = newId()): Promise<string> {
	demand(ctx.actor, "directives.write");
	const letter = directiveInput.parse(input);
	refuseTwins(letter);
	return inTransaction(ctx, async (ctx) => {
		const there = await ownLetter(ctx, id).executeTakeFirst();
		if (there) return id;
		await refuseForeignFile(ctx, letter.fileId);
		const made = await ctx.db
			.insertInto("directive")
			.values({
				...columns(letter),
				id,
				office_id: ctx.actor.unitId,
				created_by: ctx.actor.personId,
				created_at: ctx.now,
			})
			.onConflict((oc) => oc.doNothing())
			.executeTakeFirst();
		if (made.numInsertedOrUpdatedRows !== 1n) throw taken(letter);
		const tasks = linesOf(letter);
		if (tasks.length > 0) {
			await ctx.db
				.insertInto("directive_task")
				.values(tasks.map((task) => ({ ...task, directive_id: id })))
				.execute();
		}
		await record(ctx, {
			unitId: ctx.actor.unitId,
			event: "directive.registered",
			subject: `directive/${id}`,
			after: letter,
		});
		return id;
	});
}

/**
 * Corrects a registered letter and its tasks. Tasks keep their id, so campaigns stay linked; one left out is removed. Throws
 * `directive_taken`, `task_number_taken`, `task_in_use` for the removal of a task that a campaign serves.
 */
export async function updateDirective(ctx: Ctx, id: string, input: DirectiveInput): Promise<void> {
	demand(ctx.actor, "directives.write");
	const letter = directiveInput.parse(input);
	refuseTwins(letter);
	await inTransaction(ctx, async (ctx) => {
		const before = await ownLetter(ctx, id).executeTakeFirst();
		if (!before) throw problem("not_found", {});
		const old = await ctx.db.selectFrom("directive_task").selectAll().where("directive_id", "=", id).execute();
		if (letter.fileId !== before.file_id) await refuseForeignFile(ctx, letter.fileId);
		const twin = await ctx.db
			.selectFrom("directive")
			.select("id")
			.where("office_id", "=", ctx.actor.unitId)
			.where("number", "=", letter.number)
			.where("issued_on", "=", letter.issuedOn)
			.where("id", "!=", id)
			.executeTakeFirst();
		if (twin) throw taken(letter);
		await ctx.db.updateTable("directive").set(columns(letter)).where("id", "=", id).execute();
		await replaceTasks(ctx, id, old, linesOf(letter, old));
		await record(ctx, {
			unitId: ctx.actor.unitId,
			event: "directive.changed",
			subject: `directive/${id}`,
			before: { ...before, tasks: old },
			after: letter,
		});
	});
}

/** Removes, then parks the numbers of those that stay, then writes: two tasks may have exchanged their numbers. */
async function replaceTasks(ctx: Ctx, directiveId: string, old: TaskLine[], lines: TaskLine[]): Promise<void> {
	const kept = new Set(lines.map((task) => task.id));
	for (const task of old) {
		if (kept.has(task.id)) continue;
		const served = await ctx.db
			.selectFrom("campaign_task")
			.select("campaign_id")
			.where("task_id", "=", task.id)
			.limit(1)
			.executeTakeFirst();
		if (served) throw problem("task_in_use", { number: task.number });
		await ctx.db.deleteFrom("directive_task").where("id", "=", task.id).execute();
	}
	const known = new Set(old.map((task) => task.id));
	for (const task of lines.filter((task) => known.has(task.id))) {
		await ctx.db
			.updateTable("directive_task")
			.set({ number: `#${task.id}` })
			.where("id", "=", task.id)
			.execute();
	}
	for (const { id, ...task } of lines) {
		if (known.has(id)) await ctx.db.updateTable("directive_task").set(task).where("id", "=", id).execute();
		else
			await ctx.db
				.insertInto("directive_task")
				.values({ ...task, id, directive_id: directiveId })
				.execute();
	}
}

/** Tasks in the order of the form. An id that is not one of the letter's own is never believed. */
function linesOf(letter: Letter, old: readonly { id: string }[] = []): TaskLine[] {
	const known = new Set(old.map((task) => task.id));
	return letter.tasks.map(({ id, number, title, detail, ours }, position) => ({
		id: id !== undefined && known.has(id) ? id : newId(),
		number,
		position,
		title,
		detail,
		ours: ours ? 1 : 0,
	}));
}

function columns(letter: Letter) {
	return {
		number: letter.number,
		issued_on: letter.issuedOn,
		issuer: letter.issuer,
		abstract: letter.abstract,
		signer: letter.signer,
		received_on: letter.receivedOn,
		report_due_on: letter.reportDueOn,
		file_id: letter.fileId,
		search: searchKey(`${letter.number} ${letter.issuer} ${letter.abstract} ${letter.signer}`),
	};
}

function ownLetter(ctx: Ctx, id: string) {
	return ctx.db.selectFrom("directive").selectAll().where("id", "=", id).where("office_id", "=", ctx.actor.unitId);
}

async function refuseForeignFile(ctx: Ctx, fileId: string | null): Promise<void> {
	if (fileId === null) return;
	const file = await ctx.db
		.selectFrom("file")
		.select("id")
		.where("id", "=", fileId)
		.where("unit_id", "=", ctx.actor.unitId)
		.executeTakeFirst();
	if (!file) throw problem("not_found", {});
}

function refuseTwins(letter: Letter): void {
	const seen = new Set<string>();
	for (const { number } of letter.tasks) {
		if (seen.has(number.toLowerCase())) throw problem("task_number_taken", { number });
		seen.add(number.toLowerCase());
	}
}

function taken(letter: Letter) {
	return problem("directive_taken", { number: letter.number, issuedOn: letter.issuedOn });
}
