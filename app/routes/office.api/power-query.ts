/**
 * The query that Excel and Power BI run. The server's address stands alone in `Web.Contents`: with the page's address in it Power BI
 * Service refuses to refresh by itself.
 */
export function powerQuery(origin: string, campaignId: string): string {
	return `let
    May = "${origin}",
    Duong = "api/v1/campaigns/${campaignId}/answers",
    Doc = (tham_so) => Json.Document(Web.Contents(May, [RelativePath = Duong, Query = tham_so])),
    Sau = (trang) => Doc([limit = "1000", cursor = Uri.Parts(trang[next])[Query][cursor]]),
    Trang = List.Generate(() => Doc([limit = "1000"]), each _ <> null,
        each if [next] = null then null else Sau(_)),
    DuLieu = Table.FromRecords(List.Combine(List.Transform(Trang, each [data])))
in
    DuLieu`;
}
