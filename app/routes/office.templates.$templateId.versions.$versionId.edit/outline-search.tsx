import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { useBuilderParts } from "./builder-context.ts";

type SearchProps = {
	label: string;
	query: string;
	onQuery(query: string): void;
	/** How much was found; null while nothing is searched for. */
	found: string | null;
};

/** Finds rows of an outline by their words. */
export function OutlineSearch({ label, query, onQuery, found }: SearchProps) {
	const { live } = useBuilderParts();
	return (
		<>
			{live && (
				<TextField
					name="find"
					type="search"
					label={label}
					value={query}
					onChange={(event) => onQuery(event.target.value)}
				/>
			)}
			{found !== null && <p className="text-sm text-muted">{found}</p>}
		</>
	);
}

type FootProps = { keys: string; chosen(count: number): string; onWrite(): void };

/** Below an outline: what the keys do, and on a phone the way to what was ticked. */
export function OutlineFoot({ keys, chosen, onWrite }: FootProps) {
	const { marked } = useBuilderParts();
	return (
		<>
			<p id="outline-keys" className="text-sm text-muted max-wide:hidden">
				{keys}
			</p>
			{marked.size > 0 && (
				<Button className="sticky bottom-2 wide:hidden" variant="primary" onClick={onWrite}>
					{chosen(marked.size)}
				</Button>
			)}
		</>
	);
}
