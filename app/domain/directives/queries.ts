import type { Ctx } from "../ctx.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { searchKey } from "../text.ts";

export type DirectiveLine = {
	id: string;
	number: string;
	issuedOn: string;
	issuer: string;
	abstract: string;
	receivedOn: string | null;
	reportDueOn: string | null;
	tasks: number;
	/** Tasks that the education sector carries out. */
	ours: number;
	/** Of those, how many no campaign serves yet. */
	unserved: number;
};

export type TaskOfLetter = {
	id: string;
	number: string;
	title: string;
	detail: string;
	ours: boolean;
};

export type DirectivePage = {
	id: string;
	number: string;
	issuedOn: string;
	issuer: string;
	abstract: string;
	signer: string;
	receivedOn: string | null;
	reportDueOn: string | null;
	file: { id: string; name: string; bytes: number } | null;
	/** In the order of the letter. */
	tasks: TaskOfLetter[];
};

/** Letters on one page of the register. */
const DIRECTIVES_PER_PAGE = 50;

/**
 * The office's register, newest letter first; `q` looks in number, issuer, abstract and signer without tone marks. `after`
 * is the `next` of the page before (cursor). Needs `directives.read`.
 */
export async function listDirectives(
	ctx: Ctx,
	{ q = "", after }: { q?: string; after?: string } = {},
): Promise<{ lines: DirectiveLine[]; next: string | null }> {
	demand(ctx.actor, "directives.read");
	const [day, id] = after?.split("_") ?? [];
	let found = ctx.db
		.selectFrom("directive")
		.select(["id", "number", "issued_on", "issuer", "abstract", "received_on", "report_due_on"])
		.where("office_id", "=", ctx.actor.unitId)
		.orderBy("issued_on", "desc")
		.orderBy("id", "desc")
		.limit(DIRECTIVES_PER_PAGE + 1);
	for (const word of searchKey(q).split(" ")) if (word) found = found.where("search", "like", `%${word}%`);
	if (day && id) {
		found = found.where((eb) =>
			eb.or([eb("issued_on", "<", day), eb.and([eb("issued_on", "=", day), eb("id", "<", id)])]),
		);
	}
	const rows = await found.execute();
	const shown = rows.slice(0, DIRECTIVES_PER_PAGE);
	const counts = await taskCounts(
		ctx,
		shown.map((row) => row.id),
	);
	const last = rows.length > DIRECTIVES_PER_PAGE ? shown.at(-1) : undefined;
	return {
		lines: shown.map((row) => ({
			id: row.id,
			number: row.number,
			issuedOn: row.issued_on,
			issuer: row.issuer,
			abstract: row.abstract,
			receivedOn: row.received_on,
			reportDueOn: row.report_due_on,
			...(counts.get(row.id) ?? { tasks: 0, ours: 0, unserved: 0 }),
		})),
		next: last ? `${last.issued_on}_${last.id}` : null,
	};
}

async function taskCounts(ctx: Ctx, ids: string[]) {
	if (ids.length === 0) return new Map<string, { tasks: number; ours: number; unserved: number }>();
	const rows = await ctx.db
		.selectFrom("directive_task")
		.select((eb) => [
			"directive_id",
			eb.fn.countAll<number>().as("tasks"),
			eb.fn.sum<number>("ours").as("ours"),
			eb.fn
				.sum<number>(
					eb
						.case()
						.when("ours", "=", 0)
						.then(0)
						.when(
							eb.exists(eb.selectFrom("campaign_task").select("task_id").whereRef("task_id", "=", "directive_task.id")),
						)
						.then(0)
						.else(1)
						.end(),
				)
				.as("unserved"),
		])
		.where("directive_id", "in", ids)
		.groupBy("directive_id")
		.execute();
	return new Map(rows.map(({ directive_id, ...counts }) => [directive_id, counts]));
}

/** One letter with its tasks. Needs `directives.read`. Throws not_found for another office's. */
export async function readDirective(ctx: Ctx, id: string): Promise<DirectivePage> {
	demand(ctx.actor, "directives.read");
	const row = await ctx.db
		.selectFrom("directive")
		.leftJoin("file", "file.id", "file_id")
		.selectAll("directive")
		.select(["file.name as file_name", "file.bytes as file_bytes"])
		.where("directive.id", "=", id)
		.where("office_id", "=", ctx.actor.unitId)
		.executeTakeFirst();
	if (!row) throw problem("not_found", {});
	const tasks = await ctx.db
		.selectFrom("directive_task")
		.select(["id", "number", "title", "detail", "ours"])
		.where("directive_id", "=", id)
		.orderBy("position")
		.execute();
	return {
		id: row.id,
		number: row.number,
		issuedOn: row.issued_on,
		issuer: row.issuer,
		abstract: row.abstract,
		signer: row.signer,
		receivedOn: row.received_on,
		reportDueOn: row.report_due_on,
		file: row.file_id === null ? null : { id: row.file_id, name: row.file_name ?? "", bytes: row.file_bytes ?? 0 },
		tasks: tasks.map((task) => ({ ...task, ours: task.ours === 1 })),
	};
}

export type TaskChoice = { id: string; number: string; title: string; directiveId: string; directive: string };

/**
 * Tasks of the education sector that a campaign may serve, newest letter first; `directive` is the letter's number. Needs
 * `directives.read`.
 */
export async function listTasks(ctx: Ctx): Promise<TaskChoice[]> {
	demand(ctx.actor, "directives.read");
	return ctx.db
		.selectFrom("directive_task")
		.innerJoin("directive", "directive.id", "directive_id")
		.select([
			"directive_task.id",
			"directive_task.number",
			"title",
			"directive.id as directiveId",
			"directive.number as directive",
		])
		.where("office_id", "=", ctx.actor.unitId)
		.where("ours", "=", 1)
		.orderBy("issued_on", "desc")
		.orderBy("directive.id", "desc")
		.orderBy("position")
		.limit(500)
		.execute();
}
