import { wordDifference } from "#app/domain/authoring/word-difference.ts";

/** Two wordings as one text: what went is struck through, what came is underlined. */
export function WordRuns({ before, after }: { before: string; after: string }) {
	let at = 0;
	return (
		<p className="whitespace-pre-line">
			{wordDifference(before, after).map(({ kind, text }) => {
				const key = `${at}-${kind}`;
				at += text.length;
				if (kind === "same") return <span key={key}>{text}</span>;
				if (kind === "gone")
					return (
						<del key={key} className="bg-bad-soft text-bad-ink">
							{text}
						</del>
					);
				return (
					<ins key={key} className="bg-good-soft text-good-ink">
						{text}
					</ins>
				);
			})}
		</p>
	);
}
