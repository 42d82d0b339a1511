import { Form, useLoaderData } from "@remix-run/react";
import { documentNumber } from "#app/domain/paper.ts";
import { noticesWords } from "#app/i18n/notices.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { PrintButtons } from "#app/ui/print-buttons.tsx";
import type { loader } from "./route.ts";

/** What can be had on paper: the return itself, and the notice of its result. */
export function Papers() {
	const { returnId, campaign, state, definition, notice, may } = useLoaderData<typeof loader>();
	const { slip: t } = useWords(noticesWords);
	const tellable = may.review && state === "accepted" && definition.rule.type !== "none" && !notice;
	return (
		<div data-print="hide" className="mb-4 flex flex-wrap gap-2">
			<PrintButtons base={`/office/returns/${returnId}`} />
			{notice && (
				<LinkButton to={`/office/letters/${notice.id}/thong-bao-ket-qua.pdf`} reloadDocument>
					{t.notice(documentNumber(notice))}
				</LinkButton>
			)}
			{tellable && (
				<Form method="post" action={`/office/campaigns/${campaign.id}/letters`}>
					<input type="hidden" name="returnId" value={returnId} />
					<Button type="submit" name="intent" value="notify">
						{t.makeNotice}
					</Button>
				</Form>
			)}
		</div>
	);
}
