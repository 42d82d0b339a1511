export function Screen() {
	return <h1>home</h1>;
}
