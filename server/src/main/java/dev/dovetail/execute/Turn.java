package dev.dovetail.execute;

/** One request while it runs. */
record Turn(Call call, ResponseHeaders headers, Exchanges exchanges, LoopShare loop) {
    static Turn of(Call call, int exchangesAtATime) {
        return new Turn(call, new ResponseHeaders(), new Exchanges(exchangesAtATime), new LoopShare());
    }
}
