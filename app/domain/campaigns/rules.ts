import type { CampaignTable, RecipientTable } from "#db/tables/campaigns.ts";
import { dayOf } from "../days.ts";

type Campaign = Pick<CampaignTable, "state" | "late" | "opens_on" | "due_on">;
type Recipient = Pick<RecipientTable, "due_on" | "first_submitted_at">;

/**
 * Where a campaign is on a day: being written, issued but not yet open, open, past its due day but still taking (late) returns,
 * past it and taking none but extended ones, closed.
 */
export type CampaignPhase = "draft" | "scheduled" | "open" | "overtime" | "ended" | "closed";

export function campaignPhase(campaign: Campaign, today: string): CampaignPhase {
	if (campaign.state !== "issued") return campaign.state;
	if (today < campaign.opens_on) return "scheduled";
	if (today <= campaign.due_on) return "open";
	return campaign.late === "mark" ? "overtime" : "ended";
}

/** Whether a school's return came, or would come, on its due day or before. Only the first sending is judged. */
export function isOnTime(recipient: Recipient, today: string): boolean {
	const day = recipient.first_submitted_at === null ? today : dayOf(recipient.first_submitted_at);
	return day <= recipient.due_on;
}

export type SubmissionGate = {
	allowed: boolean;
	/** A sending now would be the first one and after the due day: it is marked late. */
	late: boolean;
	/** Why not; null when it is allowed. */
	refusal: "not_issued" | "not_open" | "closed" | "too_late" | null;
};

/**
 * Whether a school may send its return today. `due_on` of the recipient decides, extensions included. A return that was sent
 * once may be sent again after the due day until the campaign closes: the office itself asked for it to be mended.
 */
export function mayStillSubmit(of: {
	campaign: Omit<Campaign, "due_on">;
	recipient: Recipient;
	today: string;
}): SubmissionGate {
	const { campaign, recipient, today } = of;
	const late = recipient.first_submitted_at === null && !isOnTime(recipient, today);
	const refusal = refusalOf(campaign, late, today);
	return { allowed: refusal === null, late, refusal };
}

function refusalOf(campaign: Omit<Campaign, "due_on">, late: boolean, today: string): SubmissionGate["refusal"] {
	if (campaign.state === "draft") return "not_issued";
	if (campaign.state === "closed") return "closed";
	if (today < campaign.opens_on) return "not_open";
	return late && campaign.late === "refuse" ? "too_late" : null;
}

/** The title an officer need not type: the template's, and the month in which the campaign opens. */
export function proposedTitle(templateTitle: string, opensOn: string): string {
	const [year, month] = opensOn.split("-");
	return `${templateTitle}, tháng ${Number(month)}/${year}`;
}
