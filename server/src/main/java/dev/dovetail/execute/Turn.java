package dev.dovetail.execute;

/** One request while it runs. */
record Turn(Call call, ResponseHeaders headers, Exchanges exchanges, LoopShare loop) {

    /** @param firstGear whether small work is done on the event loop */
    static Turn of(Call call, int exchangesAtATime, boolean firstGear) {
        return new Turn(call, new ResponseHeaders(), new Exchanges(exchangesAtATime), new LoopShare(firstGear));
    }
}
