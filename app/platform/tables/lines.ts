/** Room for a portion of some thousand lines; one that needs more gets more. */
const ROOM = 1_500_000;

const nothing = Buffer.alloc(0);

/** Lines put one behind the other: copying what is encoded already costs a tenth of building text and encoding it again. */
export class Lines {
	#room: Buffer = nothing;
	#length = 0;

	get length(): number {
		return this.#length;
	}

	/** Forgets what came behind the first `length` bytes. */
	cut(length: number): void {
		this.#length = length;
	}

	/** Bytes as they are, or a text as UTF-8, written where it stands: only what comes again is worth bytes of its own. */
	add(more: Uint8Array | string): void {
		const most = this.#length + (typeof more === "string" ? more.length * 3 : more.length);
		if (most > this.#room.length) this.#grow(most);
		if (typeof more === "string") {
			this.#length += this.#room.write(more, this.#length);
			return;
		}
		this.#room.set(more, this.#length);
		this.#length += more.length;
	}

	/** What was put together, to be given away: it shares its memory with nothing. */
	take(): Buffer {
		const taken = this.#room.subarray(0, this.#length);
		this.#room = nothing;
		this.#length = 0;
		return taken;
	}

	/** Memory of something that was taken and is no longer needed: the next lines are put together there. */
	use(spare: Uint8Array | null | undefined): void {
		if (spare && spare.buffer.byteLength >= ROOM) this.#room = Buffer.from(spare.buffer);
	}

	#grow(wanted: number): void {
		const larger = Buffer.allocUnsafeSlow(Math.max(ROOM, wanted * 2));
		larger.set(this.#room.subarray(0, this.#length));
		this.#room = larger;
	}
}
