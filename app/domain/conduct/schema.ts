/** Shapes of the code of conduct at a school: what its versions hold, what its forms post, what its pages are given. */
import { z } from "zod";
import { words } from "../forms/expression-schema.ts";
import { legalBasis } from "../forms/schema.ts";
import { cleanLine, cleanText } from "../text.ts";
import {
	type ConductGroup,
	type ConductRelation,
	clause,
	conductGroup,
	conductModule,
	conductRelation,
} from "./content-schema.ts";

/** Steps of a version: soạn thảo → lấy ý kiến → đã lấy ý kiến → đã quyết định → công khai → đã thay thế. */
export const versionStates = ["draft", "consulting", "consulted", "decided", "published", "superseded"] as const;
export type VersionState = (typeof versionStates)[number];

/** Where a school stands, as lists and returns tell it: with a published version always `published`. */
export const conductStages = ["none", "adapting", "consulting", "consulted", "decided", "published"] as const;
export type ConductStage = (typeof conductStages)[number];

/** The steps of adoption as a school sees them, in the order of the law (Thông tư 06/2019 Đ3, Đ13). */
export const adoptionSteps = ["adapt", "consult", "decide", "publish", "acknowledge", "review"] as const;
export type AdoptionStep = (typeof adoptionSteps)[number];

/** What the school made of a clause of the office; `local`: its own. */
const clauseStatus = z.enum(["kept", "reworded", "dropped", "local"]);
export type ClauseStatus = z.infer<typeof clauseStatus>;

/** A clause at a school. `text` is what people read; `origin` what the office wrote, null for the school's own. */
export const schoolClause = clause.extend({
	status: clauseStatus,
	origin: words.nullable(),
	/** The version's revision at which this clause was last changed: what a page must know to change it. */
	revision: z.number().int().min(0),
});
export type SchoolClause = z.infer<typeof schoolClause>;

/** A module at a school. `local`: made for clauses that fit none of the office's modules; it has no legal basis of its own. */
export const schoolModule = conductModule.extend({
	local: z.boolean(),
	legalBasis: z.array(legalBasis).max(10),
	clauses: z.array(schoolClause).max(200),
});
export type SchoolModule = z.infer<typeof schoolModule>;

/** The code of one version: modules in the order of the office, and the school's own lines of legal basis (căn cứ). */
export const schoolContent = z.object({
	modules: z.array(schoolModule).max(250),
	basis: z.array(z.string().min(1).max(600)).max(30),
	/** The version's revision at which those lines were last changed. */
	basisRevision: z.number().int().min(0),
	/** Number of the next local clause: never given twice, so that a code means one clause for good. */
	nextLocal: z.number().int().min(1),
});
export type SchoolContent = z.infer<typeof schoolContent>;

/** What people read, in order: the one source for screen, paper and fingerprint (`rules.ts#codeToRead`). */
export type ReadableClause = Pick<SchoolClause, "code" | "stance" | "text">;
export type ReadableCode = {
	/** The school's own lines of legal basis. */
	basis: string[];
	groups: {
		group: ConductGroup;
		/** Legal basis of the office's modules, each line once. */
		basis: string[];
		relations: { relation: ConductRelation; clauses: ReadableClause[] }[];
	}[];
};

const day = z.iso.date();
const line = (most: number) => z.string().transform(cleanLine).pipe(z.string().min(1).max(most));
const lineOrNone = (most: number) => z.string().transform(cleanLine).pipe(z.string().max(most)).default("");
const text = (most: number) => z.string().transform(cleanText).pipe(z.string().max(most)).default("");
const clauseCode = clause.shape.code;
/** A whole number as a form posts it; blank is unknown. */
const count = z.preprocess(
	(value) => (typeof value === "string" ? (value.trim() === "" ? null : Number(value)) : value),
	z.number().int().min(0).max(99_999).nullable(),
);
const flag = z.preprocess((value) => value === true || value === "1" || value === "on", z.boolean()).default(false);

/** One clause as it is saved while typing. `base` is the clause's revision that the page showed. */
export const clauseForm = z
	.object({
		code: clauseCode,
		base: z.coerce.number().int().min(0),
		status: clauseStatus,
		/** The wording for `reworded` and `local`; left out of account otherwise. */
		text: text(4000),
	})
	.refine((form) => form.text !== "" || form.status === "kept" || form.status === "dropped", { path: ["text"] });
export type ClauseInput = z.input<typeof clauseForm>;

export const localClauseForm = z.object({
	group: conductGroup,
	relation: conductRelation,
	stance: clause.shape.stance,
	text: text(4000).pipe(z.string().min(1)),
});
export type LocalClauseInput = z.input<typeof localClauseForm>;

/** Moves a clause within its module: before the clause `before`, or to the end (""). */
export const moveForm = z.object({ code: clauseCode, before: z.union([clauseCode, z.literal("")]) });
export type MoveInput = z.input<typeof moveForm>;

/** The school's own legal basis, one line each; empty lines fall away. */
export const basisForm = z.object({
	base: z.coerce.number().int().min(0),
	lines: z
		.string()
		.max(20_000)
		.transform((typed) => typed.split(/\r?\n/).map(cleanLine).filter(Boolean))
		.pipe(schoolContent.shape.basis),
});
export type BasisInput = z.input<typeof basisForm>;

/** Who is asked. Pupils only where pupils are a group of the code. */
export const voiceGroup = z.enum(["staff", "parents", "pupils"]);
export type VoiceGroup = z.infer<typeof voiceGroup>;

/** A group that is asked, and how many belong to it where the school knows: the share that took part is shown against it. */
export const askedGroup = z.object({ group: voiceGroup, people: count.default(null) });
export type AskedGroup = z.infer<typeof askedGroup>;

