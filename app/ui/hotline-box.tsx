import Phone from "lucide-react/icons/phone";
import type { ReactNode } from "react";
import { uiWords } from "#app/i18n/ui.ts";
import { useWords } from "./locale.tsx";

const call =
	"inline-flex min-h-12 items-center gap-2 rounded-md bg-bad px-5 py-2 text-lg font-semibold text-on-bad hover:bg-bad-hover print:border print:text-ink";

type HotlineBoxProps = {
	/** In place of the usual sentence. */
	children?: ReactNode;
	/** Numbers of the place: the commune's People's Committee, its police. */
	contacts?: { tel: string; label: string; note: string }[];
};

/** Stands wherever violence or abuse is spoken of. One press calls. */
export function HotlineBox({ children, contacts = [] }: HotlineBoxProps) {
	const { hotline } = useWords(uiWords);
	return (
		<aside aria-label={hotline.title} className="rounded-md border-2 border-bad bg-bad-soft p-4" data-print="whole">
			<p className="text-lg font-semibold text-bad-ink">{hotline.title}</p>
			<p className="mt-1">{children ?? hotline.text}</p>
			<ul className="mt-3 grid gap-3">
				<Line tel="111" label={hotline.call} note={hotline.callNote} />
				<Line tel="113" label={hotline.police} note={hotline.policeNote} />
				{contacts.map((contact) => (
					<Line key={contact.tel} {...contact} />
				))}
			</ul>
		</aside>
	);
}

function Line({ tel, label, note }: { tel: string; label: string; note: string }) {
	return (
		<li className="flex flex-wrap items-center gap-x-3 gap-y-1">
			<a href={`tel:${tel}`} className={call}>
				<Phone aria-hidden="true" className="size-5" />
				{label}
			</a>
			<span className="text-sm">{note}</span>
		</li>
	);
}
