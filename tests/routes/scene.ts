import { addDays, dayOf } from "#app/domain/days.ts";
import { newId } from "#app/domain/id.ts";
import { draftNotices } from "#app/domain/papers/letter-commands.ts";
import { linkNoticeFiles } from "#app/domain/papers/letter-issue.ts";
import { makeSlipCode } from "#app/domain/papers/slips.ts";
import { makeApiKey } from "#app/domain/people/api-tokens.ts";
import { saveOperations } from "#app/domain/returns/save.ts";
import { submitReturn } from "#app/domain/returns/submit.ts";
import { createVersion } from "#app/domain/templates/commands.ts";
import { beginTemplate } from "#app/domain/templates/new-drafts.ts";
import { previewForm } from "#app/platform/jobs/form-imports.ts";
import { previewList } from "#app/platform/jobs/unit-lists.ts";
import type { Engine } from "#db/engine.ts";
import {
	as,
	type BuiltUnit,
	buildNeighbour,
	buildSchool,
	buildWorld,
	ctxFor,
	NOW,
	type World,
} from "#tests/support/build.ts";
import { buildDirective } from "#tests/support/build-campaigns.ts";
import { acknowledge, adopt, issueConduct } from "#tests/support/build-conduct.ts";
import { accept, notify, sendAt, someFiles } from "#tests/support/build-letters.ts";
import { type BuiltPerson, buildPerson } from "#tests/support/build-people.ts";
import { photograph } from "#tests/support/build-photos.ts";
import { writtenReport } from "#tests/support/build-reports.ts";
import { buildCampaign, complete } from "#tests/support/build-returns.ts";
import { openSite, type Site } from "#tests/support/http.ts";

export const roles = ["office_admin", "officer", "reader", "principal", "deputy", "teacher", "nobody"] as const;
export type Who = (typeof roles)[number];

/** Two offices with the same furniture. `own` ids belong to the people asked as; `foreign` ones to a neighbour of theirs. */
export type Scene = {
	site: Site;
	people: Record<Exclude<Who, "nobody">, BuiltPerson>;
	own: Record<string, string>;
	/** Of the other office; for what belongs to a school, of the next school of the same campaign. */
	foreign: Record<string, string>;
};

/** What takes long and few lines need: a previewed list of schools, a previewed form, a code of conduct in force that its members have signed. */
type Extras = { imports?: boolean; forms?: boolean; conduct?: boolean };

export async function buildScene(engine: Engine = "sqlite", extras: Extras = {}): Promise<Scene> {
	const world = await buildWorld(engine);
	const site = openSite(world);
	site.setNow(NOW);
	const beside = await buildNeighbour(world);
	const [own, other] = [await furnish(world, site), await furnish(beside, site)];
	const at = (role: Exclude<Who, "nobody">, unit: BuiltUnit) => buildPerson(world, unit, role);
	const people = {
		office_admin: await at("office_admin", world.office),
		officer: await at("officer", world.office),
		reader: await at("reader", world.office),
		principal: await at("principal", own.school),
		deputy: await at("deputy", own.school),
		teacher: await at("teacher", own.school),
	};
	if (extras.conduct) {
		await issueConduct(world);
		const { principal, deputy, teacher } = people;
		const reached = await signedCode(world, own.school, [principal, deputy, teacher]);
		Object.assign(own.ids, reached);
		// Read by a neighbour at the next school, and signed by nobody whom the scene asks as.
		const { next } = own;
		Object.assign(own.neighbour, await signedCode(world, next, [await at("principal", next)]), { schoolId: next.id });
	}
	if (extras.imports) {
		own.ids.importId = await buildImport(world, site);
		other.ids.importId = await buildImport(beside, site);
	}
	if (extras.forms) {
		own.ids.formFileId = await buildFormFile(world, site);
		other.ids.formFileId = await buildFormFile(beside, site);
	}
	return { site, people, own: own.ids, foreign: { ...other.ids, ...own.neighbour } };
}

