import { Outlet, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import Building2 from "lucide-react/icons/building-2";
import Cable from "lucide-react/icons/cable";
import ClipboardList from "lucide-react/icons/clipboard-list";
import FileCheck from "lucide-react/icons/file-check";
import FileText from "lucide-react/icons/file-text";
import HeartHandshake from "lucide-react/icons/heart-handshake";
import House from "lucide-react/icons/house";
import Inbox from "lucide-react/icons/inbox";
import ScrollText from "lucide-react/icons/scroll-text";
import Send from "lucide-react/icons/send";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import Users from "lucide-react/icons/users";
import type { ReactNode } from "react";
import { officeWords } from "#app/i18n/office.ts";
import { peopleWords } from "#app/i18n/people.ts";
import type { loader as rootLoader } from "#app/root.loader.ts";
import { useWords } from "#app/ui/locale.tsx";
import { OfficeShell } from "#app/ui/office-shell.tsx";
import type { loader } from "./route.ts";

type Part = ReturnType<typeof useLoaderData<typeof loader>>["parts"][number];

const places: Record<Part, { to: string; icon: ReactNode; startsGroup?: boolean; end?: boolean }> = {
	overview: { to: "/office", icon: <House />, end: true },
	directives: { to: "/office/directives", icon: <ScrollText /> },
	campaigns: { to: "/office/campaigns", icon: <Send /> },
	returns: { to: "/office/returns", icon: <Inbox /> },
	findings: { to: "/office/findings", icon: <TriangleAlert /> },
	conduct: { to: "/office/conduct", icon: <HeartHandshake /> },
	reports: { to: "/office/reports", icon: <FileText /> },
	templates: { to: "/office/templates", icon: <FileCheck />, startsGroup: true },
	units: { to: "/office/units", icon: <Building2 /> },
	people: { to: "/office/people", icon: <Users /> },
	api: { to: "/office/api", icon: <Cable /> },
	audit: { to: "/office/audit", icon: <ClipboardList /> },
};

/** The office's frame with the parts that the role may open. */
export function Frame() {
	const { unitName, name, role, parts } = useLoaderData<typeof loader>();
	const { nav } = useWords(officeWords);
	const { roles } = useWords(peopleWords);
	const theme = useRouteLoaderData<typeof rootLoader>("root")?.theme;
	return (
		<OfficeShell
			unitName={unitName}
			items={parts.map((part) => ({ label: nav[part], ...places[part] }))}
			user={{
				name,
				role: roles[role],
				accountTo: "/me",
				theme: theme === "light" || theme === "dark" ? theme : "system",
			}}
		>
			<Outlet />
		</OfficeShell>
	);
}
