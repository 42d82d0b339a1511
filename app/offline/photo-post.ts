import type { ProblemBody } from "#app/domain/problem.ts";
import type { KeptPhoto } from "./photo-store.ts";

export type PhotoAnswered =
	| { kind: "done" }
	/** The server looked at it and does not take it. */
	| { kind: "refused"; problem: ProblemBody }
	| { kind: "signed_out" }
	| { kind: "unreachable" };

export type PhotoPost = {
	send(returnId: string, photo: KeptPhoto): Promise<PhotoAnswered>;
	remove(returnId: string, id: string): Promise<PhotoAnswered>;
};

/** 300 kB at 3 kB/s: what takes longer is not moving. */
const PATIENCE_MS = 100_000;

async function post(returnId: string, query: Record<string, string>, body: Blob | null): Promise<PhotoAnswered> {
	try {
		const response = await fetch(`/school/returns/${returnId}/photos?${new URLSearchParams(query)}`, {
			method: "POST",
			headers: { Accept: "application/json", ...(body && { "Content-Type": "image/jpeg" }) },
			body,
			redirect: "manual",
			signal: AbortSignal.timeout(PATIENCE_MS),
		});
		if (response.ok) return { kind: "done" };
		if (response.type === "opaqueredirect" || response.status === 401) return { kind: "signed_out" };
		if (response.status === 429 || response.status >= 500) return { kind: "unreachable" };
		const { problem } = (await response.json()) as { problem: ProblemBody };
		return { kind: "refused", problem };
	} catch {
		return { kind: "unreachable" };
	}
}

/** One photograph a request. */
export const photosToServer: PhotoPost = {
	send: (returnId, { id, item, row, takenAt, blob }) => post(returnId, { id, item, row, takenAt }, blob),
	remove: (returnId, id) => post(returnId, { remove: id }, null),
};
