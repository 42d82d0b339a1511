import { type Grade, placeOf, type ReviewRemark } from "#app/domain/authoring/review.ts";
import { remarkSentence, templateLifeWords } from "#app/i18n/template-life.ts";
import { StatusBadge } from "./badge.tsx";
import { useLocale, useWords } from "./locale.tsx";
import { TextLink } from "./text-link.tsx";
import type { Tone } from "./tone.ts";

const tones: Record<Grade, Tone> = { error: "bad", warning: "warn", advice: "neutral" };
const grades: readonly Grade[] = ["error", "warning", "advice"];

/** Codes that stand beside a sentence at once; the others open on demand. */
const CODES_SHOWN = 4;

/** What was found in a form, the gravest first, each with the places to mend it. `edit`: the builder's page of this draft. */
export function ReviewRemarks({ remarks, edit }: { remarks: readonly ReviewRemark[]; edit: string }) {
	const { publish: t } = useWords(templateLifeWords);
	if (remarks.length === 0) return <p>{t.clean}</p>;
	return (
		<div className="grid gap-5">
			{grades.map((grade) => {
				const own = remarks.filter((remark) => remark.grade === grade);
				if (own.length === 0) return null;
				return (
					<section key={grade} aria-labelledby={`grade-${grade}`}>
						<h3 id={`grade-${grade}`} className="mb-2">
							<StatusBadge tone={tones[grade]}>{t.grades[grade]}</StatusBadge>
						</h3>
						<ul className="grid gap-2">
							{own.map((remark) => (
								<Remark key={JSON.stringify(remark)} remark={remark} edit={edit} />
							))}
						</ul>
					</section>
				);
			})}
		</div>
	);
}

function Remark({ remark, edit }: { remark: ReviewRemark; edit: string }) {
	const { publish: t } = useWords(templateLifeWords);
	const locale = useLocale();
	const place = placeOf(remark);
	const items = "items" in remark && place?.part === "item" ? remark.items : [];
	const codes = items.length > 0 ? items : place?.part === "item" && place.code ? [place.code] : [];
	return (
		<li className="border-s-4 border-line ps-3">
			<p>{remarkSentence(remark, locale)}</p>
			{codes.length > 0 && codes.length <= CODES_SHOWN && <Codes codes={codes} edit={edit} />}
			{codes.length > CODES_SHOWN && (
				<details>
					<summary className="inline-block py-1 text-sm text-accent-ink underline underline-offset-4">
						{t.more(codes.length)}
					</summary>
					<Codes codes={codes} edit={edit} />
				</details>
			)}
			{place?.part === "rule" && (
				<p className="text-sm">
					<TextLink to={`${edit}?part=rule`}>{t.goRule}</TextLink>
				</p>
			)}
		</li>
	);
}

function Codes({ codes, edit }: { codes: readonly string[]; edit: string }) {
	const { publish: t } = useWords(templateLifeWords);
	return (
		<ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
			{codes.map((code) => (
				<li key={code}>
					<TextLink to={`${edit}?item=${encodeURIComponent(code)}`} aria-label={t.goTo(code)}>
						{code}
					</TextLink>
				</li>
			))}
		</ul>
	);
}
