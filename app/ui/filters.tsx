import { Form, Link, useLocation, useSubmit } from "@remix-run/react";
import Search from "lucide-react/icons/search";
import { type ReactNode, useId } from "react";
import { uiWords } from "#app/i18n/ui.ts";
import { Button } from "./button.tsx";
import { cx } from "./cx.ts";
import { controlClasses } from "./field.tsx";
import { useWords } from "./locale.tsx";
import { softTone, type Tone } from "./tone.ts";
import { withParam } from "./url.ts";

type FilterFormProps = {
	children: ReactNode;
	/** Parameters that are not fields of this form (those of chips) and stay in the URL. */
	keep?: string[];
	/** Shown when something is filtered: leads to the bare list. */
	clear?: boolean;
};

/** Filters live in the URL: a GET form. With script a choice applies at once; without it, the button does. */
export function FilterForm({ children, keep = [], clear }: FilterFormProps) {
	const t = useWords(uiWords);
	const submit = useSubmit();
	const { pathname, search } = useLocation();
	const current = new URLSearchParams(search);
	return (
		<search aria-label={t.filters.label} data-print="hide">
			<Form
				method="get"
				action={pathname}
				className="flex flex-wrap items-end gap-3"
				onChange={(event) => {
					if (event.target instanceof HTMLSelectElement)
						submit(event.currentTarget, { replace: true, preventScrollReset: true });
				}}
			>
				{keep.flatMap((name) =>
					current
						.getAll(name)
						.map((value) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />),
				)}
				{children}
				<Button type="submit" size="small" className="min-h-10">
					{t.filters.apply}
				</Button>
				{clear && (
					<Link
						to={pathname}
						className="flex min-h-10 items-center text-sm font-medium text-accent-ink underline underline-offset-4"
					>
						{t.filters.clear}
					</Link>
				)}
			</Form>
		</search>
	);
}

export type FilterOption = { value: string; label: string };

type FilterSelectProps = {
	name: string;
	label: string;
	value: string;
	options: FilterOption[];
	/** Words of the choice that filters nothing. */
	all?: string;
};

export function FilterSelect({ name, label, value, options, all }: FilterSelectProps) {
	const t = useWords(uiWords);
	const id = useId();
	return (
		<div className="min-w-0 max-sm:grow max-sm:basis-[calc(50%-0.375rem)]">
			<label htmlFor={id} className="block text-sm text-muted">
				{label}
			</label>
			{/* A new value in the URL (going back, clearing) draws the box anew. */}
			<select
				key={value}
				id={id}
				name={name}
				defaultValue={value}
				className={cx(controlClasses, "text-sm sm:max-w-56")}
			>
				<option value="">{all ?? t.filters.all}</option>
				{options.map((option) => (
					<option key={option.value} value={option.value}>
						{option.label}
					</option>
				))}
			</select>
		</div>
	);
}

type SearchBoxProps = { name?: string; value: string; label?: string; hint?: string };

export function SearchBox({ name = "q", value, label, hint }: SearchBoxProps) {
	const t = useWords(uiWords);
	const id = useId();
	return (
		<div className="min-w-0 max-sm:basis-full">
			<label htmlFor={id} className="block text-sm text-muted">
				{label ?? t.filters.search}
				{hint && <span> · {hint}</span>}
			</label>
			<div className="relative">
				<Search
					aria-hidden="true"
					className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted"
				/>
				<input
					key={value}
					id={id}
					type="search"
					name={name}
					defaultValue={value}
					maxLength={200}
					className={cx(controlClasses, "ps-9 text-sm")}
				/>
			</div>
		</div>
	);
}

type Chip = FilterOption & { count?: ReactNode; tone?: Tone };

type FilterChipsProps = {
	/** What is chosen among, for screen readers. */
	label: string;
	/** The URL's parameter; the chip with value "" removes it. */
	param: string;
	chips: Chip[];
	current: string;
};

/** Links that set one parameter and keep the others. The chosen one is bordered and marked, not only coloured. */
export function FilterChips({ label, param, chips, current }: FilterChipsProps) {
	const location = useLocation();
	return (
		<nav aria-label={label}>
			<ul className="flex flex-wrap gap-2">
				{chips.map((chip) => {
					const chosen = chip.value === current;
					return (
						<li key={chip.value}>
							<Link
								to={withParam(location, param, chip.value)}
								preventScrollReset
								aria-current={chosen ? "true" : undefined}
								className={cx(
									"inline-flex min-h-8 items-center gap-1 rounded-full border px-3 text-sm font-medium pointer-coarse:min-h-11",
									softTone[chip.tone ?? "neutral"],
									chosen ? "border-current underline underline-offset-4" : "border-transparent hover:border-current",
								)}
							>
								{chip.label} {chip.count !== undefined && <span>{chip.count}</span>}
							</Link>
						</li>
					);
				})}
			</ul>
		</nav>
	);
}
