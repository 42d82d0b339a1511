/** Finds the programs with which tests look at the papers that are written. No dependencies. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Poppler reads a PDF, LibreOffice opens a Word document as an office would. */
const programs = ["pdftotext", "pdfinfo", "pdffonts", "pdftoppm", "soffice"];

/** Paths of the programs by their names; null when any of them is not on this machine. */
export function findPaperTools() {
	const folders = (process.env.PATH ?? "").split(delimiter);
	const found = programs.map((name) => [name, folders.map((folder) => join(folder, name)).find(existsSync)]);
	return found.every(([, path]) => path) ? Object.fromEntries(found) : null;
}