/** A letter, a template, an open campaign with two schools and an attachment, a sent return, a person and an import. */
async function furnish(
	world: World,
	site: Site,
): Promise<{ school: BuiltUnit; next: BuiltUnit; ids: Record<string, string>; neighbour: Record<string, string> }> {
	const schools = [await buildSchool(world), await buildSchool(world)];
	const open = await buildCampaign(world, { schools });
	const sent = await buildCampaign(world, { schools, title: "Đợt đã gửi" });
	const [first, second, reported] = [open.returns[0], open.returns[1], sent.returns[0]];
	if (!first || !second || !reported) throw new Error("a campaign has its schools");
	const inSite = (actor: (typeof first)["principal"]) => ({ ...ctxFor(world, actor), files: site.app.files });
	const photoId = await photograph(inSite(reported.principal), reported.returnId, "A.1");
	const draftPhotoId = await photograph(inSite(first.principal), first.returnId, "A.1");
	await submitReturn(ctxFor(world, reported.principal), reported.returnId, { round: 1, operations: complete() });
	for (const { principal, returnId } of [first, second]) {
		await saveOperations(ctxFor(world, principal), returnId, complete());
	}
	const draft = await buildCampaign(world, { schools, state: "draft", title: "Bản nháp" });
	const directive = await buildDirective(world);
	const { template_id, version_id } = await world.store.read
		.selectFrom("campaign")
		.innerJoin("template_version", "template_version.id", "campaign.version_id")
		.select(["template_version.template_id", "campaign.version_id"])
		.where("campaign.id", "=", open.id)
		.executeTakeFirstOrThrow();
	const writing = await beginTemplate(as(world, world.office, "office_admin"), {
		code: "BK-NHAP",
		title: { vi: "Bản nháp" },
		kinds: [],
		from: null,
		firstSection: { vi: "Phần" },
	});
	const admin = as(world, world.office, "office_admin");
	const nextVersionId = await createVersion(admin, template_id, open.definition);
	const person = await buildPerson(world, second.school, "principal");
	const colleague = await buildPerson(world, world.office, "officer");
	const [staff, neighbour] = [
		await buildPerson(world, first.school, "teacher"),
		await buildPerson(world, second.school, "teacher"),
	];
	const reportId = await writtenReport({ ...as(world, world.office, "officer"), files: site.app.files }, directive.id);
	const letters = await buildLetters(world, site, schools, reported);
	const apiKeyId = newId();
	const apiKey = { id: apiKeyId, name: "Excel", reads: ["results" as const], expiresOn: addDays(dayOf(NOW), 30) };
	await makeApiKey(as(world, world.office, "office_admin"), apiKey);
	const fileId = await buildFile(world, site);
	await world.store.read.updateTable("campaign").set({ file_id: fileId }).where("id", "=", open.id).execute();
	return {
		school: first.school,
		next: second.school,
		neighbour: {
			returnId: second.returnId,
			staffId: neighbour.personId,
			staffMembershipId: neighbour.actor.membershipId,
		},
		ids: {
			directiveId: directive.id,
			taskId: directive.taskIds[0] ?? "",
			templateId: template_id,
			versionId: version_id,
			draftTemplateId: writing.templateId,
			draftVersionId: writing.versionId,
			nextVersionId,
			campaignId: open.id,
			draftId: draft.id,
			returnId: first.returnId,
			sentReturnId: reported.returnId,
			unitId: second.school.id,
			schoolId: first.school.id,
			schoolCode: first.school.code,
			officeId: world.office.id,
			colleagueId: colleague.personId,
			staffId: staff.personId,
			staffMembershipId: staff.actor.membershipId,
			personId: person.personId,
			membershipId: person.actor.membershipId,
			fileId,
			apiKeyId,
			section: "A",
			file: "ket-qua.csv",
			figuresFile: "so-lieu.csv",
			conductFile: "quy-tac-ung-xu.csv",
			reportId,
			reportFile: "phu-luc.xlsx",
			pictureFile: "theo-ngay.svg",
			overviewFile: "tien-do.svg",
			schoolPicture: "cac-dot.svg",
			dataFile: "dai.csv",
			photosFile: "photos.zip",
			photoId,
			draftPhotoId,
			template: "mau-danh-sach-truong.csv",
			posterFile: "poster-a4.pdf",
			formFile: "bieu-mau.json",
			...letters,
		},
	};
}

/** A notice issued to the first school, the text that notices are written from, and the code of a printed return. */
async function buildLetters(world: World, site: Site, schools: BuiltUnit[], reported: { returnId: string }) {
	const ctx = { ...as(world, world.office, "officer"), files: site.app.files };
	const told = await buildCampaign(world, { schools, title: "Đợt đã thông báo" });
	await sendAt(world, told, 0, complete());
	await accept(world, told, 0);
	const letterId = await draftNotices(ctx, told.id);
	const [issuedId = ""] = await notify(ctx, letterId);
	await linkNoticeFiles(ctx, issuedId, await someFiles(ctx));
	return {
		letterId,
		issuedId,
		letterFile: "thong-bao-ket-qua.pdf",
		listFile: "danh-sach.xlsx",
		slipFile: "phieu-ket-qua.docx",
		slipCode: await makeSlipCode(ctx, "office", reported.returnId),
	};
}

/** A code of conduct in force at the school, signed by these people of it. */
async function signedCode(world: World, school: BuiltUnit, people: BuiltPerson[]): Promise<Record<string, string>> {
	const codeId = await adopt(as(world, school, "principal"));
	for (const { actor } of people) await acknowledge(ctxFor(world, actor), codeId);
	return { codeId, conductCode: school.code };
}

async function buildFile(world: World, site: Site): Promise<string> {
	const [id, bytes] = [newId(), Buffer.from("%PDF-1.4 hướng dẫn")];
	await site.app.files.put(id, bytes);
	await world.store.read
		.insertInto("file")
		.values({
			id,
			unit_id: world.office.id,
			key: id,
			name: "huong-dan.pdf",
			media_type: "application/pdf",
			bytes: bytes.length,
			sha256: "",
			created_by: newId(),
			created_at: NOW,
		})
		.execute();
	return id;
}

async function buildImport(world: World, site: Site): Promise<string> {
	const ctx = { ...as(world, world.office, "officer"), files: site.app.files };
	const [commune] = world.communes;
	const list = `Mã trường,Tên trường,Cấp học,Loại hình,Xã\nT${commune.code},Trường mới,Mầm non,Công lập,${commune.name}\n`;
	return (await previewList(ctx, { name: "danh-sach.csv", bytes: Buffer.from(list) })).id;
}

async function buildFormFile(world: World, site: Site): Promise<string> {
	const ctx = { ...as(world, world.office, "office_admin"), files: site.app.files };
	const list = "STT,Nội dung,Bắt buộc\n1,Có tường rào,x\n2,Có biển tên,\n";
	return (await previewForm(ctx, { name: "tieu-chi.csv", bytes: Buffer.from(list) })).fileId;
}
