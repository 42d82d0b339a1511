import { z } from "zod";
import { cleanLine, cleanText } from "../text.ts";

/** Parts of a report to the issuer of a letter, in their order (facts §9.3). */
export const partKeys = [
	"opening",
	"steering",
	"results",
	"strengths",
	"weaknesses",
	"causes",
	"next",
	"requests",
] as const;
export type PartKey = (typeof partKeys)[number];

/** One stretch of a report that is written and saved by itself. Lines are paragraphs; those that begin with `- ` a list. */
export type ReportBlock = {
	id: string;
	part: PartKey;
	/** Task of the letter that it tells of; null elsewhere. */
	task: { id: string; number: string } | null;
	/** Heading of its own within the part; "" has none. */
	heading: string;
	/** Figures stand as `{{d1.da-nop}}`. */
	text: string;
	/** As it was drafted from the figures; "" where people write. */
	drafted: string;
	/** Grows with every saving. */
	revision: number;
};

/** What a version says, apart from its figures. */
export type Content = {
	letter: { number: string; issuedOn: string; issuer: string; abstract: string };
	head: ReportHead;
	/** Grows when the head or the period is saved; 0 where it is not there. */
	headRevision?: number;
	/** Campaigns whose figures may stand in the text, each with the short name that its figures carry. */
	campaigns: { id: string; alias: string }[];
	blocks: ReportBlock[];
};

/** A block as it is kept, for a page that wrote on top of an older one. */
export type StoredBlock = Pick<ReportBlock, "text" | "revision">;

/** A block that was written; or, when somebody else was faster, what stands there. */
export type BlockSaved = { saved: StoredBlock } | { conflict: StoredBlock };

export type ReportHead = {
	superior: string;
	issuer: string;
	sign: string;
	place: string;
	abstract: string;
	addressees: string[];
	recipients: string[];
};

/** What a figure counts; its words stand in `i18n/reports.ts`. */
export const figureNames = [
	"recipients",
	"reported",
	"missing",
	"reportingRate",
	"onTime",
	"late",
	"met",
	"notMet",
	"provisional",
	"metRate",
	"unmetOf",
	"appliesTo",
	"openFindings",
	"overdueFindings",
	"petitions",
	"schools",
	"published",
	"publishedRate",
	"adopting",
	"notBegun",
	"staffAsked",
	"staffSigned",
	"signedRate",
	"total",
	"known",
	"before",
	"change",
	"annex",
	"campaigns",
	"figuresOn",
	"afterPeriod",
] as const;
export type FigureName = (typeof figureNames)[number];

/** A figure that a text may link to. `text` is how it stands in Vietnamese: `1.234`, `81,5%`. */
export type Figure = {
	key: string;
	name: FigureName;
	/** Of which campaign, criterion or column. */
	subject: string;
	text: string;
	value: number | null;
};

/** Values as drafted or last accepted, by key. */
export type KeptFigures = Record<string, { text: string; value: number | null }>;

/** A figure that is not any more what stands in the text. */
export type MovedFigure = { key: string; was: string; now: string };

/** Ready files of an issued version. */
export const reportFiles = ["docx", "pdf", "xlsx"] as const;
export type ReportFile = (typeof reportFiles)[number];
export type KeptFile = { id: string; sha256: string };

export const line = (max: number) => z.string().transform(cleanLine).pipe(z.string().min(1).max(max));
export const free = (max: number) => z.string().default("").transform(cleanLine).pipe(z.string().max(max));

/** One name a line, without the dashes that a person may have typed. */
export const lines = (most: number) =>
	z
		.string()
		.transform((text) =>
			cleanText(text)
				.split("\n")
				.map((one) =>
					cleanLine(one)
						.replace(/^[-–]\s*/, "")
						.replace(/[;.]$/, ""),
				)
				.filter((one) => one !== ""),
		)
		.pipe(z.array(z.string().max(300)).max(most));

/** A new report: on which letter, over which days. */
export const newReport = z.object({
	directiveId: z.string().min(1),
	periodFrom: z.iso.date(),
	periodTo: z.iso.date(),
});
export type NewReport = z.input<typeof newReport>;

export const headInput = z.object({
	periodFrom: z.iso.date(),
	periodTo: z.iso.date(),
	superior: free(200),
	issuer: line(200),
	sign: line(40),
	place: line(80),
	abstract: line(600),
	addressees: lines(20).pipe(z.array(z.string()).min(1)),
	recipients: lines(30),
	/** Of the head that the page showed. */
	revision: z.coerce.number().int(),
});
export type HeadInput = z.input<typeof headInput>;

/** A text as somebody wrote it, on top of the revision that the page showed. */
export const blockInput = z.object({
	blockId: z.string().max(80),
	base: z.coerce.number().int(),
	text: z.string().transform(cleanText).pipe(z.string().max(20_000)),
});
export type BlockInput = z.input<typeof blockInput>;

export const issueInput = z.object({
	number: z.coerce.number().int().min(1).max(99_999),
	issuedOn: z.iso.date(),
	/** A line each: `KT. Trưởng phòng`, `Phó Trưởng phòng`. */
	capacity: lines(4).pipe(z.array(z.string()).min(1)),
	signer: line(120),
	changeNote: z.string().default("").transform(cleanText).pipe(z.string().max(2_000)),
});
export type IssueInput = z.input<typeof issueInput>;
