import { type Ctx, inTransaction } from "../ctx.ts";
import type { Words } from "../forms/expression-schema.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { insertDraft } from "./adapt.ts";
import { mergeIssued, type OfferedModule, offeredModules } from "./merge.ts";
import {
	currentVersions,
	demandState,
	type Issued,
	type LoadedVersion,
	lockVersions,
	newestIssued,
	setVersion,
	tell,
} from "./versions.ts";

/** What the newest issue of the office, or a rule that came into force or ended, would change of the school's text. */
export type Offer = {
	template: { versionId: string; title: Words; number: number };
	/** Module by module, clause by clause. */
	modules: OfferedModule[];
	/** Accepting changes this draft; null: it begins one from the code in force. */
	draftId: string | null;
};

/** Null while there is nothing to take over, and for a school without a code. Needs `conduct.adapt`. */
export async function offeredChange(ctx: Ctx): Promise<Offer | null> {
	demand(ctx.actor, "conduct.adapt");
	return (await findOffer(ctx))?.offer ?? null;
}

/**
 * Takes the offer over into the draft, or into a new one made from the code in force, and answers with its id. Throws
 * `nothing_offered` (a second click: it has been taken over), and `conduct_state` while a version is between consultation and
 * publication.
 */
export async function acceptOffer(ctx: Ctx): Promise<string> {
	demand(ctx.actor, "conduct.adapt");
	return inTransaction(ctx, async (ctx) => {
		await lockVersions(ctx);
		const found = await findOffer(ctx);
		if (!found) throw problem("nothing_offered", {});
		const { base, offer, issued } = found;
		if (base.state !== "published") demandState(base, "draft");
		const template_version_id = issued.version.id;
		const template_id = issued.version.templateId;
		const content = mergeIssued(base.content, issued.modules, base.revision + 1);
		if (base.state === "published") {
			const id = await insertDraft(ctx, { template_version_id, template_id, content, number: base.number + 1 });
			await tellTaken(ctx, id, offer);
			return id;
		}
		await setVersion(ctx, base, {
			template_version_id,
			template_id,
			content: JSON.stringify(content),
			revision: base.revision + 1,
		});
		await tellTaken(ctx, base.id, offer);
		return base.id;
	});
}

async function findOffer(ctx: Ctx): Promise<{ base: LoadedVersion; offer: Offer; issued: Issued } | null> {
	const { open, published } = await currentVersions(ctx, ctx.actor.unitId);
	const base = open ?? published;
	if (!base) return null;
	const issued = await newestIssued(ctx);
	if (!issued) return null;
	const modules = offeredModules(base.content, issued.modules);
	if (modules.length === 0) return null;
	const { id, title, number } = issued.version;
	const draftId = open?.state === "draft" ? open.id : null;
	return { base, issued, offer: { template: { versionId: id, title, number }, modules, draftId } };
}

function tellTaken(ctx: Ctx, id: string, offer: Offer): Promise<void> {
	const modules = Object.fromEntries(offer.modules.map(({ code, change }) => [code, change]));
	const after = { versionId: offer.template.versionId, modules };
	return tell(ctx, { school_id: ctx.actor.unitId, id }, { event: "conduct.offer_accepted", after });
}
