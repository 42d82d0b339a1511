import type { MetaFunction } from "@remix-run/node";
import {
	isRouteErrorResponse,
	Links,
	Meta,
	Outlet,
	Scripts,
	ScrollRestoration,
	useMatches,
	useRouteError,
	useRouteLoaderData,
} from "@remix-run/react";
import { type ComponentProps, type ReactNode, useContext } from "react";
import { problemSentence } from "./i18n/problems.ts";
import { uiWords } from "./i18n/ui.ts";
import type { Refusal } from "./platform/door.ts";
import type { loader } from "./root.loader.ts";
import { ErrorScreen } from "./ui/error-screen.tsx";
import { LocaleProvider, useLocale } from "./ui/locale.tsx";
import { NonceContext } from "./ui/nonce.tsx";
import { titled } from "./ui/titled.ts";
import "./styles.css";

export { loader } from "./root.loader.ts";

/** The document around every page, errors included. */
export function Layout({ children }: { children: ReactNode }) {
	const root = useRouteLoaderData<typeof loader>("root");
	const nonce = useContext(NonceContext);
	const locale = root?.locale ?? "vi";
	// `handle = { plain: true }`: a page without any script, in the fonts of the device, as light as it can be.
	const plain = useMatches().some(({ handle }) => (handle as { plain?: boolean } | undefined)?.plain);
	return (
		<html lang={locale} data-theme={root?.theme ?? undefined} data-plain={plain || undefined}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
				<Meta />
				<Links />
			</head>
			<body>
				<LocaleProvider locale={locale}>{children}</LocaleProvider>
				{!plain && (
					<>
						<ScrollRestoration nonce={nonce} />
						<Scripts nonce={nonce} />
					</>
				)}
			</body>
		</html>
	);
}

/** The title of an error page; pages that are drawn have their own. */
export const meta: MetaFunction = (args) => {
	const status = isRouteErrorResponse(args.error) ? args.error.status : 500;
	const kind = status === 404 ? "notFound" : status === 403 ? "forbidden" : "bug";
	return args.error ? (titled(uiWords, (t) => t.errorPage[kind].title)(args) ?? []) : [];
};

export default function Root() {
	return <Outlet />;
}

/** In place of a page that cannot be shown: what happened, what to do, and the reference under which the log has it. */
export function ErrorBoundary() {
	const error = useRouteError();
	const root = useRouteLoaderData<typeof loader>("root");
	const locale = useLocale();
	if (!isRouteErrorResponse(error)) return <Failed kind="bug" reference={root?.reference} />;
	const body = error.data as Partial<Refusal & { bug: string }> | null;
	const kind = error.status === 404 ? "notFound" : error.status === 403 ? "forbidden" : "bug";
	return (
		<Failed kind={kind} reference={body?.bug}>
			{body?.problem && problemSentence(body.problem, locale)}
		</Failed>
	);
}

function Failed(props: ComponentProps<typeof ErrorScreen>) {
	return (
		<main className="mx-auto max-w-3xl px-4 py-10">
			<ErrorScreen {...props} />
		</main>
	);
}
