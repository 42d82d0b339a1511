export function Screen() {
	return <h1>school.returns.$returnId</h1>;
}
