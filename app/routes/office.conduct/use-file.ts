import { useLocation } from "@remix-run/react";

/** Address of a file with the schools that the page shows. */
export function useFile(): (type: "xlsx" | "csv") => string {
	const { search } = useLocation();
	const query = new URLSearchParams(search);
	query.delete("after");
	return (type) => `/office/conduct/export/quy-tac-ung-xu.${type}${query.size > 0 ? `?${query}` : ""}`;
}
