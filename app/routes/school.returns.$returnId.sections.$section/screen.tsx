export function Screen() {
	return <h1>school.returns.$returnId.sections.$section</h1>;
}
