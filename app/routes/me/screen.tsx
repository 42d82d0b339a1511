export function Screen() {
	return <h1>me</h1>;
}
