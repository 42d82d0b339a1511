import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import ClipboardCheck from "lucide-react/icons/clipboard-check";
import MessageSquareText from "lucide-react/icons/message-square-text";
import Phone from "lucide-react/icons/phone";
import type { PublicCode } from "#app/domain/conduct/public-queries.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { publicConductWords } from "#app/i18n/conduct-public.ts";
import { formatDay } from "#app/i18n/format.ts";
import { publicResultWords } from "#app/i18n/public-results.ts";
import { Card, CardHeader } from "#app/ui/card.tsx";
import { ConductCode } from "#app/ui/conduct-code.tsx";
import { HotlineBox } from "#app/ui/hotline-box.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PublicResult } from "#app/ui/public-result.tsx";
import { PublicShell } from "#app/ui/public-shell.tsx";
import { titled } from "#app/ui/titled.ts";
import { type ContactPart, emailParts, phoneParts, webParts } from "./contact.ts";
import type { loader } from "./route.ts";

export const meta: MetaFunction<typeof loader> = (args) => {
	const { data } = args;
	return titled(publicConductWords, (t) => (data ? `${t.title} · ${data.school.name}` : t.title))(args);
};

const link = "inline-flex min-h-12 items-center font-medium text-accent-ink underline underline-offset-4";
const quick = "inline-flex min-h-12 items-center gap-2 rounded-md border px-4 py-2 font-medium [&_svg]:size-5";

/** What a parent reads who scanned the poster: the code in force, where to report, 111. Plain links, no script. */
export function Screen() {
	const t = useWords(publicConductWords);
	const resultWords = useWords(publicResultWords);
	const other = useLocale() === "vi" ? "en" : "vi";
	const { school, inForce, results } = useLoaderData<typeof loader>();
	const here = `/public/schools/${school.code}`;
	return (
		<PublicShell
			name={t.product}
			wide
			language={
				<a href={other === "en" ? `${here}?lang=en` : here} lang={other} hrefLang={other} className={link}>
					{t.other}
				</a>
			}
		>
			<header className="mb-5">
				<p className="text-lg font-semibold text-accent-ink">{school.name}</p>
				<h1 className="text-2xl font-semibold">{t.title}</h1>
				{inForce && <Issued inForce={inForce} />}
			</header>
			<div className="grid gap-5">
				{inForce ? (
					<>
						<p data-print="hide" className="flex flex-wrap gap-3">
							<a href="#feedback" className={`${quick} border-control bg-surface hover:bg-sunken`}>
								<MessageSquareText aria-hidden="true" />
								{t.feedback}
							</a>
							{results.length > 0 && (
								<a href="#result" className={`${quick} border-control bg-surface hover:bg-sunken`}>
									<ClipboardCheck aria-hidden="true" />
									{resultWords.jump}
								</a>
							)}
							<a href="tel:111" className={`${quick} border-transparent bg-bad text-on-bad hover:bg-bad-hover`}>
								<Phone aria-hidden="true" />
								{t.call111}
							</a>
						</p>
						<Card>
							<ConductCode code={inForce.code} />
						</Card>
						<Results />
						<Feedback channels={inForce.publication.channels} />
						<HotlineBox>{t.hotline}</HotlineBox>
						<Posters here={here} />
					</>
				) : (
					<>
						<Notice title={t.none}>{t.noneText}</Notice>
						<Results />
						<HotlineBox>{t.hotline}</HotlineBox>
					</>
				)}
			</div>
		</PublicShell>
	);
}

/** What the school found of itself, round by round, as it made it public. */
function Results() {
	const { results } = useLoaderData<typeof loader>();
	const t = useWords(publicResultWords);
	if (results.length === 0) return null;
	return (
		<Card labelledBy="result" className="scroll-mt-4">
			<CardHeader id="result" title={t.title} />
			<div className="grid gap-6">
				{results.map((result) => (
					<PublicResult key={`${result.title} ${result.submittedAt}`} result={result} />
				))}
			</div>
			<p className="mt-4 text-sm text-muted">{t.basis}</p>
		</Card>
	);
}

function Issued({ inForce }: { inForce: PublicCode }) {
	const t = useWords(publicConductWords);
	const { decision, publication, number } = inForce;
	return (
		<p className="mt-1 text-muted">
			{t.issued(decision.number, formatDay(decision.decidedOn))}. {t.effective(formatDay(publication.effectiveOn))}.{" "}
			{t.version(number)}.
		</p>
	);
}

function Feedback({ channels }: { channels: PublicCode["publication"]["channels"] }) {
	const t = useWords(publicConductWords);
	const { channels: names } = useWords(conductWords);
	const lines: [keyof typeof names, ContactPart[]][] = [
		["phone", phoneParts(channels.phone)],
		["email", emailParts(channels.email)],
		["web", webParts(channels.web)],
		["box", [{ text: channels.box }]],
	];
	return (
		<Card labelledBy="feedback" className="scroll-mt-4">
			<CardHeader id="feedback" title={t.feedback} />
			<p className="mb-2 text-muted">{t.feedbackText}</p>
			<dl className="divide-y divide-line border-y border-line" data-print="whole">
				{lines
					.filter(([name]) => channels[name] !== "")
					.map(([name, parts]) => (
						<div key={name} className="grid items-center gap-x-6 py-1 sm:grid-cols-[10rem_minmax(0,1fr)]">
							<dt className="font-medium">{names[name]}</dt>
							<dd className="min-w-0 wrap-anywhere">
								{parts.map(({ text, href }) =>
									href ? (
										<a key={text} href={href} rel="nofollow noopener" className={link}>
											{text}
										</a>
									) : (
										<span key={text}>{text}</span>
									),
								)}
							</dd>
						</div>
					))}
			</dl>
		</Card>
	);
}

function Posters({ here }: { here: string }) {
	const t = useWords(publicConductWords);
	return (
		<section aria-labelledby="posters" data-print="hide">
			<h2 id="posters" className="font-semibold">
				{t.posters}
			</h2>
			<ul className="flex flex-wrap gap-x-6">
				{(["A3", "A4"] as const).map((size) => (
					<li key={size}>
						<a href={`${here}/poster-${size.toLowerCase()}.pdf`} className={link}>
							{t.poster(size)}
						</a>
					</li>
				))}
			</ul>
		</section>
	);
}
