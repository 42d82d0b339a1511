import { v7 } from "uuid";

/** A new identifier: UUIDv7 text, in the order of making. Whoever creates the row makes it, the phone included. */
export function newId(): string {
	return v7();
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether text can be an identifier at all: a URL with rubbish in it is answered 404 without asking the database. */
export function isId(text: string | undefined): text is string {
	return text !== undefined && shape.test(text);
}
