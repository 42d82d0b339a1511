import type { Db } from "#db/store.ts";
import type { AuditEventTable } from "#db/tables/audit.ts";
import { linkHash } from "./commands.ts";

/** Why a chain is broken, and where: the first row that does not fit. */
export type Break = {
	unitId: string;
	seq: number;
	/**
	 * changed: the row is not what was written. missing: rows before it are gone. out_of_order: it does not follow the row before.
	 * cut: rows at the end are gone. beyond: rows that the head does not know. no_head: the chain lost its head.
	 */
	kind: "changed" | "missing" | "out_of_order" | "cut" | "beyond" | "no_head";
};

export type Verification = { chains: number; links: number; breaks: Break[] };

/** Rows read at a time: memory stays the same however long the chains are. */
const PAGE = 2_000;
/** Breaks told; a chain tells its first one. */
const TOLD = 100;

type Chain = { unitId: string; seq: number; hash: string };

/**
 * Reads every chain from its first entry and compares each with its hash, its predecessor and the head. Runs in one transaction,
 * so that entries written meanwhile do not look like tampering. What it cannot see: a chain that was removed whole, with its head.
 */
export function verifyChains(db: Db, page = PAGE): Promise<Verification> {
	return db
		.transaction()
		.setIsolationLevel("repeatable read")
		.execute(async (trx) => {
			const result: Verification = { chains: 0, links: 0, breaks: [] };
			const tell = (found: Break) => {
				if (result.breaks.length < TOLD) result.breaks.push(found);
			};
			let chain: Chain = { unitId: "", seq: 0, hash: "" };
			/** The unit whose chain is known to be broken: the rest of it says nothing new. */
			let brokenUnit = "";
			for (;;) {
				const links = await linksAfter(trx, chain, page);
				for (const link of links) {
					if (link.unit_id !== chain.unitId) {
						result.chains += 1;
						chain = { unitId: link.unit_id, seq: 0, hash: "" };
					}
					result.links += 1;
					const kind = faultOf(chain, link);
					if (kind && brokenUnit !== link.unit_id) {
						tell({ unitId: link.unit_id, seq: link.seq, kind });
						brokenUnit = link.unit_id;
					}
					chain = { unitId: link.unit_id, seq: link.seq, hash: link.hash };
				}
				if (links.length < page) break;
			}
			for (const found of await wrongHeads(trx)) {
				if (!result.breaks.some(({ unitId }) => unitId === found.unitId)) tell(found);
			}
			return result;
		});
}

/** The rows after the last one read, chain by chain. */
function linksAfter(db: Db, { unitId, seq }: Chain, limit: number): Promise<AuditEventTable[]> {
	return db
		.selectFrom("audit_event")
		.selectAll()
		.where("unit_id", ">=", unitId)
		.where((eb) => eb.or([eb("unit_id", ">", unitId), eb("seq", ">", seq)]))
		.orderBy("unit_id")
		.orderBy("seq")
		.limit(limit)
		.execute();
}

function faultOf(before: Chain, link: AuditEventTable): Break["kind"] | null {
	if (linkHash(link) !== link.hash) return "changed";
	if (link.seq !== before.seq + 1) return "missing";
	if (link.prev_hash !== before.hash) return "out_of_order";
	return null;
}

/** Chains whose last row is not the one their head names. Only the wrong ones leave the database. */
async function wrongHeads(db: Db): Promise<Break[]> {
	const ends = db
		.selectFrom("audit_event")
		.select((eb) => ["unit_id", eb.fn.max("seq").as("seq")])
		.groupBy("unit_id")
		.as("ends");
	const cut = await db
		.selectFrom("audit_head as head")
		.leftJoin(ends, "ends.unit_id", "head.unit_id")
		.leftJoin("audit_event as last", (join) =>
			join.onRef("last.unit_id", "=", "ends.unit_id").onRef("last.seq", "=", "ends.seq"),
		)
		.select(["head.unit_id as unitId", "head.seq as seq", "ends.seq as end"])
		.where((eb) =>
			eb.or([
				eb("ends.seq", "is", null),
				eb("ends.seq", "!=", eb.ref("head.seq")),
				eb("last.hash", "!=", eb.ref("head.hash")),
			]),
		)
		.orderBy("head.unit_id")
		.limit(TOLD)
		.execute();
	const headless = await db
		.selectFrom(ends)
		.leftJoin("audit_head as head", "head.unit_id", "ends.unit_id")
		.select(["ends.unit_id as unitId", "ends.seq as seq"])
		.where("head.unit_id", "is", null)
		.orderBy("ends.unit_id")
		.limit(TOLD)
		.execute();
	return [
		...cut.map(({ unitId, seq, end }): Break => {
			const kind = (end ?? 0) < seq ? "cut" : (end ?? 0) > seq ? "beyond" : "changed";
			return { unitId, seq, kind };
		}),
		...headless.map(({ unitId, seq }): Break => ({ unitId, seq: Number(seq), kind: "no_head" })),
	];
}
