import { readIssuer } from "#app/domain/conduct/issuer.ts";
import { readSigned } from "#app/domain/conduct/own-queries.ts";
import { receiptPaper } from "#app/domain/conduct/receipt.ts";
import { dayOf } from "#app/domain/days.ts";
import { formatTime } from "#app/i18n/format.ts";
import { page } from "#app/platform/door.ts";
import { paperPdf } from "#app/platform/jobs/papers.ts";

/** The receipt of one's own signature, made anew from what is kept: it can always be had again. */
export const loader = page("signed_in", async ({ ctx, params }) => {
	const signature = await readSigned(ctx, { schoolId: params.schoolId, versionId: params.versionId });
	const paper = receiptPaper({
		school: await readIssuer(ctx, signature.schoolCode),
		signature,
		signedOn: dayOf(signature.signedAt),
		signedAt: formatTime(signature.signedAt),
	});
	const bytes = await paperPdf(paper);
	return new Response(bytes as Uint8Array<ArrayBuffer>, {
		headers: {
			"Content-Type": "application/pdf",
			"Content-Disposition": `attachment; filename="phieu-xac-nhan-${signature.receipt}.pdf"`,
			"Cache-Control": "private, no-store",
		},
	});
});
