export function Screen() {
	return <h1>office.returns.$returnId</h1>;
}
