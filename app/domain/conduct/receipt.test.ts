import { expect, test } from "vitest";
import { as, buildSchool, buildWorld, ctxFor } from "#tests/support/build.ts";
import { acknowledge, adopt, amend, issueConduct } from "#tests/support/build-conduct.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { attachedTo } from "../paper.ts";
import { readIssuer } from "./issuer.ts";
import { readSigned } from "./own-queries.ts";
import { receiptPaper } from "./receipt.ts";

onEachEngine("the receipt on paper", (engine) => {
	test("says who signed what and when, and holds the text as it was signed, whatever was published since", async () => {
		const world = await buildWorld(engine);
		const unit = await buildSchool(world, { name: "Trường Mầm non Giao An" });
		await issueConduct(world);
		const principal = as(world, unit, "principal");
		const versionId = await adopt(principal);
		const ctx = ctxFor(world, (await buildPerson(world, unit, "teacher", { name: "Nguyễn Thị Đào" })).actor);
		const { receipt, sha256 } = await acknowledge(ctx, versionId);
		await amend(principal, "NV-HS.1", "Luôn kiên nhẫn với từng người học.");
		const signature = await readSigned(ctx, { schoolId: unit.id, versionId });
		const times = { signedOn: "2026-11-23", signedAt: "10:00 23/11/2026" };
		const paper = receiptPaper({ school: await readIssuer(ctx, signature.schoolCode), signature, ...times });

		expect(paper.letterhead).toMatchObject({ issuer: "Trường Mầm non Giao An", place: "Giao An", day: "2026-11-23" });
		expect(paper.signatures?.[0]?.name).toBe("Nguyễn Thị Đào");
		const facts = JSON.stringify(paper.body);
		for (const fact of [receipt, sha256.slice(0, 8), sha256.slice(-8), "10:00 23/11/2026", "Số 12/QĐ-MN"]) {
			expect(facts).toContain(fact);
		}
		const text = JSON.stringify(paper.annexes);
		for (const clause of signature.code.groups.flatMap(({ relations }) => relations).flatMap((one) => one.clauses)) {
			expect(text).toContain(clause.text.vi);
		}
		expect(text).toContain("Đúng mực, giúp đỡ.");
		expect(text).not.toContain("kiên nhẫn");
		// It is in no register: nobody is asked to fill in a number.
		expect(attachedTo(paper)).toBe("Kèm theo Phiếu xác nhận ngày 23 tháng 11 năm 2026 của Trường Mầm non Giao An");
	});
});
