import { redirect } from "@remix-run/node";
import { makeSlipCode } from "#app/domain/papers/slips.ts";
import { act, page } from "#app/platform/door.ts";
import { slipFile, slipFileNamed } from "#app/platform/letters/slip-files.ts";

/** The print of a return: `phieu-ket-qua.pdf`, `phieu-ket-qua.docx`. */
export const loader = page("returns.fill", ({ ctx, params, url, http }) =>
	slipFile(ctx, {
		side: "school",
		returnId: params.returnId,
		file: slipFileNamed(params.file),
		origin: http.app.config.origin ?? url.origin,
	}),
);

/** Makes the code that the print bears, then shows the print. */
export const action = act("returns.fill", async ({ ctx, params }) => {
	const file = slipFileNamed(params.file);
	await makeSlipCode(ctx, "school", params.returnId);
	return redirect(`/school/returns/${params.returnId}/slip/phieu-ket-qua.${file}`);
});
