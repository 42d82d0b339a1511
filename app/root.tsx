import { Links, Meta, Outlet, Scripts, ScrollRestoration, isRouteErrorResponse, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import type { loader } from "./root.loader.ts";
import { ErrorScreen } from "./ui/error-screen.tsx";
import { LocaleProvider } from "./ui/locale.tsx";
import { NonceContext } from "./ui/nonce.tsx";
import "./styles.css";

export { loader } from "./root.loader.ts";

/** The document around every page, errors included. */
export function Layout({ children }: { children: ReactNode }) {
	const root = useRouteLoaderData<typeof loader>("root");
	const nonce = useContext(NonceContext);
	const locale = root?.locale ?? "vi";
	return (
		<html lang={locale} data-theme={root?.theme ?? undefined}>
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
				<ScrollRestoration nonce={nonce} />
				<Scripts nonce={nonce} />
			</body>
		</html>
	);
}

export default function Root() {
	return <Outlet />;
}

export function ErrorBoundary() {
	const error = useRouteError();
	const root = useRouteLoaderData<typeof loader>("root");
	if (isRouteErrorResponse(error)) {
		const body = error.data as { problem?: { code: string }; bug?: string } | null;
		return <ErrorScreen status={error.status} reference={body?.bug ?? null} />;
	}
	return <ErrorScreen status={500} reference={root?.reference ?? null} />;
}
