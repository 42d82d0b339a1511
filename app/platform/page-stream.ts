import { Transform } from "node:stream";

/**
 * Takes the null bytes out of a page that React draws. React 18 fills a buffer of 2 kB, and where a letter of several bytes does not
 * fit its end it sends the buffer whole, with one or two null bytes for what is left (react#24985, mended in 19). In an attribute a
 * browser shows them as "�", and a field that is sent back carries them into the answer. No page has a null byte of its own.
 */
export function withoutNulls(): Transform {
	return new Transform({
		transform(chunk: Buffer, _encoding, done) {
			done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
		},
	});
}
