import { sql } from "kysely";
import { addDays, dayOf } from "#app/domain/days.ts";
import { newId } from "#app/domain/id.ts";
import { searchKey } from "#app/domain/text.ts";
import type { Engine } from "#db/engine.ts";
import type { Store } from "#db/store.ts";
import { patterns, provinceForm } from "./province-form.ts";
import { insertPeople } from "./province-people.ts";
import { insertReturns, insertWaiting } from "./province-returns.ts";
import { provinceUnits } from "./province-units.ts";
import { insertUnits, seedLevels } from "./units.ts";

/** How large the generated province is. `answers`: also the living answers, which only drafts are read from. */
export type ProvinceSize = { schools: number; items?: number; answers?: boolean };

/** What a measurement needs to know of the generated province. */
export type Province = {
	/** The Sở, which issued both campaigns; its path ends each measurement's scope. */
	office: { id: string; path: string; name: string };
	officerId: string;
	officerMembershipId: string;
	versionId: string;
	/** Every return submitted. */
	campaignId: string;
	/** Issued to the same schools, nothing returned yet. */
	openCampaignId: string;
	schools: number;
	items: number;
};

const DISTINCT_RETURNS = 512;
const CHUNK = 1000;

/**
 * Writes a generated province in bulk, without commands: one campaign with every return submitted, one with none, a head for every
 * school. For measuring only; call it on an empty database (`isEmpty`).
 */
export async function seedProvince(
	store: Store,
	engine: Engine,
	size: ProvinceSize,
	log: (line: string) => void = () => undefined,
	now: string = new Date().toISOString(),
): Promise<Province> {
	const items = size.items ?? 100;
	const today = dayOf(now);
	const units = provinceUnits(size.schools, now);
	const form = provinceForm(items);
	const pool = patterns(form, DISTINCT_RETURNS, today);
	const officer = { id: newId(), membershipId: newId(), unit: units.root };

	await store.transaction(async (db) => {
		await seedLevels(db);
		await insertUnits(db, engine, [units.root, ...units.offices, ...units.communes], []);
	});
	for (const chunk of chunks(units.schools)) {
		await store.transaction(async (db) => {
			await insertUnits(
				db,
				engine,
				chunk.map(({ unit }) => unit),
				chunk.map(({ row }) => row),
			);
		});
	}
	log(`${units.communes.length} communes, ${units.schools.length} schools`);

	await store.transaction((db) => insertPeople(db, engine, officerRows(officer), now));
	for (const chunk of chunks(units.schools)) {
		const heads = chunk.map(({ unit, personId }) => ({
			personId,
			membershipId: newId(),
			name: `Hiệu trưởng ${unit.name}`,
			username: unit.code.toLowerCase(),
			unitId: unit.id,
			role: "principal",
		}));
		await store.transaction((db) => insertPeople(db, engine, heads, now));
	}
	log(`${units.schools.length + 1} accounts`);

	const campaign = { officeId: units.root.id, officerId: officer.id, recipients: units.schools.length, now };
	const versionId = await store.transaction(async (db) => {
		const [templateId, versionId] = [newId(), newId()];
		const title = JSON.stringify({ vi: "Bảng kiểm mẫu để đo", en: "Sample checklist for measuring" });
		await db
			.insertInto("template")
			.values({ id: templateId, office_id: units.root.id, code: "MAU", kind: "form", title, created_at: now })
			.execute();
		await db
			.insertInto("template_version")
			.values({
				id: versionId,
				template_id: templateId,
				number: 1,
				state: "published",
				definition: JSON.stringify(form),
				kinds: "[]",
				valid_from: null,
				valid_to: null,
				legal_basis: "[]",
				checked_by: null,
				checked_at: null,
				published_at: now,
			})
			.execute();
		return versionId;
	});
	const returned = {
		...campaign,
		versionId,
		title: "Đợt đã nộp đủ",
		opensOn: addDays(today, -20),
		dueOn: addDays(today, -2),
	};
	const waiting = { ...campaign, versionId, title: "Đợt đang mở", opensOn: today, dueOn: addDays(today, 9) };
	const campaignId = await insertCampaign(store, returned);
	await insertReturns(
		store,
		engine,
		{ ...returned, id: campaignId },
		chunks(units.schools),
		pool,
		size.answers ?? false,
	);
	log(`${units.schools.length} returns of ${items} answers submitted`);
	const openCampaignId = await insertCampaign(store, waiting);
	await insertWaiting(store, engine, { ...waiting, id: openCampaignId }, chunks(units.schools));
	log(`${units.schools.length} returns not started in the open campaign`);
	// What autovacuum does by itself some minutes after a load; a measurement does not wait for it.
	if (engine === "postgres") await sql`analyze`.execute(store.read);

	return {
		office: { id: units.root.id, path: units.root.path, name: units.root.name },
		officerId: officer.id,
		officerMembershipId: officer.membershipId,
		versionId,
		campaignId,
		openCampaignId,
		schools: units.schools.length,
		items,
	};
}

function officerRows(officer: { id: string; membershipId: string; unit: { id: string } }) {
	return [
		{
			personId: officer.id,
			membershipId: officer.membershipId,
			name: "Chuyên viên Sở mẫu",
			username: "chuyenvien.mau",
			unitId: officer.unit.id,
			role: "officer",
		},
	];
}

type NewCampaign = {
	officeId: string;
	officerId: string;
	recipients: number;
	now: string;
	versionId: string;
	title: string;
	opensOn: string;
	dueOn: string;
};

async function insertCampaign(store: Store, campaign: NewCampaign): Promise<string> {
	const id = newId();
	const { now, officerId } = campaign;
	await store.transaction((db) =>
		db
			.insertInto("campaign")
			.values({
				id,
				office_id: campaign.officeId,
				title: campaign.title,
				version_id: campaign.versionId,
				instruction: "",
				file_id: null,
				opens_on: campaign.opensOn,
				due_on: campaign.dueOn,
				late: "mark",
				state: "issued",
				filter: JSON.stringify({ kinds: [], communes: [], ownerships: [], managers: [] }),
				recipients: campaign.recipients,
				search: searchKey(campaign.title),
				issued_at: now,
				issued_by: officerId,
				closed_at: null,
				closed_by: null,
				created_by: officerId,
				created_at: now,
				updated_at: now,
			})
			.execute(),
	);
	return id;
}

function chunks<T>(rows: readonly T[]): T[][] {
	return Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, at) => rows.slice(at * CHUNK, (at + 1) * CHUNK));
}
