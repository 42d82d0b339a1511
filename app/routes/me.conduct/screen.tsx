import { Outlet, useLoaderData } from "@remix-run/react";
import { signInWords } from "#app/i18n/sign-in.ts";
import { useWords } from "#app/ui/locale.tsx";
import { PublicShell } from "#app/ui/public-shell.tsx";
import { Frame } from "../school/screen.tsx";
import type { loader } from "./route.ts";

export function OwnFrame() {
	const { atSchool } = useLoaderData<typeof loader>();
	const { product } = useWords(signInWords);
	if (atSchool) return <Frame />;
	return (
		<PublicShell name={product} wide>
			<Outlet />
		</PublicShell>
	);
}
