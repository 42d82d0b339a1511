import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ProblemBody } from "#app/domain/problem.ts";
import type { PhotoAnswered } from "./photo-post.ts";
import { openPhotoQueue } from "./photo-queue.ts";
import type { KeptPhoto } from "./photo-store.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

const place = { item: "A.1", row: "" };
const picture = (name: string) =>
	new File([name], `${name}.jpg`, { type: "image/jpeg", lastModified: 1_700_000_000_000 });
const broken: ProblemBody = { code: "photo_broken", details: {} };
const closed: ProblemBody = { code: "return_closed", details: { why: "submitted" } };
const unreachable: PhotoAnswered = { kind: "unreachable" };

/** A device with its store, and a server that answers as it is told; `done` when nobody told it. */
function device({ full = false } = {}) {
	const held = new Map<string, KeptPhoto>();
	const log: string[] = [];
	const answers: PhotoAnswered[] = [];
	let atOnce = 0;
	let most = 0;
	const answer = async (what: string): Promise<PhotoAnswered> => {
		log.push(what);
		atOnce += 1;
		most = Math.max(most, atOnce);
		await Promise.resolve();
		atOnce -= 1;
		return answers.shift() ?? { kind: "done" };
	};
	const open = () =>
		openPhotoQueue({
			returnId: "r",
			key: "k",
			store: {
				read: async () => [...held.values()],
				put: async (_key, photo) => {
					if (!full) held.set(photo.id, photo);
					return !full;
				},
				drop: async (id) => void held.delete(id),
			},
			post: {
				send: async (_returnId, { blob }) => answer(`send ${await blob.text()}`),
				remove: (_returnId, id) => answer(`remove ${id}`),
			},
			shrink: async (file) =>
				(await file.text()) === "bad" ? { ok: false, problem: broken } : { ok: true, blob: new Blob([file]) },
			before: async () => void log.push("answers"),
		});
	return { held, log, answers, open, most: () => most };
}

const states = (queue: ReturnType<ReturnType<typeof device>["open"]>) => queue.view().photos.map(({ state }) => state);

test("pictures are kept, then sent one at a time behind the answers, and let go when they have arrived", async () => {
	const { held, log, open, most } = device();
	const queue = open();
	await queue.add([picture("a"), picture("b"), picture("c")], place);
	await queue.flush();
	expect(log[0]).toBe("answers");
	expect(log.filter((line) => line.startsWith("send"))).toEqual(["send a", "send b", "send c"]);
	expect(most()).toBe(1);
	expect(states(queue)).toEqual(["sent", "sent", "sent"]);
	expect(queue.view().waiting).toBe(0);
	expect(held.size).toBe(0);
});

test("without a network nothing is lost: again after a while, and by the next page", async () => {
	const { held, log, answers, open } = device();
	const queue = open();
	answers.push(unreachable, unreachable);
	await queue.add([picture("a")], place);
	await queue.flush();
	expect(queue.view()).toMatchObject({ unreachable: true, waiting: 1 });
	expect([...held.values()]).toMatchObject([{ ...place, takenAt: "2023-11-14T22:13:20.000Z" }]);
	await vi.advanceTimersByTimeAsync(2_000);
	expect(states(queue)).toEqual(["waiting"]);

	// The tab is killed: what is in the store is found again, and counts once by its id.
	const ids = queue.view().photos.map(({ id }) => id);
	const next = open();
	await next.flush();
	expect(next.view().photos).toMatchObject([{ id: ids[0], state: "sent" }]);
	expect(log.filter((line) => line === "send a")).toHaveLength(3);
	expect(held.size).toBe(0);
});

test("one that is refused says why and holds up no other; a session that ended keeps them all", async () => {
	const { held, answers, open } = device();
	const queue = open();
	answers.push({ kind: "refused", problem: closed }, { kind: "done" }, { kind: "signed_out" });
	await queue.add([picture("a"), picture("b"), picture("c")], place);
	await queue.flush();
	expect(states(queue)).toEqual(["refused", "sent", "waiting"]);
	expect(queue.view()).toMatchObject({ signedOut: true, waiting: 1, photos: [{ problem: closed }, {}, {}] });
	expect(held.size).toBe(2);
});

