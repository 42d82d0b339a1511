import { useLoaderData } from "@remix-run/react";
import Download from "lucide-react/icons/download";
import { hashGroups } from "#app/domain/conduct/rules.ts";
import { ownConductWords } from "#app/i18n/conduct-public.ts";
import { formatDay, formatTime } from "#app/i18n/format.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ConductCode } from "#app/ui/conduct-code.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { titled } from "#app/ui/titled.ts";
import type { loader } from "./route.ts";

export const meta = titled(ownConductWords, (t) => t.receipt.title);

/** The receipt, and below it the text word for word as it was signed. */
export function Screen() {
	const { title, receipt: t } = useWords(ownConductWords);
	const { signed, first, done } = useLoaderData<typeof loader>();
	const { version } = signed;
	return (
		<>
			<PageHeader crumbs={[{ to: "/me/conduct", label: title }]} title={t.title} />
			<div className="grid gap-5">
				{done && (
					<Notice tone="success" live>
						{t.done}
					</Notice>
				)}
				{version.state === "superseded" && <Notice>{t.replaced}</Notice>}
				<Card>
					<SummaryList
						rows={[
							{ key: "code", term: t.code, value: <span className="text-lg font-semibold">{signed.receipt}</span> },
							{ key: "name", term: t.signedName, value: signed.signedName },
							{ key: "at", term: t.signedAt, value: formatTime(signed.signedAt) },
							{ key: "school", term: t.school, value: signed.school },
							{ key: "document", term: t.document, value: t.documentLine(version.number) },
							...(version.decision
								? [
										{
											key: "decision",
											term: t.decision,
											value: t.decisionLine(version.decision.number, formatDay(version.decision.decidedOn)),
										},
									]
								: []),
							{ key: "hash", term: t.hash, value: <Hash value={signed.sha256} /> },
						]}
					/>
					<LinkButton
						to={`/me/conduct/signed/${signed.schoolId}/${signed.versionId}/receipt.pdf`}
						reloadDocument
						icon={<Download />}
						size="large"
						className="mt-4 w-full sm:w-auto"
					>
						{t.pdf}
					</LinkButton>
				</Card>
				<section aria-labelledby="text">
					<h2 id="text" className="mb-3 text-xl font-semibold">
						{t.text}
					</h2>
					<Card>
						<ConductCode code={signed.code} first={first} />
					</Card>
				</section>
			</div>
		</>
	);
}

function Hash({ value }: { value: string }) {
	return <span className="text-sm break-words">{hashGroups(value)}</span>;
}
