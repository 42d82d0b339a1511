import { useRevalidator } from "@remix-run/react";
import { type RefObject, useEffect, useState } from "react";

/**
 * Tells the server once the end of the text comes into sight, and answers whether it has been told. A plain request and no fetcher:
 * on a phone that just lost its network a fetcher would put an error in place of the page that somebody is reading. What fails is
 * tried again when the end is seen again or the network is back, and the button below stays for whoever does not want to wait.
 */
export function useEndSeen(end: RefObject<Element>, versionId: string, alreadyRead: boolean) {
	const { revalidate } = useRevalidator();
	const [told, setTold] = useState<string | null>(null);
	const [replaced, setReplaced] = useState(false);
	const read = alreadyRead || told === versionId;
	useEffect(() => {
		const mark = end.current;
		if (read || !mark) return;
		let busy = false;
		let inSight = false;
		const tell = async () => {
			if (busy || !inSight) return;
			busy = true;
			const outcome = await post(versionId);
			busy = false;
			if (outcome === "told") setTold(versionId);
			if (outcome === "replaced") {
				setReplaced(true);
				revalidate();
			}
		};
		const watch = new IntersectionObserver(([entry]) => {
			inSight = entry?.isIntersecting ?? false;
			void tell();
		});
		watch.observe(mark);
		window.addEventListener("online", tell);
		return () => {
			watch.disconnect();
			window.removeEventListener("online", tell);
		};
	}, [end, read, versionId, revalidate]);
	return { read, replaced };
}

/** The page answers a form with a redirect, which is not followed: that it came is the answer. */
async function post(version: string): Promise<"told" | "replaced" | "failed"> {
	try {
		const body = new URLSearchParams({ intent: "read", version });
		const answer = await fetch("/me/conduct/read", { method: "POST", body, redirect: "manual" });
		if (answer.type === "opaqueredirect") return "told";
		// The one thing that the server refuses here: another version has been published meanwhile.
		return answer.status === 422 ? "replaced" : "failed";
	} catch {
		return "failed";
	}
}
