import X from "lucide-react/icons/x";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { uiWords } from "#app/i18n/ui.ts";
import { Button } from "./button.tsx";
import { useWords } from "./locale.tsx";

type DialogProps = {
	open: boolean;
	/** Esc, the cross, a press outside. */
	onClose: () => void;
	title: string;
	children: ReactNode;
	/** What it asks to do, the main button first; *Hủy* is added. */
	actions?: ReactNode;
};

/**
 * The browser's own modal: it keeps the focus inside and gives it back. It needs script, so nothing that must work without it may
 * stand in a dialog only.
 */
export function Dialog({ open, onClose, title, children, actions }: DialogProps) {
	const t = useWords(uiWords);
	const box = useRef<HTMLDialogElement>(null);
	const heading = useId();
	useEffect(() => {
		if (open && !box.current?.open) box.current?.showModal();
		if (!open) box.current?.close();
	}, [open]);
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the keyboard's way; the press is for the space outside
		<dialog
			ref={box}
			aria-labelledby={heading}
			onClose={onClose}
			onClick={(event) => event.target === event.currentTarget && onClose()}
			className="m-auto max-h-[85dvh] w-[min(36rem,calc(100vw-2rem))] rounded-md border border-line bg-surface p-0 text-ink shadow-raised backdrop:bg-black/50"
		>
			<div className="p-5">
				<div className="flex items-start justify-between gap-4">
					<h2 id={heading} className="text-xl font-semibold">
						{title}
					</h2>
					<Button variant="quiet" size="small" aria-label={t.close} onClick={onClose} className="-me-2 -mt-1">
						<X aria-hidden="true" />
					</Button>
				</div>
				<div className="mt-3">{children}</div>
				{actions && (
					<div className="mt-5 flex flex-wrap gap-3">
						{actions}
						<Button variant="quiet" onClick={onClose}>
							{t.cancel}
						</Button>
					</div>
				)}
			</div>
		</dialog>
	);
}
