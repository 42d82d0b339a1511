import { dayOf } from "#app/domain/days.ts";
import { newId } from "#app/domain/id.ts";
import { patterns, provinceForm } from "../seed/province-form.ts";
import { type Client, closedLoop, constantRate, quantile } from "./load.ts";
import type { Sender, Site } from "./site.ts";

export type ReturnsFigures = {
	/** Returns a second of each round, with all clients. */
	rounds: number[];
	atFullLoad: { p50: number; p95: number; p99: number };
	atFifty: { p50: number; p95: number; p99: number };
	failures: number;
	/** Processor time of the server for one return at full load. */
	cpu: number | null;
	/** Returns that the server confirmed, and that stand in the database afterwards. */
	confirmed: number;
	kept: number;
};

/** Sends whole returns (every answer as an operation, and the sending itself) to `POST /sync`, each by the head of another school. */
export async function measureReturns(
	site: Site,
	client: Client,
	plan: { clients: number; rounds: number; seconds: number },
): Promise<ReturnsFigures> {
	const bodies = bodiesOf(site.province.items);
	let next = 0;
	let confirmed = 0;
	const send = async () => {
		const sender = site.senders[next++];
		if (!sender)
			throw new Error(`the province has no more schools to send from: --schools above ${site.senders.length}`);
		const { status, text } = await client.send({ path: "/sync", cookie: sender.cookie, body: bodies(sender) });
		const ok = status === 200 && text.includes('"submitted"');
		if (ok) confirmed += 1;
		else if (confirmed === 0) throw new Error(`a return was not taken: ${status} ${text.slice(0, 300)}`);
		return ok;
	};
	const before = await submissions(site);
	await closedLoop(plan.clients, Math.min(3, plan.seconds), send);
	const rounds = [];
	const [cpuBefore, confirmedBefore] = [site.cpuMilliseconds(), confirmed];
	for (let n = 0; n < plan.rounds; n++) rounds.push(await closedLoop(plan.clients, plan.seconds, send));
	const cpuAfter = site.cpuMilliseconds();
	const cpu = cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / (confirmed - confirmedBefore);
	const steady = await constantRate(50, plan.seconds * 2, send);
	const loaded = rounds.flatMap((round) => round.milliseconds);
	return {
		rounds: rounds.map((round) => round.perSecond),
		atFullLoad: quantiles(loaded),
		atFifty: quantiles(steady.milliseconds),
		failures: steady.failures + rounds.reduce((sum, round) => sum + round.failures, 0),
		cpu,
		confirmed,
		kept: (await submissions(site)) - before,
	};
}

export function quantiles(milliseconds: readonly number[]) {
	return { p50: quantile(milliseconds, 0.5), p95: quantile(milliseconds, 0.95), p99: quantile(milliseconds, 0.99) };
}

/** The body of a return as a device sends it: a fresh id for each answer, one of many patterns of answers. */
function bodiesOf(items: number): (sender: Sender) => string {
	const now = new Date().toISOString();
	const pool = patterns(provinceForm(items), 64, dayOf(now)).map(({ answers }) =>
		Object.entries(answers).map(([item, answer]) =>
			JSON.stringify({ item, row: "", ...answer, base: 0, at: now }).slice(1),
		),
	);
	let n = 0;
	return ({ returnId }) => {
		const operations = (pool[n++ % pool.length] ?? []).map((rest) => `{"id":"${newId()}",${rest}`);
		return `{"returnId":"${returnId}","operations":[${operations.join(",")}],"submit":{"round":1,"deviceAt":"${now}"}}`;
	};
}

async function submissions(site: Site): Promise<number> {
	const { n } = await site.store.read
		.selectFrom("submission")
		.select((eb) => eb.fn.countAll<number>().as("n"))
		.where("campaign_id", "=", site.province.openCampaignId)
		.executeTakeFirstOrThrow();
	return n;
}
