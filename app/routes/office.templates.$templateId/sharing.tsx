import { Form, useLoaderData } from "@remix-run/react";
import { formatTime } from "#app/i18n/format.ts";
import { templateLifeWords } from "#app/i18n/template-life.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { TextField } from "#app/ui/field.tsx";
import { SubmitButton } from "#app/ui/form.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { loader } from "./route.ts";

/** Whether offices below are offered the template, and which of them use it. */
export function Sharing() {
	const { template, offer, may } = useLoaderData<typeof loader>();
	const { shared: t } = useWords(templateLifeWords);
	const published = template.versions.some(({ state }) => state === "published");
	if (!may.write || (!offer && !published)) return null;
	return (
		<Card labelledBy="sharing" className="print:hidden">
			<CardHeader id="sharing" title={t.offerTitle} />
			<Form method="post" encType="multipart/form-data" className="grid gap-3">
				<input type="hidden" name="versionId" value={template.version.id} />
				{offer ? (
					<>
						<p>{t.offered(formatTime(offer.offeredAt))}</p>
						<p className="text-sm text-muted">
							{offer.followers.length > 0 ? t.followers(offer.followers.join(", ")) : t.nobody}
						</p>
						<div>
							<Button type="submit" name="intent" value="withdraw">
								{t.withdraw}
							</Button>
						</div>
					</>
				) : (
					<>
						<p className="text-sm text-muted">{t.offerText}</p>
						<TextField optional name="note" label={t.note} maxLength={500} />
						<div>
							<SubmitButton variant="secondary" name="intent" value="offer">
								{t.offer}
							</SubmitButton>
						</div>
					</>
				)}
			</Form>
		</Card>
	);
}
