import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const require = createRequire(import.meta.url);

/** Whole faces, with every Vietnamese mark: Tinos has the widths of Times New Roman. */
const faces = [
	...["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"].map((face) => ["tinos", "Tinos", face]),
	...["400Regular", "600SemiBold", "700Bold"].map((face) => ["be-vietnam-pro", "BeVietnamPro", face]),
];

/** The folder that layouts see. There is none: photographs are laid into it in memory, and no file of the machine is in reach. */
const NOWHERE = resolve("/nowhere");

let compiler: NodeCompiler | null = null;

function ready(): NodeCompiler {
	if (compiler) return compiler;
	const blobs = faces.map(([family, name, face]) =>
		readFileSync(require.resolve(`@expo-google-fonts/${family}/${face}/${name}_${face}.ttf`)),
	);
	compiler = NodeCompiler.create({ workspace: NOWHERE, fontArgs: [{ fontBlobs: blobs }] });
	return compiler;
}

/** A laid-out document: how many pages it has, and its PDF when that is wanted. */
export type Typeset = { pages: number; pdf(): Uint8Array };

/**
 * Lays out `data` by a layout of this folder, which finds `photographs` as `/0.jpg`, `/1.jpg`. Blocks its thread: only workers call it. The PDF is tagged and meets PDF/UA-1, unless a
 * text has signs that none of our faces has (emoji, Chinese): then it is tagged all the same, and the signs come from the machine's fonts.
 */
export function typeset(layout: string, data: unknown, photographs: readonly Uint8Array[] = []): Typeset {
	const engine = ready();
	engine.resetShadow();
	for (const [at, jpeg] of photographs.entries()) engine.mapShadow(join(NOWHERE, `${at}.jpg`), Buffer.from(jpeg));
	const compiled = engine.compile({ mainFileContent: layout, inputs: { data: JSON.stringify(data) } });
	const document = compiled.result;
	if (!document) {
		const fault = compiled.takeDiagnostics();
		throw new Error(`Typst: ${JSON.stringify(fault?.shortDiagnostics)}`);
	}
	return {
		pages: document.numOfPages,
		pdf: () => {
			try {
				return engine.pdf(document, { pdfStandard: "ua-1" });
			} catch (error) {
				if (!String(error).includes("PDF/UA-1 error")) throw error;
				return engine.pdf(document);
			} finally {
				// What Typst remembers of a paper would pile up in memory that V8 knows nothing of.
				engine.evictCache(0);
				engine.resetShadow();
			}
		},
	};
}
