import { Link, useLocation } from "@remix-run/react";
import X from "lucide-react/icons/x";
import { useId } from "react";
import type { EventFilters } from "#app/domain/audit/schema.ts";
import { isId } from "#app/domain/id.ts";
import { auditWords } from "#app/i18n/audit.ts";
import { uiWords } from "#app/i18n/ui.ts";
import { controlClasses } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { withParam } from "#app/ui/url.ts";

/** A day to filter by, by the device's own picker. */
export function DayBox({ name, label, value }: { name: string; label: string; value: string }) {
	const id = useId();
	return (
		<div>
			<label htmlFor={id} className="block text-sm text-muted">
				{label}
			</label>
			<input key={value} id={id} type="date" name={name} defaultValue={value} className={`${controlClasses} text-sm`} />
		</div>
	);
}

/** What was chosen by pressing a name in the list, each with a way to drop it. */
export function OnlyChips({ filters }: { filters: EventFilters }) {
	const t = useWords(auditWords);
	const { filters: kit } = useWords(uiWords);
	const location = useLocation();
	const chosen = (["unit", "person", "subject"] as const).filter((name) =>
		name === "subject" ? filters.subject !== "" : isId(filters[name]),
	);
	if (chosen.length === 0) return null;
	return (
		<ul className="flex flex-wrap gap-2">
			{chosen.map((name) => (
				<li key={name}>
					<Link
						to={withParam(location, name, "")}
						className="inline-flex min-h-8 items-center gap-1 rounded-full border border-line bg-sunken px-3 text-sm pointer-coarse:min-h-11"
					>
						{t.only[name]}
						<X aria-hidden="true" className="size-4" />
						<span className="sr-only">{kit.clear}</span>
					</Link>
				</li>
			))}
		</ul>
	);
}
