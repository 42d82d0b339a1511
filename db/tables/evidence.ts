/** Uploaded files; the bytes are in the file store under `key`. */
export type FileTable = {
	id: string;
	/** Unit the file belongs to; reading it is granted by the room that links to it. */
	unit_id: string;
	key: string;
	name: string;
	media_type: string;
	bytes: number;
	sha256: string;
	created_by: string;
	created_at: string;
};

/** A photograph that shows an answer: told by the device, looked at and written anew by the server. */
export type AnswerPhotoTable = {
	school_id: string;
	/** UUIDv7 made by the device. */
	id: string;
	return_id: string;
	item: string;
	/** Stable id of the roster row; "" outside rosters. */
	row: string;
	/** In the file store: `key` and `key-thumb`. */
	key: string;
	/** Of the bytes as they came: the same id with other bytes is refused. */
	source_sha256: string;
	/** Of the picture that is kept. */
	sha256: string;
	width: number;
	height: number;
	bytes: number;
	/** The device's clock, UTC. Told, never trusted. */
	taken_at: string | null;
	received_at: string;
	added_by: string;
	/** The latest round that it was sent with; null while it never was. */
	sent_round: number | null;
	/** Taken out by the school: shown no more, and destroyed unless a sending holds it. */
	removed_at: string | null;
	removed_by: string | null;
};
