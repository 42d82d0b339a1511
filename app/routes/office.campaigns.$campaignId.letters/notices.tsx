import { useLoaderData } from "@remix-run/react";
import type { VerdictResult } from "#app/domain/forms/verdict-schema.ts";
import { documentNumber } from "#app/domain/paper.ts";
import { formatDay } from "#app/i18n/format.ts";
import { noticesWords } from "#app/i18n/notices.ts";
import { verdictName } from "#app/i18n/verdict.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { loader } from "./route.ts";

/** Every notice with its number and its files. */
export function Notices() {
	const { notices } = useLoaderData<typeof loader>();
	const { campaign: t, letter } = useWords(noticesWords);
	const locale = useLocale();
	if (notices.lines.length === 0) return null;
	const title = `${t.results}: ${letter.issued}`;
	return (
		<Card flush labelledBy="notices">
			<CardHeader id="notices" title={title} ruled />
			<DataTable
				caption={title}
				rows={notices.lines}
				rowKey={(row) => row.id}
				columns={[
					{
						key: "school",
						header: t.school,
						cell: (row) => (
							<>
								<TextLink to={`/office/returns/${row.returnId}`}>{row.school}</TextLink>
								<span className="block text-sm font-normal text-muted">{row.commune}</span>
							</>
						),
					},
					{ key: "number", header: t.number, cell: (row) => `${documentNumber(row)} · ${formatDay(row.issuedOn)}` },
					{
						key: "result",
						header: t.result,
						cell: (row) => row.verdict && verdictName(row.verdict as VerdictResult, locale),
					},
					{
						key: "files",
						header: t.files,
						cell: (row) =>
							row.written ? (
								<span className="flex flex-wrap gap-x-4">
									<TextLink to={`/office/letters/${row.id}/thong-bao-ket-qua.pdf`} reloadDocument>
										{t.pdf}
									</TextLink>
									<TextLink to={`/office/letters/${row.id}/thong-bao-ket-qua.docx`} reloadDocument>
										{t.docx}
									</TextLink>
								</span>
							) : (
								<span className="text-muted">{t.unwritten}</span>
							),
					},
				]}
			/>
			<Pager next={notices.next} />
		</Card>
	);
}
