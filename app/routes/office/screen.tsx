import { Outlet } from "@remix-run/react";

export function Frame() {
	return <Outlet />;
}
