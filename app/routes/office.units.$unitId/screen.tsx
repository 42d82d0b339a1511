export function Screen() {
	return <h1>office.units.$unitId</h1>;
}
