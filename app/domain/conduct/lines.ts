/** A version as pages are given it. */
import { codeToRead } from "./rules.ts";
import type { Channels, ReadableCode, SchoolContent, VersionState } from "./schema.ts";
import type { LoadedVersion } from "./versions.ts";

export type VersionLine = {
	id: string;
	number: number;
	state: VersionState;
	sha256: string | null;
	/** Everybody was or will be asked again; false: only small things changed. */
	material: boolean;
	changeNote: string;
	decision: { number: string; decidedOn: string; signer: string; fileId: string | null } | null;
	publication: Publication | null;
	createdAt: string;
	updatedAt: string;
};

export type Publication = {
	publishedOn: string;
	effectiveOn: string;
	/** "" when it only hangs on the notice board. */
	onWeb: string;
	onBoard: boolean;
	inClassrooms: boolean;
	channels: Channels;
	fileId: string | null;
};

/** A version with its text: `content` to work on, `code` to read. */
export type VersionPage = VersionLine & { revision: number; content: SchoolContent; code: ReadableCode };

export function versionLine(row: Omit<LoadedVersion, "content">): VersionLine {
	const { decision_number: number, decided_on: decidedOn, published_on: publishedOn } = row;
	return {
		id: row.id,
		number: row.number,
		state: row.state,
		sha256: row.sha256,
		material: row.material === 1,
		changeNote: row.change_note,
		decision:
			number !== null && decidedOn !== null
				? { number, decidedOn, signer: row.signer ?? "", fileId: row.decision_file_id }
				: null,
		publication:
			publishedOn === null
				? null
				: {
						publishedOn,
						effectiveOn: row.effective_on ?? publishedOn,
						onWeb: row.on_web,
						onBoard: row.on_board === 1,
						inClassrooms: row.in_classrooms === 1,
						channels: channelsOf(row.channels),
						fileId: row.publication_file_id,
					},
		createdAt: row.created_at,
		updatedAt: row.updated_at,
	};
}

export function versionPage(row: LoadedVersion): VersionPage {
	return { ...versionLine(row), revision: row.revision, content: row.content, code: codeToRead(row.content) };
}

/** Channels as stored; none before a version was published. */
export function channelsOf(stored: string | null): Channels {
	return stored === null ? { phone: "", box: "", email: "", web: "" } : (JSON.parse(stored) as Channels);
}

/** The channels in one line, as a return and annex IV show them; "" is none. */
export function channelLine({ phone, email, web, box }: Channels): string {
	return [phone, email, web, box].filter(Boolean).join("; ");
}
