/** Never drawn: the loader answers 404 and the error page stands in. */
export function Nothing() {
	return null;
}
