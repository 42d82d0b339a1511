import { markRead, openCode, type Receipt, sign } from "#app/domain/conduct/acknowledge.ts";
import { beginDraft, saveClause } from "#app/domain/conduct/adapt.ts";
import { closeConsultation, openConsultation } from "#app/domain/conduct/consult.ts";
import type { ConductContent, ConductModule } from "#app/domain/conduct/content-schema.ts";
import { decide, publish } from "#app/domain/conduct/decide.ts";
import { countMeeting, makeLinks, newLinkSeed } from "#app/domain/conduct/hearings.ts";
import type { OpeningInput, PublicationInput, VersionState, VoiceGroup } from "#app/domain/conduct/schema.ts";
import { loadVersion } from "#app/domain/conduct/versions.ts";
import type { Ctx } from "#app/domain/ctx.ts";
import { newId } from "#app/domain/id.ts";
import { createVersion, publishVersion } from "#app/domain/templates/commands.ts";
import { readVersion } from "#app/domain/templates/queries.ts";
import { as, buildSchool, type World } from "./build.ts";
import { type BuiltCampaign, buildCampaign } from "./build-campaigns.ts";

const should = (code: string, vi: string, demanded = false) => ({
	code,
	stance: "should" as const,
	text: { vi },
	demanded,
});
const mustNot = (code: string, vi: string, demanded = false) => ({
	code,
	stance: "must_not" as const,
	text: { vi },
	demanded,
});

function module(
	over: Pick<ConductModule, "code" | "group" | "relation" | "clauses"> & Partial<ConductModule> & { basis?: string },
): ConductModule {
	const { basis = "Thông tư 06/2019/TT-BGDĐT", ...rest } = over;
	return { legalBasis: [{ text: basis, verified: true }], validFrom: null, validTo: null, ...rest };
}

/** Modules of every group; the teachers' of Thông tư 06/2019 gives way to that of Thông tư 03/2026 on 30/01/2026. */
export function conductContent(): ConductContent {
	return {
		modules: [
			module({
				code: "TC",
				group: "everyone",
				relation: "general",
				clauses: [should("TC.1", "Chấp hành pháp luật.", true), mustNot("TC.2", "Hút thuốc lá trong trường.", true)],
			}),
			module({
				code: "QL-NV",
				group: "managers",
				relation: "teachers_staff",
				clauses: [should("QL-NV.1", "Gương mẫu, dân chủ, minh bạch."), mustNot("QL-NV.2", "Thiên vị, vụ lợi.")],
			}),
			module({
				code: "GV06-HS",
				group: "teachers",
				relation: "pupils",
				basis: "Thông tư 06/2019/TT-BGDĐT, Điều 6",
				validTo: "2026-01-29",
				clauses: [should("GV06-HS.1", "Mẫu mực, bao dung."), mustNot("GV06-HS.2", "Xúc phạm người học.", true)],
			}),
			module({
				code: "GV03-HS",
				group: "teachers",
				relation: "pupils",
				basis: "Thông tư 03/2026/TT-BGDĐT, Điều 5",
				validFrom: "2026-01-30",
				clauses: [
					should("GV03-HS.1", "Báo cáo kịp thời khi phát hiện người học bị bạo lực.", true),
					mustNot("GV03-HS.2", "Công khai thông tin người học trái quy định.", true),
					should("GV03-HS.3", "Khen, phê bình phù hợp."),
				],
			}),
			module({
				code: "NV-HS",
				group: "staff",
				relation: "pupils",
				clauses: [should("NV-HS.1", "Đúng mực, giúp đỡ.")],
			}),
			module({
				code: "HS-TC",
				group: "pupils",
				relation: "teachers_staff",
				clauses: [should("HS-TC.1", "Kính trọng, lễ phép.")],
			}),
			module({
				code: "CM-NT",
				group: "parents",
				relation: "school",
				clauses: [should("CM-NT.1", "Tôn trọng, hợp tác.")],
			}),
			module({
				code: "K-NT",
				group: "visitors",
				relation: "school",
				clauses: [mustNot("K-NT.1", "Gây mất trật tự.")],
			}),
		],
	};
}

