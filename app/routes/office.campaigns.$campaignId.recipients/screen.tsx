export function Screen() {
	return <h1>office.campaigns.$campaignId.recipients</h1>;
}
