export function Screen() {
	return <h1>office.people</h1>;
}
