import type { VerdictResult } from "#app/domain/forms/verdict-schema.ts";
import { documentNumber } from "#app/domain/paper.ts";
import type { SchoolLetter } from "#app/domain/papers/letter-school-queries.ts";
import { formatDay } from "#app/i18n/format.ts";
import { noticesWords } from "#app/i18n/notices.ts";
import { StatusBadge } from "./badge.tsx";
import { LinkButton } from "./button.tsx";
import { Card } from "./card.tsx";
import { useWords } from "./locale.tsx";
import { VerdictBadge } from "./verdict-summary.tsx";

const names = { reminder: "cong-van-nhac-nop", result: "thong-bao-ket-qua" };

/** Where a letter to the school is read. */
export function letterPath({ id, kind }: Pick<SchoolLetter, "id" | "kind">, file: "pdf" | "docx"): string {
	return `/school/letters/${id}/${names[kind]}.${file}`;
}

/** Letters to a school, each with its two files. */
export function SchoolLetters({ letters }: { letters: SchoolLetter[] }) {
	const { school: t, campaign } = useWords(noticesWords);
	return (
		<ul className="grid gap-3">
			{letters.map((letter) => (
				<li key={letter.id}>
					<Card>
						<div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
							<div className="min-w-0 flex-1 basis-60">
								<h3 className="font-semibold">{t[letter.kind](documentNumber(letter), formatDay(letter.issuedOn))}</h3>
								<p className="text-muted wrap-anywhere">{letter.campaign}</p>
								<p className="mt-1">
									{letter.kind === "result"
										? letter.verdict && <VerdictBadge result={letter.verdict as VerdictResult} />
										: letter.returned && <StatusBadge tone="good">{t.returned}</StatusBadge>}
								</p>
							</div>
							<div className="flex flex-wrap gap-2">
								<LinkButton to={letterPath(letter, "pdf")} reloadDocument>
									{campaign.pdf}
								</LinkButton>
								<LinkButton to={letterPath(letter, "docx")} reloadDocument>
									{campaign.docx}
								</LinkButton>
							</div>
						</div>
					</Card>
				</li>
			))}
		</ul>
	);
}
