export function Screen() {
	return <h1>office.templates</h1>;
}
