import { useLoaderData, useNavigation } from "@remix-run/react";
import { reviewWords } from "#app/i18n/review.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { loader } from "./route.ts";
import { useTyped } from "./typed.ts";

/** Accept, or send back what was marked above. */
export function Decision() {
	const { campaign } = useLoaderData<typeof loader>();
	const { form: t } = useWords(reviewWords);
	const typed = useTyped();
	const busy = useNavigation().state === "submitting";
	return (
		<Card labelledBy="decision">
			<CardHeader id="decision" title={t.title} />
			<div className="grid max-w-2xl gap-4">
				<TextArea
					name="remark"
					label={t.remark}
					hint={t.remarkHint}
					rows={3}
					maxLength={4000}
					optional
					defaultValue={typed("remark")}
				/>
				<div className="flex flex-wrap items-center gap-3">
					<Button type="submit" variant="primary" name="decision" value="accepted" busy={busy}>
						{t.accept}
					</Button>
					<Button type="submit" name="decision" value="sent_back" busy={busy}>
						{t.sendBack}
					</Button>
				</div>
				{campaign.closed && <p className="text-sm text-muted">{t.closed}</p>}
			</div>
		</Card>
	);
}
