export function Screen() {
	return <h1>office.campaigns.new</h1>;
}
