export function Screen() {
	return <h1>office.directives</h1>;
}
