/**
 * What the interface takes and answers. The same schemas check what comes in, make the OpenAPI document, and are held against live
 * answers in tests; names stand as they travel, in snake case.
 */
import { z } from "zod";
import { dueBuckets } from "#app/domain/reports/schema.ts";
import { ownerships, schoolKinds, statuses } from "#app/domain/units/schema.ts";

const PAGE_ROWS = 200;
const PAGE_ROWS_AT_MOST = 1_000;

const time = (text: string) => z.iso.datetime().meta({ description: text });
const day = (text: string) => z.iso.date().meta({ description: text });
const whole = z.number().int();
const words = z.string();
const said = (text: string) => z.string().meta({ description: text });

const common = {
	lang: z.enum(["vi", "en"]).default("vi").meta({ description: "Language of words; codes never change." }),
};

const paging = {
	...common,
	limit: z.coerce
		.number()
		.int()
		.min(1)
		.max(PAGE_ROWS_AT_MOST)
		.default(PAGE_ROWS)
		.meta({ description: "Rows of one page.", type: "integer" }),
	cursor: z
		.string()
		.min(1)
		.max(2_000)
		.optional()
		.meta({ description: "Where the page begins: taken from `next` of the page before, never made by hand." }),
};

const since = (what: string) =>
	z
		.union([z.iso.datetime(), z.iso.date()])
		.optional()
		.meta({ description: `Only what was ${what} at or after this UTC time, or day of the office.` });

const commune = z.string().min(1).max(32).optional().meta({ description: "Official code of a commune." });
const kind = z.enum(schoolKinds).optional().meta({ description: "Code of a kind of school." });

const recipientState = z.enum(["not_started", "draft", "submitted", "sent_back", "accepted"]);
const sentState = z.enum(["submitted", "sent_back", "accepted"]);

export const oneQuery = z.strictObject(common);

export const campaignsQuery = z.strictObject({
	...paging,
	state: z.enum(["issued", "closed"]).optional().meta({ description: "State of the campaign." }),
	changed_since: since("changed"),
});

export const recipientsQuery = z.strictObject({
	...paging,
	commune,
	kind,
	state: recipientState.optional().meta({ description: "State of the return." }),
	changed_since: since("opened, sent or reviewed"),
});

export const sentQuery = z.strictObject({
	...paging,
	commune,
	kind,
	state: sentState.optional().meta({ description: "State of the return." }),
	changed_since: since("sent or reviewed"),
});

export const schoolsQuery = z.strictObject({
	...paging,
	commune,
	kind,
	state: z.enum(statuses).optional().meta({ description: "Whether the school is open." }),
	changed_since: since("changed"),
});

export const findingsQuery = z.strictObject({
	...paging,
	campaign: z.uuid().optional().meta({ description: "Only findings of this campaign." }),
	commune,
	state: z.enum(["open", "mended"]).optional().meta({ description: "Whether it is still open." }),
	due: z.enum(dueBuckets).optional().meta({
		description: "When its measure is due, seen from today: overdue, in this week, in this month, later, no day.",
	}),
	changed_since: since("raised, sent again or mended"),
});

/** Any list's parameters, as a resource reads them. */
export type ListQuery = z.output<typeof recipientsQuery> &
	z.output<typeof campaignsQuery> &
	z.output<typeof schoolsQuery> &
	z.output<typeof findingsQuery>;

const campaignFields = {
	id: z.uuid(),
	title: words,
	state: z.enum(["issued", "closed"]),
	template: said("Code of the template."),
	template_kind: z.enum(["form", "conduct"]),
	template_version: whole,
	opens_on: day("First day."),
	due_on: day("Due day."),
	recipients: whole.meta({ description: "Schools it went to, frozen at issue." }),
	reported: whole.meta({ description: "Schools that have sent their return." }),
	issued_at: time("When it was issued.").nullable(),
	closed_at: time("When it was closed.").nullable(),
	updated_at: time("Last change."),
};

export const campaign = z.object(campaignFields);

export const campaignWithItems = z.object({
	...campaignFields,
	items: z
		.array(
			z.object({
				section: words,
				code: said("Stands in `answers` and in the columns of files."),
				text: words,
				type: z.enum(["verdict", "choice", "choices", "integer", "decimal", "date", "text", "longtext", "computed"]),
				roster: z.string().nullable().meta({ description: "Code of the repeated group that it belongs to." }),
				values: z.array(z.object({ code: words, text: words })).meta({ description: "Codes that an answer may hold." }),
			}),
		)
		.meta({ description: "Code book: every item in the order of the form." }),
});

