import { useLoaderData } from "@remix-run/react";
import { conductSchoolWords } from "#app/i18n/conduct-school.ts";
import { useSaves } from "#app/offline/use-clause-saver.ts";
import { useWords } from "#app/ui/locale.tsx";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { loader } from "./route.ts";

/** Whether the whole text is safe, and the way to read it. */
export function TextSaveBar() {
	const { id } = useLoaderData<typeof loader>();
	const { text: t } = useWords(conductSchoolWords);
	return (
		<SaveBar saves={useSaves(id)} words={t}>
			<TextLink to={`/school/conduct/${id}`} className="inline-flex min-h-12 items-center">
				{t.preview}
			</TextLink>
		</SaveBar>
	);
}
