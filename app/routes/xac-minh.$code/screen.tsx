import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Verified } from "#app/domain/papers/letter-schema.ts";
import { formatTime } from "#app/i18n/format.ts";
import { noticesWords } from "#app/i18n/notices.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { titled } from "#app/ui/titled.ts";
import { VerdictBadge } from "#app/ui/verdict-summary.tsx";
import { CodeForm, VerifyShell } from "#app/ui/verify-shell.tsx";
import type { loader } from "./route.ts";

export const meta = titled(noticesWords, (t) => t.verify.title);

const link = "inline-flex min-h-12 items-center font-medium text-accent-ink underline underline-offset-4";

/** Genuine or not, and what was sent; nothing else of the school. */
export function Screen() {
	const { verified, typed, problem } = useLoaderData<typeof loader>();
	const { verify: t } = useWords(noticesWords);
	const locale = useLocale();
	return (
		<VerifyShell here={`/xac-minh/${encodeURIComponent(verified?.code ?? typed)}`}>
			<h1 className="text-2xl font-semibold">{t.title}</h1>
			<div className="mt-4 grid gap-5">
				{verified ? (
					<Told verified={verified} />
				) : (
					<>
						<Notice tone="danger" title={t.unknown}>
							{problem && problemSentence(problem, locale)}
						</Notice>
						<CodeForm typed={typed} />
					</>
				)}
			</div>
		</VerifyShell>
	);
}

function Told({ verified }: { verified: Verified }) {
	const { verify: t } = useWords(noticesWords);
	const locale = useLocale();
	const lines: [string, ReactNode][] = [
		[t.school, verified.school],
		[t.campaign, verified.campaign],
		[t.sentAt, formatTime(verified.sentAt)],
		...(verified.verdict
			? [[t.verdict, <VerdictBadge key="v" result={verified.verdict} />] as [string, ReactNode]]
			: []),
		[
			t.hash,
			<code key="h" className="text-sm break-all">
				{verified.sha256}
			</code>,
		],
		[t.code, <code key="c">{verified.code}</code>],
	];
	return (
		<>
			{verified.intact ? (
				<Notice tone="success" title={t.genuine}>
					{t.genuineText}
				</Notice>
			) : (
				<Notice tone="danger" title={t.broken}>
					{t.brokenText}
				</Notice>
			)}
			{verified.replaced && <Notice tone="warning">{t.replaced}</Notice>}
			<dl className="divide-y divide-line border-y border-line">
				{lines.map(([term, value]) => (
					<div key={term} className="py-2">
						<dt className="text-sm text-muted">{term}</dt>
						<dd className="font-medium wrap-anywhere">{value}</dd>
					</div>
				))}
			</dl>
			<p>
				<a href={locale === "en" ? "/xac-minh?lang=en" : "/xac-minh"} className={link}>
					{t.again}
				</a>
			</p>
		</>
	);
}