const school = {
	school_id: z.uuid(),
	school_code: said("Official code of the school."),
	school: words,
	commune_code: z.string().nullable(),
	commune: words,
	kind: said("Code of the kind of school."),
	ownership: z.string(),
	return_id: z.uuid(),
};

export const recipient = z.object({
	...school,
	state: recipientState,
	progress: whole.min(0).max(100).meta({ description: "Share filled in, percent." }),
	due_on: day("Its own due day."),
	extension_reason: words,
	opened_at: time("When it was opened.").nullable(),
	first_submitted_at: time("First sending.").nullable(),
	submitted_at: time("Last sending.").nullable(),
	reviewed_at: time("Last review.").nullable(),
	on_time: z.boolean().nullable(),
});

const sending = {
	state: sentState,
	first_submitted_at: time("First sending."),
	submitted_at: time("Last sending."),
	reviewed_at: time("Last review.").nullable(),
	changed_at: time("The later of the last two: take the largest as your next `changed_since`."),
};

const outcome = {
	on_time: z.boolean(),
	verdict: z.enum(["met", "not_met", "provisional", "none"]),
	verdict_words: words,
	met: whole.nullable(),
	counted: whole.nullable(),
	percent: z.number().min(0).max(100).nullable(),
};

export const result = z.object({
	...school,
	...sending,
	...outcome,
	open_findings: whole,
	reasons: z.array(words).meta({ description: "Why the result is what it is." }),
});

const value = z.union([z.string(), z.number(), z.null()]);

export const wideReturn = z.object({
	...school,
	...sending,
	...outcome,
	round: whole.meta({ description: "Number of the sending told here." }),
	values: z.record(z.string(), value).meta({ description: "Answer by item code; several choices with `;` between." }),
	words: z
		.record(z.string(), z.string().nullable())
		.meta({ description: "The same in words, where answers are codes." }),
	rows: z.record(z.string(), whole).meta({ description: "Rows of each repeated group, by its code." }),
});

export const longAnswer = z.object({
	return_id: z.uuid(),
	school_code: said("Official code of the school."),
	school: words,
	commune_code: z.string().nullable(),
	commune: words,
	state: sentState,
	round: whole.meta({ description: "Number of the sending told here." }),
	changed_at: time("Last sending or review of the return."),
	section: words,
	item: said("Code of the item."),
	item_text: words,
	type: z.string(),
	row: z.string().nullable().meta({ description: "Id of the row in a repeated group." }),
	row_title: z.string().nullable(),
	value,
	words: z.string().nullable().meta({ description: "The value in words." }),
	note: z.string().nullable(),
	measure: z.string().nullable().meta({ description: "Proposed measure." }),
	measure_by: z.string().nullable(),
	measure_due: z.iso.date().nullable(),
	needs_superior: z.boolean(),
	request: z.string().nullable().meta({ description: "What is asked of the superior." }),
});

export const finding = z.object({
	id: z.uuid(),
	campaign_id: z.uuid(),
	campaign: words,
	...school,
	item: said("Code of the criterion."),
	item_text: words,
	row: z.string().nullable().meta({ description: "Id of the row in a repeated group." }),
	mandatory: z.boolean(),
	knockout: z.boolean(),
	state: z.enum(["open", "mended"]),
	note: z.string().nullable().meta({ description: "What is wrong, in the school's words." }),
	measure: z.string().nullable().meta({ description: "Proposed measure." }),
	measure_by: z.string().nullable(),
	measure_due: z.iso.date().nullable(),
	needs_superior: z.boolean(),
	request: z.string().nullable().meta({ description: "What is asked of the superior." }),
	raised_at: time("When it was first sent."),
	mended_at: time("When a later sending showed it mended.").nullable(),
	changed_at: time("Last sending that told it open, or that mended it: take the largest as your next `changed_since`."),
});

export const schoolUnit = z.object({
	id: z.uuid(),
	code: said("Official code; never changes."),
	name: words,
	commune_code: z.string(),
	commune: words,
	kind: z.enum(schoolKinds),
	ownership: z.enum(ownerships),
	manager: words,
	state: z.enum(statuses),
	classrooms: whole.nullable(),
	pupils: whole.nullable(),
	staff: whole.nullable(),
	sites: whole.nullable(),
	updated_at: time("Last change."),
});

/** RFC 9457, with the title in both languages and our reference. */
export const problemShape = z.object({
	type: z.string(),
	title: words,
	titles: z.object({ vi: words, en: words }),
	status: whole,
	detail: words,
	instance: said("Reference of this request in the server's log."),
	errors: z.array(z.object({ parameter: z.string(), detail: z.string() })).optional(),
});