export const openingForm = z.object({
	/** Last day on which a voice counts. */
	closesOn: day,
	groups: z
		.array(askedGroup)
		.min(1)
		.max(3)
		.refine((groups) => new Set(groups.map(({ group }) => group)).size === groups.length),
	/** What changed and why, for those who read it; empty for a school's first code. */
	changeNote: text(2000),
});
export type OpeningInput = z.input<typeof openingForm>;

const LINKS_AT_ONCE = 100;
export const LINKS_OF_A_ROUND = 2000;
export const linksForm = z.object({
	/** 128 random bits that the page was drawn with (`newLinkSeed`): the same form posted twice makes the same links. */
	seed: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
	group: voiceGroup,
	/** What tells the links apart on paper: a class, a hamlet. */
	label: lineOrNone(100),
	count: z.coerce.number().int().min(1).max(LINKS_AT_ONCE),
});
export type LinksInput = z.input<typeof linksForm>;

const clauseRemark = z.object({ code: clauseCode, remark: text(1000).pipe(z.string().min(1)) });
export type ClauseRemark = z.infer<typeof clauseRemark>;

export const voiceForm = z.object({
	agrees: z.preprocess((value) => (value === "yes" ? true : value === "no" ? false : value), z.boolean()),
	comment: text(2000),
	remarks: z.array(clauseRemark).max(200).default([]),
});
export type VoiceInput = z.input<typeof voiceForm>;

/** Voices counted by hand at a meeting, with its minutes as evidence. */
export const meetingForm = z
	.object({
		/** Made by the page: the same meeting posted again is the same row. */
		id: z.uuid(),
		group: voiceGroup,
		heldOn: day,
		present: z.coerce.number().int().min(1).max(99_999),
		agreed: z.coerce.number().int().min(0).max(99_999),
		/** Minutes of the meeting (biên bản), kept by `evidence`. */
		fileId: z.uuid().nullable().default(null),
	})
	.refine((meeting) => meeting.agreed <= meeting.present, {
		path: ["agreed"],
		params: {
			vi: "Số người đồng ý không thể nhiều hơn số người dự họp. Hãy kiểm tra lại hai số.",
			en: "No more people can agree than were there. Check both numbers.",
		},
	});
export type MeetingInput = z.input<typeof meetingForm>;

export const decisionForm = z.object({
	number: line(60),
	decidedOn: day,
	signer: line(120),
	/** The signed decision, scanned. */
	fileId: z.uuid().nullable().default(null),
});
export type DecisionInput = z.input<typeof decisionForm>;

/** Where people may report, safely and in confidence (Thông tư 03/2026 Đ13). "" is none. */
export const channels = z.object({
	phone: lineOrNone(60),
	box: lineOrNone(200),
	email: lineOrNone(200),
	web: lineOrNone(300),
});
export type Channels = z.infer<typeof channels>;

export const publicationForm = z
	.object({
		/** Address on the web; "" when it only hangs on the notice board. */
		onWeb: lineOrNone(300).refine((address) => address === "" || /^https?:\/\/\S+$/i.test(address), {
			params: {
				vi: "Hãy nhập địa chỉ trang đầy đủ, bắt đầu bằng https://, hoặc để trống.",
				en: "Enter the whole address, beginning with https://, or leave it empty.",
			},
		}),
		onBoard: flag,
		inClassrooms: flag,
		channels,
		effectiveOn: day,
		/** Asks everybody again although only small things changed. It never spares anybody. */
		askAgain: flag,
		/** Picture of the notice board. */
		fileId: z.uuid().nullable().default(null),
	})
	.refine((form) => form.onWeb !== "" || form.onBoard, {
		path: ["onBoard"],
		params: {
			vi: "Phải công khai trên trang thông tin điện tử hoặc tại bảng tin (Thông tư 06/2019, Điều 13): hãy ghi địa chỉ trang hoặc đánh dấu ô này.",
			en: "It has to be public on the web or on the notice board (Circular 06/2019, Article 13): enter an address or tick this box.",
		},
	})
	.refine((form) => Object.values(form.channels).some((channel) => channel !== ""), {
		path: ["channels", "phone"],
		params: {
			vi: "Hãy ghi ít nhất một kênh phản ánh (Thông tư 03/2026, Điều 13): số điện thoại, hộp thư, thư điện tử hoặc trang tiếp nhận.",
			en: "Name at least one way to report (Circular 03/2026, Article 13): a telephone, a letter box, an e-mail or a web form.",
		},
	});
export type PublicationInput = z.input<typeof publicationForm>;

export const signatureForm = z.object({
	/** As the person types it: compared with the account's name without tone marks and capitals. */
	name: line(120),
	/** Fingerprint of what the page showed. */
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type SignatureInput = z.input<typeof signatureForm>;

export const reviewForm = z.object({ reviewedOn: day, outcome: z.enum(["keep", "amend"]), note: text(2000) });
export type ReviewInput = z.input<typeof reviewForm>;

/** Filters of the office's list, as they stand in the URL; what cannot be read filters nothing. */
export const adoptionSearch = z.object({
	q: z.string().max(200).catch("").default(""),
	/** Only the recipients of this campaign. */
	campaign: z.uuid().nullable().catch(null).default(null),
	commune: z.uuid().nullable().catch(null).default(null),
	kind: z.string().max(20).nullable().catch(null).default(null),
	stage: z.enum(conductStages).nullable().catch(null).default(null),
	outdated: z.enum(["1"]).nullable().catch(null).default(null),
	after: z.string().max(600).nullable().catch(null).default(null),
});
export type AdoptionSearch = z.output<typeof adoptionSearch>;
