import { forwardRef, useEffect, useState } from "react";
import { signInWords } from "#app/i18n/sign-in.ts";
import { Button } from "./button.tsx";
import { TextField, type TextFieldProps } from "./field.tsx";
import { useWords } from "./locale.tsx";

/** A password with a button that shows it; without script, the plain box. Pasting and password managers are welcome. */
export const PasswordField = forwardRef<HTMLInputElement, TextFieldProps>(function PasswordField(props, ref) {
	const t = useWords(signInWords);
	const [ready, setReady] = useState(false);
	const [shown, setShown] = useState(false);
	useEffect(() => setReady(true), []);
	const toggle = (
		<Button aria-pressed={shown} aria-label={t.showLabel} onClick={() => setShown(!shown)}>
			{shown ? t.hide : t.show}
		</Button>
	);
	return (
		<TextField
			{...props}
			ref={ref}
			type={shown ? "text" : "password"}
			autoCapitalize="none"
			autoCorrect="off"
			spellCheck={false}
			suffix={ready && toggle}
		/>
	);
});

/** How long a new password is so far, told while typing: politely, since it is no error yet. */
export function PasswordLength({ typed, least }: { typed: number; least: number }) {
	const t = useWords(signInWords);
	return (
		<p aria-live="polite" className="-mt-3 min-h-6 text-sm text-muted">
			{typed > 0 && t.passwordLength(typed, least)}
		</p>
	);
}
