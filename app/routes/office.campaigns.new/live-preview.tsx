import { useFetcher } from "@remix-run/react";
import { type MouseEvent, useEffect, useRef } from "react";
import type { Preview } from "#app/domain/campaigns/selection.ts";
import type { loader } from "./route.ts";
import { lists } from "./typed-campaign.ts";

/** How long the form has to rest before it is asked about. */
const REST = 250;

/** Who would receive the campaign as the form stands: asked again at every change, without leaving the page. */
export function useLivePreview(first: Preview | null) {
	const fetcher = useFetcher<typeof loader>();
	const timer = useRef<ReturnType<typeof setTimeout>>();
	useEffect(() => () => clearTimeout(timer.current), []);

	function ask(form: HTMLFormElement, rest = REST) {
		clearTimeout(timer.current);
		timer.current = setTimeout(() => {
			const fields = new FormData(form);
			const query = new URLSearchParams({ preview: "1" });
			for (const name of ["versionId", ...lists]) {
				for (const value of fields.getAll(name)) query.append(name, String(value));
			}
			fetcher.load(`/office/campaigns/new?${query}`);
		}, rest);
	}

	return {
		preview: fetcher.data ? fetcher.data.preview : first,
		busy: fetcher.state !== "idle",
		ask,
		/** Once the form is on its way nothing more is asked. */
		stop: () => clearTimeout(timer.current),
		/** The button of those without script asks in the same way where there is script. */
		onPress(event: MouseEvent<HTMLButtonElement>) {
			event.preventDefault();
			if (event.currentTarget.form) ask(event.currentTarget.form, 0);
		},
	};
}
