import { conductStepWords } from "#app/i18n/conduct-steps.ts";
import { useWords } from "./locale.tsx";
import { TextLink } from "./text-link.tsx";

type ConductPapersProps = {
	versionId: string;
	/** The posters too: only of the code in force. */
	posters?: boolean;
};

/** The papers of a version, each as a file to keep. */
export function ConductPapers({ versionId, posters }: ConductPapersProps) {
	const { papers: t } = useWords(conductStepWords);
	const files = [
		["quyet-dinh.docx", t.decisionDocx],
		["quyet-dinh.pdf", t.decisionPdf],
		["bo-quy-tac.docx", t.codeDocx],
		["bo-quy-tac.pdf", t.codePdf],
		...(posters
			? ([
					["poster-a3.pdf", t.posterA3],
					["poster-a4.pdf", t.posterA4],
				] as const)
			: []),
	] as const;
	return (
		<ul className="grid gap-x-6 sm:grid-cols-2">
			{files.map(([file, label]) => (
				<li key={file}>
					<TextLink
						to={`/school/conduct/${versionId}/papers/${file}`}
						reloadDocument
						className="inline-flex min-h-12 items-center"
					>
						{label}
					</TextLink>
				</li>
			))}
		</ul>
	);
}
