import { HttpResponse, http } from "msw";
import { expect, test, vi } from "vitest";
import { outside } from "./outside.ts";

test("a request to the outside that no test foresaw is refused and complained about", async () => {
	const complain = vi.spyOn(console, "error").mockImplementation(() => undefined);
	await expect(fetch("https://telemetry.example.com/v1", { method: "POST" })).rejects.toThrow();
	expect(String(complain.mock.calls[0]?.[0])).toContain("https://telemetry.example.com/v1");
});

test("a test may say what the outside answers", async () => {
	outside.use(http.get("https://sms.example.com/balance", () => HttpResponse.json({ left: 12 })));
	expect(await (await fetch("https://sms.example.com/balance")).json()).toEqual({ left: 12 });
});
