import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { campaignsWords } from "#app/i18n/campaigns.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { CheckboxGroup } from "#app/ui/choice.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { CampaignFormHandle } from "./campaign-form.tsx";
import type { loader } from "./route.ts";
import type { TypedCampaign } from "./typed-campaign.ts";

/** Recipients by kind, ownership, commune and manager, each choice with the number of open schools behind it. */
export function RecipientFields({ form, typed }: { form: CampaignFormHandle; typed: TypedCampaign }) {
	const { choices } = useLoaderData<typeof loader>();
	const { form: t } = useWords(campaignsWords);
	const { kinds, ownerships } = useWords(schoolWords);
	const locale = useLocale();
	const named = (name: string, schools: number) => t.option(name, formatNumber(schools, locale));
	return (
		<Card labelledBy="recipients">
			<CardHeader id="recipients" title={t.recipients} />
			<div className="grid gap-5">
				<p className="-mt-2 text-muted">{t.recipientsHint}</p>
				<CheckboxGroup
					{...form.choices("kinds")}
					label={t.kinds}
					hint={t.kindsHint}
					inline
					options={choices.kinds.map(({ value, schools }) => ({ value, label: named(kinds[value], schools) }))}
				/>
				<CheckboxGroup
					{...form.choices("ownerships")}
					label={t.ownerships}
					inline
					optional
					options={choices.ownerships.map(({ value, schools }) => ({
						value,
						label: named(ownerships[value], schools),
					}))}
				/>
				<Fold title={t.managers} chosen={typed.managers.length}>
					<CheckboxGroup
						{...form.choices("managers")}
						label={t.managers}
						inline
						options={choices.managers.map(({ id, name, schools }) => ({ value: id, label: named(name, schools) }))}
					/>
				</Fold>
				<Fold title={t.communes} chosen={typed.communes.length}>
					<CheckboxGroup
						{...form.choices("communes")}
						label={t.communes}
						inline
						options={choices.communes.map(({ id, name, schools }) => ({ value: id, label: named(name, schools) }))}
					/>
				</Fold>
			</div>
		</Card>
	);
}

/** Long lists of choices stay folded until somebody needs them. */
function Fold({ title, chosen, children }: { title: string; chosen: number; children: ReactNode }) {
	const { form: t } = useWords(campaignsWords);
	return (
		<details open={chosen > 0} className="rounded-md border border-line px-4 py-2">
			<summary className="py-1 font-medium">
				<span className="text-accent-ink underline underline-offset-4">{title}</span>{" "}
				<span className="font-normal text-muted">({chosen > 0 ? t.chosen(chosen) : t.anyOf})</span>
			</summary>
			<div className="pt-2">{children}</div>
		</details>
	);
}
