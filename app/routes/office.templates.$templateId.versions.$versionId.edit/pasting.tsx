import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Dialog } from "./dialog.tsx";

type PastingProps = {
	words: { title: string; text: string; close: string; area: string; nothing: string; insert(count: number): string };
	rows: number;
	text: string;
	onText(text: string): void;
	/** How many were recognised, and the sentence about them. */
	count: number;
	found: string;
	insert(): void;
	children: ReactNode;
};

/** A box to paste into; what was recognised is shown before anything is added. */
export function Pasting({ words: t, rows, text, onText, count, found, insert, children }: PastingProps) {
	return (
		<Dialog
			title={t.title}
			text={t.text}
			close={t.close}
			foot={
				<Button variant="primary" onClick={() => count > 0 && insert()}>
					{t.insert(count)}
				</Button>
			}
		>
			<TextArea
				name="pasted"
				label={t.area}
				rows={rows}
				value={text}
				autoFocus
				spellCheck={false}
				onChange={(event) => onText(event.target.value)}
			/>
			{text.trim() !== "" && (
				<p role="status" className="font-medium">
					{count > 0 ? found : t.nothing}
				</p>
			)}
			{children}
		</Dialog>
	);
}
