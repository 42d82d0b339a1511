import type { ReactNode } from "react";
import type { Locale } from "#app/domain/ctx.ts";
import { uiWords } from "#app/i18n/ui.ts";
import { Button, LinkButton } from "./button.tsx";
import { useLocale } from "./locale.tsx";

type ErrorKind = "notFound" | "forbidden" | "bug" | "offline";

type ErrorScreenProps = {
	kind: ErrorKind;
	/** The number under which the log has it. */
	reference?: string;
	/** A sentence that knows more than the usual one. */
	children?: ReactNode;
	homeTo?: string;
};

/** Instead of a page. In the reader's language, then in short in the other: an error can come before the language is known. */
export function ErrorScreen({ kind, reference, children, homeTo = "/" }: ErrorScreenProps) {
	const locale = useLocale();
	const other: Locale = locale === "vi" ? "en" : "vi";
	const words = uiWords[locale].errorPage;
	const again = uiWords[other].errorPage[kind];
	return (
		<div className="max-w-prose py-4">
			<h1 className="text-2xl font-semibold">{words[kind].title}</h1>
			<p className="mt-2">{children ?? words[kind].text}</p>
			{reference && (
				<p className="mt-4">
					{words.reference}: <code className="rounded-sm bg-sunken px-2 py-1 font-medium break-all">{reference}</code>
				</p>
			)}
			<div className="mt-6 flex flex-wrap gap-3">
				<LinkButton to={homeTo} reloadDocument variant="primary">
					{words.home}
				</LinkButton>
				{(kind === "bug" || kind === "offline") && (
					<Button onClick={() => window.location.reload()}>{words.retry}</Button>
				)}
			</div>
			<div lang={other} className="mt-8 border-t border-line pt-4 text-sm text-muted">
				<p className="font-medium">{again.title}</p>
				<p>{again.text}</p>
			</div>
		</div>
	);
}
