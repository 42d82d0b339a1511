/**
 * An official paper as what it says, laid out by nobody yet: `platform/papers` turns it into DOCX and PDF in the layout of Nghị định
 * 30/2020/NĐ-CP, Phụ lục I. Plain data, so that a worker can be handed it. Names stand as one writes them in a sentence
 * ("Trường Mầm non Giao An"); capitals, final points and dashes that the rules ask for are set by the writers.
 */
export type Paper = {
	letterhead: Letterhead;
	subject: Subject;
	/** Who has the power to decide, above the bases of a decision: "Hiệu trưởng Trường Mầm non Giao An". */
	authority?: string;
	/** *Căn cứ …*, each without its semicolon. */
	bases?: readonly string[];
	/** What stands between the bases and the text of a decision: "Quyết định". */
	enacting?: string;
	/** *Kính gửi*: a công văn, a tờ trình, a report to those above; nobody else has it. */
	addressees?: readonly string[];
	body: readonly Block[];
	/** *Nơi nhận*, without dashes: "Như Điều 3", "Lưu: VT". */
	recipients?: readonly string[];
	/** One, or two side by side (minutes, receipts). */
	signatures?: readonly Signature[];
	annexes?: readonly Annex[];
};

export type Letterhead = {
	/** The body above, not bold; null when there is none. */
	superior: string | null;
	/** The body whose paper it is. */
	issuer: string;
	/** The running number of the year; null until the clerk has given one. */
	number: number | null;
	/** What follows the slash: "QĐ-MNGA", "BC-PGDĐT"; "" for what is in no register and so bears no number (a receipt). */
	sign: string;
	place: string;
	/** `2026-11-23`; `2026` leaves day and month blank for the clerk. */
	day: string;
};

/** A paper has the name of its kind ("Quyết định", "Báo cáo"), except a công văn, whose abstract stands under its number. */
export type Subject = { form: "titled"; kind: string; abstract: string } | { form: "letter"; abstract: string };

/** A stretch of text that stands out. */
export type Run = { text: string; bold?: boolean; italic?: boolean };

/** A text on one or more lines (`\n`), of which parts may stand out. */
export type Text = string | readonly (string | Run)[];

export type Block =
	/** "Chương I" above its title; "Phần thứ nhất" and "Mục 1" likewise. */
	| { kind: "part" | "chapter" | "section"; label: string; title: string }
	/** "Điều 1" and its title in bold, with its clauses in the blocks that follow. */
	| { kind: "article"; label: string; title: string }
	/** "Điều 1" in bold, and its text on the same line: the articles of a decision. */
	| { kind: "provision"; label: string; text: Text }
	/** Of a text without articles: 1 is "I. Kết quả", 2 is "1. Về cơ sở vật chất", 3 is "a) Phòng học". */
	| { kind: "heading"; level: 1 | 2 | 3; text: string }
	/** Justified with the first line indented, unless it is aligned otherwise. */
	| { kind: "paragraph"; text: Text; align?: Align }
	| ({ kind: "list" } & List)
	| Table
	/** Photographs, two beside each other, each with its caption below. */
	| { kind: "images"; images: readonly Picture[] }
	/** A QR code, and lines that stand beside it. */
	| { kind: "qr"; url: string; lines: readonly Text[] }
	| { kind: "pageBreak" };

/** A JPEG as it is drawn: upright, `width` by `height` pixels. The caption is what a screen reader says of it, too. */
export type Picture = { jpeg: Uint8Array; width: number; height: number; caption: string };

export type Align = "left" | "center" | "right";

/** Clauses "1.", points "a)" in the order of the Vietnamese alphabet, or dashes. */
export type List = { marker: "number" | "letter" | "dash"; items: readonly ListItem[] };

export type ListItem = Text | { text: Text; list: List };

export type Table = {
	kind: "table";
	columns: readonly Column[];
	/** Rows that are repeated at the top of every page. */
	head: readonly (readonly Cell[])[];
	rows: readonly (readonly Cell[])[];
};

/** `width` is a share: columns of 1 and 3 take a quarter and three quarters of the line. */
export type Column = { width: number; align?: Align };

/** A cell that reaches over several columns or rows says so; the cells that it covers are left out, as in HTML. */
export type Cell = Text | { text: Text; columns?: number; rows?: number; align?: Align };

/** Each capacity on its line: "TM. Ủy ban nhân dân", "Chủ tịch". The name without academic titles. */
export type Signature = {
	capacity: readonly string[];
	/** Under the capacity in italics: "Ký, ghi rõ họ tên", or how it was confirmed. */
	note?: string;
	name: string;
};

