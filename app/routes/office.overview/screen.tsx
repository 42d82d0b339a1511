export function Screen() {
	return <h1>office.overview</h1>;
}
