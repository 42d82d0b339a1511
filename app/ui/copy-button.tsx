import Check from "lucide-react/icons/check";
import Copy from "lucide-react/icons/copy";
import { useState } from "react";
import { uiWords } from "#app/i18n/ui.ts";
import { Button } from "./button.tsx";
import { useWords } from "./locale.tsx";

/** Copies a code or link. The text itself stands on the page, for those whose browser cannot. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
	const t = useWords(uiWords);
	const [copied, setCopied] = useState(false);
	return (
		<Button
			size="small"
			icon={copied ? <Check /> : <Copy />}
			onClick={() => navigator.clipboard?.writeText(text).then(() => setCopied(true))}
		>
			<span aria-live="polite">{copied ? t.copied : (label ?? t.copy)}</span>
		</Button>
	);
}
