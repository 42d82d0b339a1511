import { z } from "zod";
import type { RecipientState } from "#db/tables/campaigns.ts";
import { cleanLine, cleanText } from "../text.ts";
import { schoolFilter, schoolKinds } from "../units/schema.ts";

/** Largest attachment of a letter or a campaign. */
export const ATTACHMENT_LIMIT = 20 * 1_048_576;

export const latePolicy = z.enum(["refuse", "mark"]);
export type LatePolicy = z.infer<typeof latePolicy>;

/** A campaign as the officer writes it. Days are calendar days `2026-11-23`. */
export const campaignInput = z.object({
	/** Empty: the template's title and the month of opening. */
	title: z.string().default("").transform(cleanLine).pipe(z.string().max(200)),
	versionId: z.uuid(),
	/** Tasks of directives that it serves. */
	taskIds: z.array(z.uuid()).max(50).default([]),
	/** Without kinds it goes to the kinds that the template is for. */
	filter: schoolFilter,
	opensOn: z.iso.date(),
	dueOn: z.iso.date(),
	late: latePolicy,
	instruction: z.string().default("").transform(cleanText).pipe(z.string().max(10_000)),
	/** A file already kept for this office (`evidence/commands.ts#keepFile`), or null. */
	fileId: z
		.string()
		.nullish()
		.transform((id) => id || null),
});
export type CampaignInput = z.input<typeof campaignInput>;

/** Repeated values of one name; a browser that knows of one box alone gives its value, or false. */
const listOf = <T extends z.ZodType<unknown[]>>(schema: T) =>
	z.preprocess((value) => (Array.isArray(value) ? value : value ? [value] : []), schema);

/** The same campaign as the fields of its form, flat, for browser and server. */
export const campaignForm = campaignInput
	.omit({ filter: true, taskIds: true })
	.extend({
		taskIds: listOf(campaignInput.shape.taskIds.unwrap()),
		kinds: listOf(schoolFilter.shape.kinds.unwrap()),
		communes: listOf(schoolFilter.shape.communes.unwrap()),
		ownerships: listOf(schoolFilter.shape.ownerships.unwrap()),
		managers: listOf(schoolFilter.shape.managers.unwrap()),
	})
	.transform(({ kinds, communes, ownerships, managers, ...plan }) => ({
		...plan,
		filter: { kinds, communes, ownerships, managers },
	}));

/** One later due day for one or several schools, with the reason that stands beside it. */
export const extensionInput = z.object({
	schoolIds: z.array(z.uuid()).min(1).max(500),
	dueOn: z.iso.date(),
	reason: z.string().transform(cleanLine).pipe(z.string().min(1).max(500)),
});
export type ExtensionInput = z.input<typeof extensionInput>;

export const recipientStates = [
	"not_started",
	"draft",
	"submitted",
	"sent_back",
	"accepted",
] as const satisfies readonly RecipientState[];

/**
 * `overdue`: the due day has passed and nothing came · `waiting`: nothing came yet, and there is time · `late`: it came after the due day ·
 * `on_time`: by it.
 */
const lateness = ["overdue", "waiting", "late", "on_time"] as const;

/** Filters of the list of recipients, as they stand in the URL. Absent: any. */
export const recipientSearch = z.object({
	q: z.string().max(200).catch("").default(""),
	state: z.enum(recipientStates).nullable().catch(null).default(null),
	commune: z.uuid().nullable().catch(null).default(null),
	kind: z.enum(schoolKinds).nullable().catch(null).default(null),
	late: z.enum(lateness).nullable().catch(null).default(null),
	/** Cursor: `next` of the page before. */
	after: z.string().max(600).nullable().catch(null).default(null),
});
export type RecipientSearch = z.output<typeof recipientSearch>;

/** Filters of the list of campaigns, as they stand in the URL. */
export const campaignSearch = z.object({
	q: z.string().max(200).catch("").default(""),
	state: z.enum(["draft", "issued", "closed"]).nullable().catch(null).default(null),
	after: z.string().max(100).nullable().catch(null).default(null),
});
export type CampaignSearch = z.output<typeof campaignSearch>;