/** What comes with the paper, on its own pages with its own page numbers. */
export type Annex = {
	/**
	 * "Bộ quy tắc ứng xử" for a text that the paper puts into force, which then stands under its own letterhead and is signed; null for
	 * a Phụ lục, which is numbered when there are several.
	 */
	kind: string | null;
	title: string;
	landscape?: boolean;
	body: readonly Block[];
	signatures?: readonly Signature[];
};

/**
 * What hangs on the wall: a code of conduct in few words. Everything is in two columns, what one should do and what one must not.
 */
export type Poster = {
	size: "A3" | "A4";
	/** Above the school: the body it belongs to. */
	superior: string | null;
	school: string;
	title: string;
	/** A line below the title, for instance the five values. */
	motto?: string;
	groups: readonly PosterGroup[];
	/** Where the whole text can be read, as a QR code and in letters. */
	url: string;
	/** How to tell the school: "Hộp thư góp ý tại cổng trường; 0228 3895 123". */
	feedback: string;
	/** "Ban hành kèm theo Quyết định số 05/QĐ-MNGA ngày 04 tháng 9 năm 2026". */
	decision: string;
};

export type PosterGroup = { name: string; should: readonly string[]; never: readonly string[] };

/** The gap that a clerk fills by hand; spaces that hold, so that no line ends in it. */
const GAP = "\u00a0".repeat(6);

/** `05/QĐ-MNGA`: a number below ten has a leading 0; without a number a gap is left. */
export function documentNumber({ number, sign }: Pick<Letterhead, "number" | "sign">): string {
	return `${number === null ? GAP : String(number).padStart(2, "0")}/${sign}`;
}

/** `ngày 04 tháng 9 năm 2026`: days below ten and the months 1 and 2 have a leading 0, the months 3 to 9 have none. */
export function wordedDay(day: string): string {
	const [year = "", month, date] = day.split("-");
	if (!month || !date) return `ngày${GAP}tháng${GAP}năm ${year}`;
	const number = Number(month);
	return `ngày ${date.padStart(2, "0")} tháng ${number <= 2 ? `0${number}` : number} năm ${year}`;
}

/** What official papers say in the same words, whatever the language of the page around them. */
export const paperWords = {
	nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
	motto: "Độc lập - Tự do - Hạnh phúc",
	number: "Số:",
	report: "BÁO CÁO",
	to: "Kính gửi:",
	recipients: "Nơi nhận:",
} as const;

/** `Giao Thủy, ngày 04 tháng 11 năm 2019`. */
export function placeAndDay({ place, day }: Pick<Letterhead, "place" | "day">): string {
	return `${place}, ${wordedDay(day)}`;
}

/** `Kèm theo Quyết định số 05/QĐ-MNGA ngày 04 tháng 11 năm 2026 của Hiệu trưởng Trường Mầm non Giao An`. */
export function attachedTo({ letterhead, subject, authority }: Paper): string {
	const kind = subject.form === "titled" ? subject.kind : "Công văn";
	const number = letterhead.sign === "" ? "" : ` số ${documentNumber(letterhead)}`;
	return `Kèm theo ${kind}${number} ${wordedDay(letterhead.day)} của ${authority ?? letterhead.issuer}`;
}

/** `Phụ lục` when it is the only one, otherwise `Phụ lục II`. */
export function annexLabel(at: number, count: number): string {
	return count < 2 ? "Phụ lục" : `Phụ lục ${roman(at + 1)}`;
}

/** `XIV` of 14. */
export function roman(number: number): string {
	const signs = [
		["C", 100],
		["XC", 90],
		["L", 50],
		["XL", 40],
		["X", 10],
		["IX", 9],
		["V", 5],
		["IV", 4],
		["I", 1],
	] as const;
	let left = number;
	return signs
		.map(([sign, worth]) => {
			const times = Math.floor(left / worth);
			left -= times * worth;
			return sign.repeat(times);
		})
		.join("");
}

const letters = [..."abcdđeghiklmnopqrstuvxy"];

/** What stands before an item: `1.`, `a)`, `đ)`, `-`. After `y)` comes `aa)`. */
export function itemMark(marker: List["marker"], at: number): string {
	if (marker === "dash") return "-";
	if (marker === "number") return `${at + 1}.`;
	const letter = letters[at % letters.length] ?? "";
	return `${letter.repeat(1 + Math.floor(at / letters.length))})`;
}
