import { useLoaderData } from "@remix-run/react";
import Copy from "lucide-react/icons/copy";
import Printer from "lucide-react/icons/printer";
import { useEffect, useState } from "react";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductStepWords } from "#app/i18n/conduct-steps.ts";
import { formatDay } from "#app/i18n/format.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { loader } from "./route.ts";
import type { Made } from "./screen.tsx";

type Link = Made["made"][number];

/** The links that were just made: a slip each, to print and cut. They are in this answer and nowhere else. */
export function MadeLinks({ answer }: { answer: Made }) {
	const { made: t } = useWords(conductStepWords);
	const { version } = useLoaderData<typeof loader>();
	const scripted = useScript();
	const all = answer.made.map(({ label, address }) => (label ? `${label}\t${address}` : address)).join("\n");
	return (
		<>
			<div data-print="hide">
				<PageHeader
					title={t.title(answer.made.length)}
					actions={
						<>
							{scripted && (
								<>
									<Button variant="primary" icon={<Printer />} onClick={() => window.print()}>
										{t.print}
									</Button>
									<CopyButton text={all} label={t.copyAll} />
								</>
							)}
							<LinkButton to={`/school/conduct/${version.id}/consult`}>{t.back}</LinkButton>
						</>
					}
				/>
				<div className="mb-5 grid gap-3">
					<Notice tone="warning" live>
						{t.once}
					</Notice>
					{answer.onlyHere && <Notice tone="danger">{t.onlyHere(answer.origin)}</Notice>}
				</div>
			</div>
			<ul className="grid gap-4 sm:grid-cols-2 print:grid-cols-2 print:gap-0">
				{answer.made.map((link) => (
					<Slip key={link.id} link={link} scripted={scripted} />
				))}
			</ul>
		</>
	);
}

function Slip({ link, scripted }: { link: Link; scripted: boolean }) {
	const { made: t } = useWords(conductStepWords);
	const { voiceGroups } = useWords(conductWords);
	const { consultation, school } = useLoaderData<typeof loader>();
	const { qr } = link;
	return (
		<li
			data-print="whole"
			className="rounded-md border border-line bg-surface p-4 print:rounded-none print:border-dashed print:p-5"
		>
			<p className="text-sm text-muted">{school}</p>
			<p className="font-semibold">{t.card}</p>
			<p className="text-sm">
				{voiceGroups[link.group]}
				{link.label && ` · ${link.label}`}
			</p>
			<div className="mt-3 flex items-start gap-4">
				<svg
					role="img"
					aria-label={t.qr}
					viewBox={`-2 -2 ${qr.size + 4} ${qr.size + 4}`}
					width="120"
					height="120"
					className="shrink-0 rounded-sm"
					shapeRendering="crispEdges"
				>
					<rect x="-2" y="-2" width={qr.size + 4} height={qr.size + 4} fill="#fff" />
					<path d={qr.path} fill="#000" />
				</svg>
				<div className="min-w-0 text-sm">
					<p>{t.scan}</p>
					{consultation && <p className="mt-1 font-medium">{t.until(formatDay(consultation.closesOn))}</p>}
				</div>
			</div>
			<p className="mt-3 text-sm break-all select-all">{link.address}</p>
			{scripted && (
				<div className="mt-2 print:hidden">
					<CopyButton text={link.address} label={t.copy} />
				</div>
			)}
		</li>
	);
}

function CopyButton({ text, label }: { text: string; label: string }) {
	const { made: t } = useWords(conductStepWords);
	const [copied, setCopied] = useState(false);
	return (
		<Button
			icon={<Copy />}
			onClick={() =>
				void navigator.clipboard?.writeText(text).then(
					() => setCopied(true),
					() => setCopied(false),
				)
			}
		>
			<span aria-live="polite">{copied ? t.copied : label}</span>
		</Button>
	);
}

/** Without script the browser's own menus print and copy. */
function useScript(): boolean {
	const [ready, setReady] = useState(false);
	useEffect(() => setReady(true), []);
	return ready;
}
