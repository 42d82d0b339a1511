import { useLoaderData } from "@remix-run/react";
import { campaignsWords } from "#app/i18n/campaigns.ts";
import { conductOfficeWords } from "#app/i18n/conduct-office.ts";
import { formatDay } from "#app/i18n/format.ts";
import { kindsInWords, templatesWords, validityInWords } from "#app/i18n/templates.ts";
import { RadioGroup } from "#app/ui/choice.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { CampaignFormHandle } from "./campaign-form.tsx";
import type { loader } from "./route.ts";

/** The template to issue: what was used for the task first, then what is in force; each says what it is and what it is not. */
export function TemplateField({ form }: { form: CampaignFormHandle }) {
	const { versions } = useLoaderData<typeof loader>();
	const { form: t } = useWords(campaignsWords);
	const words = useWords(templatesWords);
	const { issue: conduct } = useWords(conductOfficeWords);
	const locale = useLocale();
	const day = (value: string | null) => (value === null ? null : formatDay(value));
	return (
		<RadioGroup
			{...form.field("versionId")}
			label={t.template}
			options={versions.map((version) => ({
				value: version.id,
				label: version.title[locale] || version.title.vi,
				hint: (
					<>
						{[
							t.templateLine(version.code, version.number),
							validityInWords(day(version.validFrom), day(version.validTo), locale),
							kindsInWords(version.kinds, locale),
							...(version.used ? [t.used] : []),
						].join(" · ")}
						{version.kind === "conduct" && <span className="block">{conduct.hint}</span>}
						{!version.checkedAt && <span className="block text-warn-ink">{words.workingCopy}</span>}
						{!version.inForce && <span className="block text-warn-ink">{words.expired}</span>}
					</>
				),
			}))}
		/>
	);
}
