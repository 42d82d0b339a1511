import { Form } from "@remix-run/react";
import { noticesWords } from "#app/i18n/notices.ts";
import { Button } from "./button.tsx";
import { useWords } from "./locale.tsx";

/** Prints a return. Posted, because the first print makes the code by which the paper is verified. */
export function PrintButtons({ base }: { base: string }) {
	const { slip: t } = useWords(noticesWords);
	return (
		<>
			<Form method="post" action={`${base}/slip/phieu-ket-qua.pdf`} reloadDocument>
				<Button type="submit">{t.pdf}</Button>
			</Form>
			<Form method="post" action={`${base}/slip/phieu-ket-qua.docx`} reloadDocument>
				<Button type="submit">{t.docx}</Button>
			</Form>
		</>
	);
}
