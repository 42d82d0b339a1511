import { z } from "zod";
import { cleanText } from "../text.ts";
import { free, issueInput, line, lines } from "./schema.ts";

/** A reminder goes to all schools that are late, the notice of a result to one school. */
export const letterKinds = ["reminder", "result"] as const;
export type LetterKind = (typeof letterKinds)[number];

export type LetterHead = { superior: string; issuer: string; sign: string; place: string; recipients: string[] };

/** What people may write of a letter; what the figures say stands between opening and closing. */
export type LetterContent = { head: LetterHead; abstract: string; opening: string; closing: string };

export const letterFiles = ["docx", "pdf"] as const;
export type LetterFile = (typeof letterFiles)[number];

const text = z.string().transform(cleanText).pipe(z.string().max(8_000));

export const letterInput = z.object({
	revision: z.coerce.number().int(),
	superior: free(200),
	issuer: line(200),
	sign: line(40),
	place: line(80),
	abstract: line(400),
	opening: text.pipe(z.string().min(1)),
	closing: text,
	recipients: lines(30),
});
export type LetterInput = z.input<typeof letterInput>;

const signing = issueInput.omit({ changeNote: true });

/** `listed` is the mark of the list that the page showed: what is signed is what was seen. */
export const reminderIssue = signing.extend({ listed: z.string().max(64) });
export type ReminderIssue = z.input<typeof reminderIssue>;

/** `number` is that of the first notice; the others follow. With `returnId` one school's notice alone. */
export const noticeIssue = signing.extend({ returnId: z.string().max(60).default("") });
export type NoticeIssue = z.input<typeof noticeIssue>;

/** A school that is late with its return. */
export type LateSchool = {
	schoolId: string;
	returnId: string;
	code: string;
	name: string;
	commune: string;
	dueOn: string;
	daysLate: number;
};

/** A criterion that a school does not meet, and what it will do about it. */
export type Unmet = {
	item: string;
	row: string;
	mandatory: boolean;
	knockout: boolean;
	remark: string;
	measure: string;
	owner: string;
	dueOn: string | null;
	/** What is asked of the superior; "" for nothing. */
	request: string;
};

/** A school whose accepted return has not been answered with a notice yet. */
export type NoticeFacts = {
	schoolId: string;
	returnId: string;
	round: number;
	code: string;
	name: string;
	kind: string;
	dueOn: string;
	submittedAt: string;
	reviewedAt: string;
	remark: string;
	verdict: string;
	met: number;
	counted: number;
	percentTenths: number | null;
	/** `forms/verdict-schema.ts#VerdictReason[]` as JSON. */
	reasons: string | null;
	unmet: Unmet[];
	/** What rows of rosters are called, by `answerKey(roster, row)`. */
	rowTitles: Record<string, string>;
};

/** What a printed return says, whoever prints it. */
export type SlipPlace = { schoolId: string; returnId: string; round: number };

/** What anybody is told about a code. */
export type Verified = {
	code: string;
	school: string;
	campaign: string;
	sentAt: string;
	/** Null where the form judges nobody. */
	verdict: "met" | "not_met" | "provisional" | "none" | null;
	sha256: string;
	/** Whether the answers kept still have that fingerprint. */
	intact: boolean;
	/** The school has sent again since. */
	replaced: boolean;
};
