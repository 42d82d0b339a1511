import { markRead, openCode, sign } from "#app/domain/conduct/acknowledge.ts";
import { addLocalClause, beginDraft, saveBasis, saveClause } from "#app/domain/conduct/adapt.ts";
import { closeConsultation, openConsultation } from "#app/domain/conduct/consult.ts";
import { hasPupils } from "#app/domain/conduct/content-schema.ts";
import { decide, publish } from "#app/domain/conduct/decide.ts";
import { countMeeting, makeLinks, newLinkSeed } from "#app/domain/conduct/hearings.ts";
import { codeToAcknowledge } from "#app/domain/conduct/own-queries.ts";
import { readAdoption } from "#app/domain/conduct/queries.ts";
import type { VoiceGroup } from "#app/domain/conduct/schema.ts";
import { voiceByLink } from "#app/domain/conduct/voices.ts";
import type { Actor, AnonymousCtx } from "#app/domain/ctx.ts";
import { newId } from "#app/domain/id.ts";
import { openSchools } from "./accounts.ts";
import { dayFrom, officeTime } from "./clock.ts";
import { conductReaches, type Reach } from "./conduct-reaches.ts";
import type { DemoSchool } from "./district.ts";
import { type Random, randomFrom } from "./random.ts";
import type { Stage } from "./stories.ts";
import type { Step } from "./story.ts";

/** The steps of every school's adoption, each through the command that a page would call. */
export function conductSteps(stage: Stage): Step[] {
	const reaches = conductReaches(stage.schools);
	return stage.schools.flatMap((school) => {
		const head = stage.cast.heads.get(school.id);
		const reach = reaches.get(school.code) ?? "none";
		return head && reach !== "none" ? adoption(stage, school, head, reach) : [];
	});
}

const order: readonly Reach[] = ["none", "adapting", "consulting", "consulted", "decided", "published"];

function adoption(stage: Stage, school: DemoSchool, head: Actor, reach: Reach): Step[] {
	const { as, today, cast } = stage;
	const random = randomFrom(`conduct/${school.code}`);
	const day = dayFrom(today);
	const late = random.whole(0, 6);
	// Those still asking ask now; the others asked weeks ago.
	const first = reach === "consulting" || reach === "adapting" ? -9 : -34 + late;
	const asked = { opens: day(first + 2), closes: reach === "consulting" ? day(6) : day(first + 9) };
	const has = (step: Reach) => order.indexOf(reach) >= order.indexOf(step);
	const at = (offset: number, hour: number) => officeTime(day(offset), hour, random.whole(0, 59));
	const groups: VoiceGroup[] = ["staff", "parents", ...(hasPupils(school.facts.kind) ? (["pupils"] as const) : [])];
	const people = { staff: random.whole(9, 40), parents: random.whole(60, 300), pupils: random.whole(90, 400) };
	let id = "";
	const steps: Step[] = [];
	const step = (offset: number, hour: number, run: (at: string) => Promise<unknown>) => {
		const time = at(offset, hour);
		steps.push({ at: time, run: async () => void (await run(time)) });
	};

	step(first, 8, async (time) => {
		id = await beginDraft(as(head, time));
	});
	step(first, 9, (time) => adapt(stage, head, id, time, random));
	if (has("consulting")) {
		step(first + 2, 8, (time) =>
			openConsultation(as(head, time), id, {
				closesOn: asked.closes,
				groups: groups.map((group) => ({ group, people: people[group] })),
			}),
		);
		step(first + 3, 9, (time) =>
			countMeeting(as(head, time), id, {
				id: newId(),
				group: "staff",
				heldOn: time.slice(0, 10),
				present: people.staff - 2,
				agreed: people.staff - random.whole(2, 5),
			}),
		);
		step(first + 4, 9, (time) => listen(stage, head, id, time, random));
	}
	if (has("consulted")) step(first + 10, 8, (time) => closeConsultation(as(head, time), id));
	if (has("decided")) {
		step(first + 11, 9, (time) =>
			decide(as(head, time), id, {
				number: `${random.whole(11, 98)}/QĐ-${school.facts.kind}`,
				decidedOn: time.slice(0, 10),
				signer: head.name,
			}),
		);
	}
	if (has("published")) {
		step(first + 12, 9, (time) =>
			publish(as(head, time), id, {
				onWeb: random.chance(0.6) ? `https://${school.code}.example.vn/bo-quy-tac-ung-xu` : "",
				onBoard: true,
				inClassrooms: random.chance(0.5),
				channels: {
					// No subscriber's number begins with 0, so this is nobody's.
					phone: `0228 000 0${String(random.whole(0, 999)).padStart(3, "0")}`,
					box: "Hộp thư góp ý tại cổng trường",
				},
				effectiveOn: time.slice(0, 10),
			}),
		);
		for (const [index, person] of [head, ...(cast.staff.get(school.id) ?? [])].entries()) {
			// The last ones have not got to it: somebody is left to be reminded, and to try it.
			if (index > 0 && random.chance(0.3)) continue;
			if (person.username === `gv.${openSchools.half}`) continue;
			step(first + 13 + Math.min(index, 4), 10, (time) => acknowledge(stage, person, time));
		}
	}
	return steps;
}

