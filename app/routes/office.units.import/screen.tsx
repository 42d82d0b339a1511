export function Screen() {
	return <h1>office.units.import</h1>;
}
