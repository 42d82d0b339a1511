export function Screen() {
	return <h1>office.campaigns</h1>;
}
