import { readIssuer } from "#app/domain/conduct/issuer.ts";
import type { Ctx } from "#app/domain/ctx.ts";
import type { LetterFile } from "#app/domain/papers/letter-schema.ts";
import { readSlip } from "#app/domain/papers/slips.ts";
import { problem } from "#app/domain/problem.ts";
import { wholeFile } from "../tables/download.ts";
import { paperTypes, written } from "./files.ts";
import { slipPaper } from "./slip.ts";
import { slipPhotographs } from "./slip-photographs.ts";

const SLIP_NAME = "phieu-ket-qua";

/** `phieu-ket-qua.pdf` as what it asks for. Throws not_found for any other name. */
export function slipFileNamed(name: string | undefined): LetterFile {
	const file = (["docx", "pdf"] as const).find((one) => name === `${SLIP_NAME}.${one}`);
	if (!file) throw problem("not_found", {});
	return file;
}

/** The print of the latest sending of a return. `origin` is the address under which this site is known. Throws `paper_too_big`. */
export async function slipFile(
	ctx: Ctx,
	of: { side: "school" | "office"; returnId: string | undefined; file: LetterFile; origin: string },
): Promise<Response> {
	const slip = await readSlip(ctx, of.side, of.returnId);
	const { superior, place } = await readIssuer(ctx, slip.school.code);
	const paper = slipPaper({
		slip,
		school: { superior, place },
		verifyAt: `${of.origin}/xac-minh`,
		photographs: await slipPhotographs(ctx, slip),
	});
	const name = `${SLIP_NAME}-${slip.school.code.replace(/[^\w-]/g, "")}.${of.file}`;
	return wholeFile(await written(paper, of.file), name, paperTypes[of.file]);
}
