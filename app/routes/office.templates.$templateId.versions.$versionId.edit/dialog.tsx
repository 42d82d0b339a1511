import X from "lucide-react/icons/x";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "#app/ui/button.tsx";
import { useBuilderParts } from "./builder-context.ts";

type DialogProps = { title: string; text: string; close: string; children: ReactNode; foot: ReactNode };

/** A dialog over the page: the browser's own, which holds the focus and closes on Esc. */
export function Dialog({ title, text, close, children, foot }: DialogProps) {
	const { actions } = useBuilderParts();
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => {
		const element = dialog.current;
		element?.showModal();
		return () => element?.close();
	}, []);
	return (
		<dialog
			ref={dialog}
			aria-labelledby="dialog-title"
			onClose={() => actions.open(null)}
			className="m-auto max-h-[92dvh] w-[min(46rem,calc(100vw-1.5rem))] flex-col overflow-hidden rounded-md border border-line bg-surface text-ink shadow-raised open:flex backdrop:bg-ink/40"
		>
			<div className="flex items-start justify-between gap-3 border-b border-line px-4 py-3">
				<div>
					<h2 id="dialog-title" className="text-lg font-semibold">
						{title}
					</h2>
					<p className="text-muted">{text}</p>
				</div>
				<Button variant="quiet" icon={<X />} onClick={() => actions.open(null)}>
					<span className="sr-only">{close}</span>
				</Button>
			</div>
			<div className="grid min-h-0 flex-1 content-start gap-3 overflow-y-auto p-4">{children}</div>
			<div className="flex flex-wrap gap-2 border-t border-line px-4 py-3">{foot}</div>
		</dialog>
	);
}
