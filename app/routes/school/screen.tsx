import { Outlet, useLoaderData, useLocation, useRouteLoaderData } from "@remix-run/react";
import { ownConductWords } from "#app/i18n/conduct-public.ts";
import { conductSchoolWords } from "#app/i18n/conduct-school.ts";
import { peopleWords } from "#app/i18n/people.ts";
import { schoolPageWords } from "#app/i18n/school.ts";
import type { loader as rootLoader } from "#app/root.loader.ts";
import { useWords } from "#app/ui/locale.tsx";
import { SchoolShell } from "#app/ui/school-shell.tsx";
import type { loader } from "./route.ts";

/** The school's frame; the fill page brings its own bars and takes the whole width of a phone. */
export function Frame() {
	const { unitName, name, role, mayStaff, mayAdapt } = useLoaderData<typeof loader>();
	const { nav } = useWords(schoolPageWords);
	const conduct = useWords(ownConductWords);
	const { nav: school } = useWords(conductSchoolWords);
	const { roles } = useWords(peopleWords);
	const { pathname } = useLocation();
	const theme = useRouteLoaderData<typeof rootLoader>("root")?.theme;
	return (
		<SchoolShell
			unitName={unitName}
			items={[
				{ to: "/school", label: nav.home, end: true },
				// Who adapts the code finds their own signature there, too: four entries would take half of a phone.
				mayAdapt ? { to: "/school/conduct", label: school.adapt } : { to: "/me/conduct", label: conduct.nav },
				...(mayStaff ? [{ to: "/school/people", label: nav.people }] : []),
			]}
			user={{
				name,
				role: roles[role],
				accountTo: "/me",
				theme: theme === "light" || theme === "dark" ? theme : "system",
			}}
			focused={pathname.includes("/sections/")}
		>
			<Outlet />
		</SchoolShell>
	);
}
