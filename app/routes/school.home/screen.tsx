export function Screen() {
	return <h1>school.home</h1>;
}
