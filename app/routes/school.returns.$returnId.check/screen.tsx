export function Screen() {
	return <h1>school.returns.$returnId.check</h1>;
}
