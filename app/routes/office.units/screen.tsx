export function Screen() {
	return <h1>office.units</h1>;
}
