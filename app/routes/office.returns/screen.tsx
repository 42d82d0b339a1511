export function Screen() {
	return <h1>office.returns</h1>;
}
