package org.localmax.ui.live;

import java.util.List;
import java.util.Optional;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.Dynamics;
import org.localmax.experiments.LiveRun;

/**
 * The strips that are drawn of a live run.
 *
 * @param tokens whose
 * @param turned the dynamics by which they are drawn, if not that of the run
 */
record LiveStrips(List<Integer> tokens, Optional<Dynamics> turned) {

    static final LiveStrips NONE = new LiveStrips(List.of(), Optional.empty());

    /** The attention that decides where they are at a moment. */
    Attention attention(LiveRun.Moment moment) {
        Dynamics watched = moment.plan().watched();
        Dynamics ofRun = watched.isContinuous() ? watched.aims() : watched;
        return turned.orElse(ofRun).attention(moment.state());
    }
}
