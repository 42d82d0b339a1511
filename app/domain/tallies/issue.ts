import { freezeRecipients } from "../campaigns/issue.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { addRecipients } from "./commands.ts";

/**
 * Issues a campaign: its list of recipients is frozen and its counters are opened, in one transaction. It stands in this room
 * because counters lie below campaigns. Issuing again changes nothing and answers with the same number. Throws what
 * `freezeRecipients` throws.
 */
export async function issueCampaign(ctx: Ctx, campaignId: string): Promise<{ recipients: number; fresh: boolean }> {
	return inTransaction(ctx, async (ctx) => {
		const { fresh, recipients, schools } = await freezeRecipients(ctx, campaignId);
		if (fresh) await addRecipients(ctx, campaignId, schools);
		return { recipients, fresh };
	});
}
