import type { Store } from "#db/store.ts";

/** Whether nothing has been entered yet: no unit, so no account and no campaign either. */
export async function isEmpty(store: Store): Promise<boolean> {
	const unit = await store.read.selectFrom("unit").select("id").limit(1).executeTakeFirst();
	return unit === undefined;
}
