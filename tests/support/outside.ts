import { http, passthrough } from "msw";
import { setupServer } from "msw/node";

/**
 * The outside world in tests: nothing answers there unless a test says so with `outside.use(…)`. A request nobody foresaw, such as a
 * library reporting home, is refused and complained about, which fails the test. Our own servers under test are no outside.
 */
export const outside = setupServer(http.all(/^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/, () => passthrough()));
