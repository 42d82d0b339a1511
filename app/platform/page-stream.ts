import { Transform } from "node:stream";

/** A page goes on in pieces of this size: each of React's own 2 kB would pay the way through every stream behind it. */
const PIECE = 65_536;

/**
 * The way of a drawn page out: React's small buffers are put together to larger ones, and null bytes are taken out. React 18 fills a buffer of 2 kB,
 * and where a letter of several bytes does not fit its end it sends the buffer whole, with one or two null bytes for what is left
 * (react#24985, mended in 19). In an attribute a browser shows them as "�", and a field that is sent back carries them into the
 * answer. No page has a null byte of its own.
 */
export class PageStream extends Transform {
	#waiting: Uint8Array[] = [];
	#size = 0;

	override _transform(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
		this.#waiting.push(chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
		this.#size += chunk.length;
		if (this.#size >= PIECE) this.flush();
		done();
	}

	/** React calls this when it has written all that there is to show for now. */
	flush(): void {
		if (this.#size === 0) return;
		this.push(Buffer.concat(this.#waiting));
		this.#waiting = [];
		this.#size = 0;
	}

	override _flush(done: () => void): void {
		this.flush();
		done();
	}
}
