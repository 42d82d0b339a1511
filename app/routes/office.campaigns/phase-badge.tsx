import type { CampaignPhase } from "#app/domain/campaigns/rules.ts";
import { campaignsWords } from "#app/i18n/campaigns.ts";
import { StatusBadge } from "#app/ui/badge.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { Tone } from "#app/ui/tone.ts";

const tones: Record<CampaignPhase, Tone> = {
	draft: "neutral",
	scheduled: "neutral",
	open: "accent",
	overtime: "warn",
	ended: "warn",
	closed: "neutral",
};

/** Where a campaign stands today, in words. */
export function PhaseBadge({ phase }: { phase: CampaignPhase }) {
	const { phases } = useWords(campaignsWords);
	return <StatusBadge tone={tones[phase]}>{phases[phase]}</StatusBadge>;
}
