import { expect, test } from "vitest";
import { as, buildSchool, buildWorld } from "#tests/support/build.ts";
import { adopt, issueConduct } from "#tests/support/build-conduct.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { addClause } from "../authoring/code-make.ts";
import type { Edit } from "../authoring/edit-schema.ts";
import { newId } from "../id.ts";
import { readDraft, saveEdits } from "../templates/drafts.ts";
import { publishReviewed } from "../templates/life.ts";
import { beginVersion } from "../templates/new-drafts.ts";
import { readForPublishing } from "../templates/publish-queries.ts";
import { acceptOffer, offeredChange } from "./offers.ts";
import { readConductVersion } from "./queries.ts";

onEachEngine("a code that the office writes anew", (engine) => {
	test("one clause reworded, one added, published and issued: a school that adopted is offered just that, and takes it over", async () => {
		const world = await buildWorld(engine);
		const unit = await buildSchool(world);
		const issued = await issueConduct(world);
		await adopt(as(world, unit, "principal"));
		const later = "2026-11-25T03:00:00.000Z";
		const office = as(world, world.office, "office_admin", later);
		const { templateId } = issued;
		const versionId = await beginVersion(office, templateId);
		const { draft, revision } = await readDraft(office, templateId, versionId);
		if (!draft.conduct) throw new Error("the draft of a code has none");
		const added = addClause(draft.conduct, "NV-HS", "NV-HS.1");
		const edits: Edit[] = [
			{
				do: "set_clause",
				clause: "CM-NT.1",
				field: "text",
				value: { vi: "Hợp tác, chia sẻ thông tin với nhà trường." },
			},
			{ ...added, value: { ...added.value, text: { vi: "Chào hỏi người học." } } },
		];
		expect(added.value.code).toBe("NV-HS.2");
		await saveEdits(office, versionId, { id: newId(), base: revision, edits });
		const page = await readForPublishing(office, templateId, versionId);
		expect(page.before?.clauses?.clauses.map(({ code, aspects, before }) => [code, aspects, before === null])).toEqual([
			["NV-HS.2", [], true],
			["CM-NT.1", ["text"], false],
		]);
		expect(page.codeRemarks.filter(({ grade }) => grade === "error")).toEqual([]);
		const { kinds, validFrom, validTo, legalBasis } = draft;
		const input = { kinds, validFrom, validTo, legalBasis, seen: page.seen, confirmed: true };
		await publishReviewed(office, templateId, versionId, input);

		// Published, it is in the library; schools hear of it with the campaign that is issued on it.
		const principal = as(world, unit, "principal", later);
		expect(await offeredChange(principal)).toBeNull();
		await issueConduct(world, { now: later, versionId });
		const offer = await offeredChange(principal);
		expect(offer?.template).toMatchObject({ versionId, number: 2 });
		expect(offer?.modules.flatMap(({ clauses }) => clauses.map(({ code }) => code)).sort()).toEqual([
			"CM-NT.1",
			"NV-HS.2",
		]);
		const taken = await acceptOffer(principal);
		const { changes } = await readConductVersion(principal, taken);
		expect(changes.map(({ code, after }) => [code, after?.text.vi])).toEqual([
			["NV-HS.2", "Chào hỏi người học."],
			["CM-NT.1", "Hợp tác, chia sẻ thông tin với nhà trường."],
		]);
		expect(await offeredChange(principal)).toBeNull();
	});
});
