/** Counters of a campaign under one unit. `item` "" holds counts of returns, otherwise of that item's outcomes. */
export type TallyTable = {
	campaign_id: string;
	unit_id: string;
	item: string;
	outcome: string;
	/** Spreads hot counters over rows on PostgreSQL; always 0 on SQLite. Readers sum over shards. */
	shard: number;
	n: number;
};