/** A few clauses in the school's own words, one of its own, and its standing orders as a legal basis. */
async function adapt(stage: Stage, head: Actor, id: string, at: string, random: Random): Promise<void> {
	const ctx = stage.as(head, at);
	const { open } = await readAdoption(ctx);
	const clauses = open?.content.modules.flatMap((module) => module.clauses) ?? [];
	for (const clause of random.shuffle(clauses.filter(({ demanded }) => !demanded)).slice(0, 2)) {
		await saveClause(ctx, id, { code: clause.code, base: clause.revision, status: "dropped", text: "" });
	}
	await addLocalClause(ctx, id, random.pick(localClauses));
	const dated = random.chance(0.08) ? "Quyết định số 16/2008/QĐ-BGDĐT quy định về đạo đức nhà giáo" : "";
	const lines = [`Quy chế tổ chức và hoạt động của ${head.unitName}`, dated].filter(Boolean).join("\n");
	await saveBasis(ctx, id, { base: 0, lines });
}

const localClauses = [
	{
		group: "parents" as const,
		relation: "school" as const,
		stance: "should" as const,
		text: "Dừng, đỗ xe đúng nơi quy định khi đưa đón; dắt xe khi qua cổng trường.",
	},
	{
		group: "visitors" as const,
		relation: "school" as const,
		stance: "should" as const,
		text: "Đăng ký với bảo vệ khi vào trường và ra về đúng giờ đã hẹn.",
	},
	{
		group: "staff" as const,
		relation: "pupils" as const,
		stance: "should" as const,
		text: "Gọi người học bằng tên, nói năng nhẹ nhàng khi phục vụ bữa ăn bán trú.",
	},
];

/** Parents read by link and give their voice; some say why. */
async function listen(stage: Stage, head: Actor, id: string, at: string, random: Random): Promise<void> {
	const ctx = stage.as(head, at);
	const count = random.whole(12, 24);
	const links = await makeLinks(ctx, id, { seed: newLinkSeed(), group: "parents", label: "", count });
	const heard = links.slice(0, random.whole(8, count));
	for (const { token } of heard) {
		const anybody: AnonymousCtx = { ...ctx, actor: null };
		const agrees = random.chance(0.88);
		const comment = agrees ? (random.chance(0.15) ? random.pick(agreeing) : "") : random.pick(doubting);
		await voiceByLink(anybody, token, { agrees: agrees ? "yes" : "no", comment }, "");
	}
}

const agreeing = ["Đồng ý. Mong nhà trường phổ biến đến từng lớp.", "Quy tắc rõ ràng, dễ hiểu."];
const doubting = [
	"Đề nghị ghi rõ thời gian nhà trường trả lời phản ánh của phụ huynh.",
	"Nên viết ngắn hơn để ông bà đưa đón cháu cũng nhớ được.",
];

async function acknowledge(stage: Stage, person: Actor, at: string): Promise<void> {
	const ctx = stage.as(person, at);
	const code = await codeToAcknowledge(ctx);
	if (!code?.version.sha256) throw new Error(`${person.unitName} has no code to sign`);
	await openCode(ctx, code.version.id);
	await markRead(ctx, code.version.id);
	await sign(ctx, code.version.id, { name: person.name, sha256: code.version.sha256 });
}
