import {
	type Annex,
	annexLabel,
	attachedTo,
	documentNumber,
	type Letterhead,
	type Paper,
	paperWords,
	placeAndDay,
	type Signature,
} from "#app/domain/paper.ts";
import { ended, type Flow, flowsOf, heading, keptWithNext, levelled, text } from "./flows.ts";
import { enumerated, piecesOf } from "./pieces.ts";
import { capitals, estimatedEm, printable } from "./printable.ts";

/** A paper word for word as it stands on the page. DOCX and PDF are both drawn from it and so say the same. */
export type Manuscript = { title: string; author: string; parts: Part[] };

/** A run of pages with their own numbers: the paper itself, then each annex. */
export type Part = {
	landscape: boolean;
	letterhead: SetLetterhead | null;
	flows: Flow[];
	recipients: string[];
	signatures: SetSignature[];
};

export type SetLetterhead = {
	superior: string | null;
	issuer: string;
	/** Length of the line below the issuer, in em; the one below the motto is as long as the motto. */
	issuerRule: number;
	nation: string;
	motto: string;
	mottoRule: number;
	number: string;
	/** Abstract of a công văn. */
	about: string | null;
	place: string;
};

export type SetSignature = { capacity: string[]; note: string | null; name: string };

/** Length of a line of text in millimetres: A4 without margins of 30 and 15. */
const LINE_MM = { portrait: 165, landscape: 252 };

/** Everything that the rules add to what a paper says: numbers, capitals, points, dashes, closing signs. */
export function manuscriptOf(paper: Paper): Manuscript {
	const { subject, annexes = [] } = paper;
	const abstract = printable(subject.abstract);
	const title = subject.form === "titled" ? `${printable(subject.kind)}: ${abstract}` : abstract;
	const parts = annexes.map((annex, at) => annexPart(paper, annex, labelOf(annexes, at)));
	return { title, author: printable(paper.letterhead.issuer), parts: [mainPart(paper, abstract), ...parts] };
}

function mainPart(paper: Paper, abstract: string): Part {
	const { subject, letterhead, authority, bases = [], enacting, addressees = [] } = paper;
	const front: Flow[] = subject.form === "titled" ? titled(subject.kind, abstract, null) : [];
	if (authority) front.push(power(authority));
	front.push(...enumerated(bases).map((basis) => text("basis", piecesOf(basis, { italic: true }))));
	if (enacting) front.push(power(`${printable(enacting)}:`));
	if (addressees.length > 0) front.push({ kind: "addressees", names: addressed(addressees) });
	const about = subject.form === "letter" ? `V/v ${abstract}` : null;
	const flows = [...front, ...ended(flowsOf(paper.body, LINE_MM.portrait))];
	return part(false, letterheadOf(letterhead, about), flows, paper.signatures, paper.recipients);
}

function annexPart(paper: Paper, annex: Annex, label: string): Part {
	const landscape = annex.landscape ?? false;
	const attached = text("attached", piecesOf(`(${attachedTo(paper)})`, { italic: true }));
	const body = flowsOf(annex.body, landscape ? LINE_MM.landscape : LINE_MM.portrait);
	if (annex.kind === null) {
		const head = heading("annex", 1, label, capitals(annex.title));
		return part(landscape, null, [head, attached, ...body], annex.signatures);
	}
	const flows = [...titled(annex.kind, printable(annex.title), attached), ...ended(body)];
	return part(landscape, letterheadOf(paper.letterhead, null), flows, annex.signatures);
}

function part(
	landscape: boolean,
	letterhead: SetLetterhead | null,
	flows: Flow[],
	signatures: readonly Signature[] = [],
	recipients: readonly string[] = [],
): Part {
	return {
		landscape,
		letterhead,
		flows: levelled(signatures.length > 0 ? keptWithNext(flows) : flows),
		recipients: enumerated(recipients).map((line) => `- ${line}`),
		signatures: signatures.map(({ capacity, note, name }) => ({
			capacity: capacity.map(capitals),
			note: note ? printable(note) : null,
			name: printable(name),
		})),
	};
}

/** What is put into force under a name of its own is not counted among the numbered annexes. */
function labelOf(annexes: readonly Annex[], at: number): string {
	const numberedBefore = annexes.slice(0, at).filter(({ kind }) => kind === null).length;
	return annexLabel(numberedBefore, annexes.filter(({ kind }) => kind === null).length);
}

function titled(kind: string, abstract: string, attached: Flow | null): Flow[] {
	const head = heading("title", 1, capitals(kind), abstract);
	const rule: Flow = { kind: "rule", em: ruleUnder(abstract, 33) };
	return attached === null ? [head, rule] : [head, attached, rule];
}

/** A line between a third and a half of the text above it, which fills no more than `most` em of a line. */
function ruleUnder(line: string, most: number): number {
	return 0.4 * Math.min(estimatedEm(line), most);
}

function power(line: string): Flow {
	return text("power", piecesOf(capitals(line), { bold: true }));
}

function letterheadOf(letterhead: Letterhead, about: string | null): SetLetterhead {
	const issuer = capitals(letterhead.issuer);
	return {
		superior: letterhead.superior === null ? null : capitals(letterhead.superior),
		issuer,
		issuerRule: ruleUnder(issuer, 17),
		nation: paperWords.nation,
		motto: paperWords.motto,
		mottoRule: 12.22,
		number: letterhead.sign === "" ? "" : `Số: ${printable(documentNumber(letterhead))}`,
		about,
		place: printable(placeAndDay(letterhead)),
	};
}

/** One stands on the line of *Kính gửi*; several get a dash each. */
function addressed(names: readonly string[]): string[] {
	return names.length === 1 ? names.map(printable) : enumerated(names).map((name) => `- ${name}`);
}
