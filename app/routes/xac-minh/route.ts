import { redirect } from "@remix-run/node";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/** No script: a parent types the code of a print they hold. */
export const handle = { plain: true };

export const headers = () => ({ "Cache-Control": "public, max-age=300" });

/** A form with one box; what is typed there goes into the address. */
export const loader = page("anyone", async ({ url }) => {
	const typed = url.searchParams.get("ma")?.trim();
	if (!typed) return null;
	const lang = url.searchParams.get("lang") === "en" ? "?lang=en" : "";
	throw redirect(`/xac-minh/${encodeURIComponent(typed.slice(0, 80))}${lang}`);
});