test("what no browser can read is refused on the device, without a word to the server", async () => {
	const { log, open } = device();
	const queue = open();
	await queue.add([picture("bad"), picture("a")], place);
	await queue.flush();
	expect(queue.view().photos).toMatchObject([{ state: "refused", problem: broken }, { state: "sent" }]);
	expect(log.filter((line) => line.startsWith("send"))).toEqual(["send a"]);
});

test("a device without room says that they are not safe, and sends them all the same", async () => {
	const { answers, open } = device({ full: true });
	const queue = open();
	answers.push(unreachable);
	await queue.add([picture("a")], place);
	await queue.flush();
	expect(queue.view().photos).toMatchObject([{ state: "waiting", kept: false }]);
	await vi.advanceTimersByTimeAsync(2_000);
	expect(states(queue)).toEqual(["sent"]);
});

test("taking out: of the device alone while the server has not heard of it, else of the server", async () => {
	const { held, log, answers, open } = device();
	const queue = open();
	// The first is tried and may have arrived; the second never left.
	answers.push(unreachable, unreachable, unreachable);
	await queue.add([picture("a"), picture("b")], place);
	await queue.flush();
	const [a, b] = queue.view().photos.map(({ id }) => id);
	await queue.remove(b ?? "");
	expect(log.some((line) => line.startsWith("remove"))).toBe(false);
	answers.splice(0, answers.length, unreachable);
	await queue.remove(a ?? "");
	expect(queue.view()).toMatchObject({ notRemoved: a, photos: [{ id: a }] });
	answers.splice(0, answers.length, { kind: "refused", problem: { code: "not_found", details: {} } });
	await queue.remove(a ?? "");
	expect(queue.view()).toMatchObject({ notRemoved: null, photos: [] });
	expect(held.size).toBe(0);
	// One that an earlier visit sent.
	await queue.remove("elsewhere");
	expect(log.at(-1)).toBe("remove elsewhere");
	expect([...queue.view().removed].sort()).toEqual([a, b, "elsewhere"].sort());
});

test("a picture that is being taken out is not sent meanwhile, and goes out again where that did not get through", async () => {
	const { held, log, answers, open } = device();
	const queue = open();
	answers.push(unreachable, unreachable);
	await queue.add([picture("a")], place);
	await queue.flush();
	const id = queue.view().photos[0]?.id ?? "";
	answers.push(unreachable);
	const removing = queue.remove(id);
	await queue.flush();
	await removing;
	expect(queue.view()).toMatchObject({ notRemoved: id, waiting: 1 });
	expect(log.at(-1)).toBe(`remove ${id}`);
	await vi.advanceTimersByTimeAsync(60_000);
	expect(states(queue)).toEqual(["sent"]);
	expect(held.size).toBe(0);
});

test("a picture taken out while it is made small, or put away, is not left on the device", async () => {
	const { held, log, open } = device();
	const queue = open();
	for (const steps of [0, 1, 2, 3, 4, 5]) {
		const adding = queue.add([picture("a")], place);
		for (let step = 0; step < steps; step += 1) await Promise.resolve();
		const [photo] = queue.view().photos;
		if (photo?.state === "preparing") await queue.remove(photo.id);
		await adding;
	}
	await queue.flush();
	expect(held.size).toBe(0);
	expect(queue.view().waiting).toBe(0);
	expect(log.filter((line) => line.startsWith("remove"))).toEqual([]);
});

test("addresses of pictures on the device are let go: once the page has them from the server, and when they are taken out", async () => {
	const made = vi.spyOn(URL, "createObjectURL");
	const gone = vi.spyOn(URL, "revokeObjectURL");
	const { open } = device();
	const queue = open();
	await queue.add([picture("a"), picture("b")], place);
	await queue.flush();
	const [a, b] = queue.view().photos;
	queue.settle(new Set([a?.id ?? "", "elsewhere"]));
	expect(queue.view().photos.map(({ id }) => id)).toEqual([b?.id]);
	expect(gone.mock.calls).toEqual([[a?.url]]);
	await queue.remove(b?.id ?? "");
	expect(made).toHaveBeenCalledTimes(2);
	expect(gone.mock.calls).toEqual([[a?.url], [b?.url]]);
});
