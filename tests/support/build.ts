import type { Actor, Ctx, FileStore, Role } from "#app/domain/ctx.ts";
import { dayOf } from "#app/domain/days.ts";
import { newId } from "#app/domain/id.ts";
import { searchKey } from "#app/domain/text.ts";
import type { Engine } from "#db/engine.ts";
import type { Store } from "#db/store.ts";
import { freshStore } from "./stores.ts";

/** The moment at which tests happen unless they say otherwise: 10:00 in Việt Nam on 23/11/2026. */
export const NOW = "2026-11-23T03:00:00.000Z";

export type BuiltUnit = { id: string; path: string; code: string; name: string };

/** A small district: Sở › Phòng › two communes, on a fresh database. Schools and people are built when a test needs them. */
export type World = {
	store: Store;
	engine: Engine;
	province: BuiltUnit;
	office: BuiltUnit;
	communes: [BuiltUnit, BuiltUnit];
	files: FileStore;
};

export async function buildWorld(engine: Engine, own?: Store): Promise<World> {
	const store = own ?? (await freshStore(engine));
	await store.read
		.insertInto("unit_level")
		.values([
			{ code: "so", name_vi: "Sở GD&ĐT", name_en: "Provincial Department", position: 1 },
			{ code: "phong", name_vi: "Phòng GD&ĐT", name_en: "District Education Office", position: 2 },
			{ code: "xa", name_vi: "Xã, thị trấn", name_en: "Commune", position: 3 },
			{ code: "truong", name_vi: "Trường", name_en: "School", position: 4 },
			{ code: "diem", name_vi: "Điểm trường", name_en: "Site", position: 5 },
		])
		.execute();
	const province = await buildUnit(store, { level: "so", code: "36", name: "Sở GD&ĐT Nam Định", parent: null });
	const office = await buildUnit(store, {
		level: "phong",
		code: "36365",
		name: "Phòng GD&ĐT Giao Thủy",
		parent: province,
	});
	const communes: [BuiltUnit, BuiltUnit] = [
		await buildUnit(store, { level: "xa", code: "14182", name: "Xã Giao An", parent: office }),
		await buildUnit(store, { level: "xa", code: "14197", name: "Xã Giao Xuân", parent: office }),
	];
	return { store, engine, province, office, communes, files: memoryFiles() };
}

/** The office beside it in the province, with communes of its own: whose records the first office must never see. */
export async function buildNeighbour(world: World): Promise<World> {
	const office = await buildUnit(world.store, {
		level: "phong",
		code: "36366",
		name: "Phòng GD&ĐT Hải Hậu",
		parent: world.province,
	});
	const communes: World["communes"] = [
		await buildUnit(world.store, { level: "xa", code: "14300", name: "Xã Hải An", parent: office }),
		await buildUnit(world.store, { level: "xa", code: "14301", name: "Xã Hải Anh", parent: office }),
	];
	return { ...world, office, communes };
}

export async function buildUnit(
	store: Store,
	unit: { level: string; code: string; name: string; parent: BuiltUnit | null },
): Promise<BuiltUnit> {
	const id = newId();
	const path = `${unit.parent?.path ?? ""}${id}/`;
	await store.read
		.insertInto("unit")
		.values({
			id,
			parent_id: unit.parent?.id ?? null,
			level: unit.level,
			code: unit.code,
			name: unit.name,
			search: searchKey(`${unit.name} ${unit.code}`),
			path,
			status: "active",
			created_at: NOW,
			updated_at: NOW,
		})
		.execute();
	return { id, path, code: unit.code, name: unit.name };
}

let schoolNumber = 0;

/** A public preschool in the first commune unless told otherwise. */
export async function buildSchool(
	world: World,
	over: { kind?: string; ownership?: string; commune?: BuiltUnit; name?: string; managedBy?: BuiltUnit } = {},
): Promise<BuiltUnit> {
	schoolNumber += 1;
	const unit = await buildUnit(world.store, {
		level: "truong",
		code: `36365${String(schoolNumber).padStart(3, "0")}`,
		name: over.name ?? `Trường Mầm non số ${schoolNumber}`,
		parent: over.commune ?? world.communes[0],
	});
	await world.store.read
		.insertInto("school")
		.values({
			school_id: unit.id,
			kind: over.kind ?? "MN",
			ownership: over.ownership ?? "cong_lap",
			managed_by: (over.managedBy ?? world.office).id,
			classrooms: 10,
			pupils: 250,
			staff: 25,
			sites: 1,
			updated_at: NOW,
		})
		.execute();
	return unit;
}

/** An actor without an account: enough for commands and queries. People who must sign in are built through the people room. */
export function actorAt(unit: BuiltUnit, role: Role, name = `${role} ${unit.name}`): Actor {
	return {
		personId: newId(),
		name,
		username: `${role}-${unit.code}`,
		role,
		unitId: unit.id,
		unitName: unit.name,
		unitPath: unit.path,
		membershipId: newId(),
	};
}

export function ctxFor(world: World, actor: Actor, now = NOW): Ctx {
	return {
		db: world.store.read,
		engine: world.engine,
		store: world.store,
		files: world.files,
		actor,
		now,
		today: dayOf(now),
		locale: "vi",
		inTransaction: false,
	};
}

/** `ctx` of a role at a unit, for one call. */
export function as(world: World, unit: BuiltUnit, role: Role, now = NOW): Ctx {
	return ctxFor(world, actorAt(unit, role), now);
}

function memoryFiles(): FileStore {
	const kept = new Map<string, Uint8Array>();
	return {
		async put(key, bytes) {
			kept.set(key, bytes);
		},
		async get(key) {
			const bytes = kept.get(key);
			if (!bytes) throw new Error(`no file ${key}`);
			return bytes;
		},
		async remove(key) {
			kept.delete(key);
		},
	};
}
