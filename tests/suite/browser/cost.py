"""What a page costs whoever opens it for the first time: its bytes as they are sent, compressed and
with all that it fetches; what moves while it comes; when its largest part is painted."""

MOST_BYTES = 30 * 1024

PAINTED = """() => new Promise(done => {
    const seen = { paint: 0, shift: 0, shifted: [] };
    new PerformanceObserver(list => {
        for (const one of list.getEntries()) seen.paint = one.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver(list => {
        for (const one of list.getEntries()) {
            seen.shift += one.value;
            for (const source of one.sources) seen.shifted.push(source.node?.outerHTML?.slice(0, 80));
        }
    }).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => setTimeout(() => done(seen), 100));
})"""


class Cost:
    """Begins before the page is opened."""

    def __init__(self, page):
        self.page, self.sent = page, []
        self.devtools = page.context.new_cdp_session(page)
        self.devtools.on("Network.loadingFinished", lambda one: self.sent.append(one["encodedDataLength"]))
        self.devtools.send("Network.enable")

    def slow(self, bits_per_second, there_and_back_ms, processor):
        """A net and a processor of that much less."""
        net = {"latency": there_and_back_ms, "offline": False}
        net |= dict.fromkeys(["downloadThroughput", "uploadThroughput"], bits_per_second / 8)
        self.devtools.send("Network.emulateNetworkConditions", net)
        self.devtools.send("Emulation.setCPUThrottlingRate", {"rate": processor})

    def read(self):
        """Bytes, and what was seen."""
        seen = self.page.evaluate(PAINTED)
        return sum(self.sent), seen

    def complaints(self):
        bytes, seen = self.read()
        if not 0 < bytes <= MOST_BYTES:
            yield f"it weighs {bytes / 1024:.1f} KiB"
        # A tenth is what is called good; a fiftieth is a busy machine.
        if seen["shift"] >= 0.02:
            yield f"it moves by {seen['shift']:.3f}: {seen['shifted']}"
