import { TypedField } from "./typed-field.tsx";

type ValidDaysProps = {
	words: { from: string; to: string };
	validFrom: string | null;
	validTo: string | null;
	set(field: "validFrom" | "validTo", value: string | null): void;
};

/** The days from which and until which something holds; both may stay open. */
export function ValidDays({ words: t, validFrom, validTo, set }: ValidDaysProps) {
	return (
		<>
			<TypedField
				kind="date"
				name="validFrom"
				label={t.from}
				optional
				value={validFrom ?? ""}
				commit={(day) => set("validFrom", day || null)}
			/>
			<TypedField
				kind="date"
				name="validTo"
				label={t.to}
				optional
				value={validTo ?? ""}
				commit={(day) => set("validTo", day || null)}
			/>
		</>
	);
}
