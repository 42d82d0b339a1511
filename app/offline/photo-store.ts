import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** A photograph that has not reached the server. */
export type KeptPhoto = { id: string; item: string; row: string; takenAt: string; blob: Blob };

/** Where photographs wait; `key` names return and person, since devices are shared. */
export type PhotoStore = {
	read(key: string): Promise<KeptPhoto[]>;
	/** Whether it is safe there now. */
	put(key: string, photo: KeptPhoto): Promise<boolean>;
	drop(id: string): Promise<void>;
};

interface Shape extends DBSchema {
	photo: { key: string; value: KeptPhoto & { key: string }; indexes: { key: string } };
}

let opened: Promise<IDBPDatabase<Shape>> | undefined;

function open(): Promise<IDBPDatabase<Shape>> {
	opened ??= openDB<Shape>("photos", 1, {
		upgrade(db) {
			db.createObjectStore("photo", { keyPath: "id" }).createIndex("key", "key");
		},
	});
	return opened;
}

/** The browser's own database; where it is switched off or full, photographs live as long as the page. */
export const browserPhotos: PhotoStore = {
	async read(key) {
		try {
			return await (await open()).getAllFromIndex("photo", "key", key);
		} catch {
			return [];
		}
	},
	async put(key, photo) {
		try {
			await (await open()).put("photo", { ...photo, key });
			// Asked for once there is something to lose: browsers clear away what nobody asked them to keep.
			void navigator.storage?.persist?.().catch(() => undefined);
			return true;
		} catch {
			return false;
		}
	},
	async drop(id) {
		try {
			await (await open()).delete("photo", id);
		} catch {
			// It is sent again by a later page and counts once.
		}
	},
};