/** A code of conduct issued by the office to the schools there are now, of every kind: build those first. */
export function issueConduct(
	world: World,
	over: { content?: ConductContent; now?: string; versionId?: string } = {},
): Promise<BuiltCampaign> {
	const { content = conductContent(), now, versionId } = over;
	if (versionId) return buildCampaign(world, { now, versionId });
	return buildCampaign(world, { now, template: { kinds: [], conduct: content } });
}

/** The next version of an issued template, published and issued. */
export async function issueAgain(
	world: World,
	issued: BuiltCampaign,
	content: ConductContent,
	now?: string,
): Promise<BuiltCampaign> {
	const admin = as(world, world.office, "office_admin", now);
	const { definition } = await readVersion(admin, issued.versionId);
	const versionId = await createVersion(admin, issued.templateId, definition, { conduct: content });
	await publishVersion(admin, versionId);
	return issueConduct(world, { now, versionId });
}

export const publication = (ctx: Ctx, over: Partial<PublicationInput> = {}): PublicationInput => ({
	onWeb: "https://truong.example.vn/quy-tac",
	onBoard: true,
	inClassrooms: false,
	channels: { phone: "0228 123 456" },
	effectiveOn: ctx.today,
	...over,
});

const steps = ["draft", "consulting", "consulted", "decided", "published"] as const satisfies readonly VersionState[];

/** Brings the principal's draft (a new one, unless one is open) to a state by the ordinary steps; 20 of 25 agree at a meeting. */
export async function adopt(
	principal: Ctx,
	to: (typeof steps)[number] = "published",
	over: { opening?: Partial<OpeningInput>; publication?: Partial<PublicationInput>; number?: string } = {},
): Promise<string> {
	const id = await beginDraft(principal);
	const { state } = await loadVersion(principal, id);
	const left = steps.slice(steps.indexOf(state as "draft") + 1, steps.indexOf(to) + 1);
	const { today } = principal;
	for (const step of left) {
		if (step === "consulting") {
			const opening = { closesOn: today, groups: [{ group: "staff" as const }, { group: "parents" as const }] };
			await openConsultation(principal, id, { ...opening, ...over.opening });
		}
		if (step === "consulted") {
			const meeting = { id: newId(), group: "parents" as const, heldOn: today, present: 25, agreed: 20 };
			await countMeeting(principal, id, meeting);
			await closeConsultation(principal, id);
		}
		if (step === "decided") {
			await decide(principal, id, { number: over.number ?? "12/QĐ-MN", decidedOn: today, signer: "Hiệu trưởng" });
		}
		if (step === "published") await publish(principal, id, publication(principal, over.publication));
	}
	return id;
}

/** A further version of the published code with one clause reworded, brought to a state. */
export async function amend(
	principal: Ctx,
	code: string,
	text: string,
	to: (typeof steps)[number] = "published",
): Promise<string> {
	const id = await beginDraft(principal);
	const { content } = await loadVersion(principal, id);
	const clause = content.modules.flatMap(({ clauses }) => clauses).find((one) => one.code === code);
	await saveClause(principal, id, { code, base: clause?.revision ?? 0, status: "reworded", text });
	return adopt(principal, to);
}

/** A person opens, reads and signs a version with the name of their account. */
export async function acknowledge(ctx: Ctx, versionId: string): Promise<Receipt> {
	await openCode(ctx, versionId);
	await markRead(ctx, versionId);
	const { sha256 } = await loadVersion(ctx, versionId);
	return sign(ctx, versionId, { name: ctx.actor.name, sha256: sha256 ?? "" });
}

/** A school whose code is being read, with its principal, and links to read it by. */
export async function consulting(world: World, over: { kind?: string; groups?: VoiceGroup[]; closesOn?: string } = {}) {
	const { kind = "MN", groups = ["staff", "parents"], closesOn = "2026-11-30" } = over;
	const school = await buildSchool(world, { kind });
	await issueConduct(world);
	const principal = as(world, school, "principal");
	const opening = { closesOn, groups: groups.map((group) => ({ group })) };
	const id = await adopt(principal, "consulting", { opening });
	const links = (count: number, group: VoiceGroup = "parents") =>
		makeLinks(principal, id, { seed: newLinkSeed(), group, count });
	const link = async () => (await links(1))[0]?.token ?? "";
	return { school, principal, id, links, link };
}
