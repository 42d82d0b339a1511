import {
	type ChangeEvent,
	type KeyboardEvent,
	type ReactNode,
	type RefObject,
	useEffect,
	useRef,
	useState,
} from "react";
import { NumberField, TextArea, TextField } from "#app/ui/field.tsx";

/** Typing rests this long before it is one edit. */
const REST = 400;

type TypedProps = {
	name: string;
	label: ReactNode;
	value: string;
	/** What was typed, once it rests or the field is left. */
	commit(text: string): void;
	hint?: ReactNode;
	error?: string;
	optional?: boolean;
	maxLength?: number;
	required?: boolean;
	className?: string;
	suffix?: ReactNode;
	disabled?: boolean;
};

/** A text box whose typing becomes edits by itself. What others write shows up in it, but never while one types. */
export function TypedField({
	kind = "text",
	...props
}: TypedProps & { kind?: "text" | "number" | "decimal" | "date" }) {
	const { value, commit, ...rest } = props;
	const typing = useTyping(value, commit);
	if (kind === "number" || kind === "decimal")
		return <NumberField {...rest} {...typing.wire} decimal={kind === "decimal"} />;
	return <TextField {...rest} {...typing.wire} type={kind} />;
}

type AreaProps = TypedProps & {
	rows?: number;
	/** Enter ends the text instead of beginning a line. */
	onEnter?(): void;
	area?: RefObject<HTMLTextAreaElement>;
};

export function TypedArea({ value, commit, onEnter, area, ...rest }: AreaProps) {
	const typing = useTyping(value, commit);
	const onKeyDown = (event: KeyboardEvent) => {
		if (!onEnter || event.key !== "Enter" || event.shiftKey || event.altKey || event.nativeEvent.isComposing) return;
		event.preventDefault();
		typing.now();
		onEnter();
	};
	return <TextArea {...rest} {...typing.wire} ref={area} onKeyDown={onKeyDown} />;
}

function useTyping(value: string, commit: (text: string) => void) {
	const [typed, setTyped] = useState<string | null>(null);
	const unsaid = useRef<string | null>(null);
	const timer = useRef<ReturnType<typeof setTimeout>>();
	const tell = useRef(commit);
	useEffect(() => {
		tell.current = commit;
	});
	const now = () => {
		clearTimeout(timer.current);
		if (unsaid.current !== null) tell.current(unsaid.current);
		unsaid.current = null;
	};
	const end = useRef(now);
	useEffect(() => () => end.current(), []);
	// Undone, or written by somebody else: that is what stands there now.
	useEffect(() => {
		if (unsaid.current === null) setTyped((was) => (was === value ? was : null));
	}, [value]);
	return {
		now,
		wire: {
			value: typed ?? value,
			onChange(event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) {
				unsaid.current = event.target.value;
				setTyped(event.target.value);
				clearTimeout(timer.current);
				timer.current = setTimeout(now, REST);
			},
			onBlur() {
				now();
				setTyped(null);
			},
		},
	};
}
