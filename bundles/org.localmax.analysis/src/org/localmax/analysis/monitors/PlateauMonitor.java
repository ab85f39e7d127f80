package org.localmax.analysis.monitors;

import java.util.Optional;
import java.util.OptionalLong;
import org.localmax.analysis.frankwolfe.Plateau;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Step;

/**
 * F5: tokens are near the vertices of their cells by T1 and stay there until T2, much later. How large beta must be for that the theorem
 * does not say: T2 that comes before T1 is no violation, and no verdict is ever that.
 */
final class PlateauMonitor implements Monitor {

    private final Dynamics dynamics;
    private final Plateau plateau;
    private final double gamma;
    private Optional<String> missing = Optional.empty();
    private long last;

    PlateauMonitor(Dynamics dynamics, Plateau plateau) {
        this.dynamics = dynamics;
        this.plateau = plateau;
        gamma = dynamics.stepSize().gamma(0);
    }

    @Override
    public Statement statement() {
        return Statement.PLATEAU;
    }

    @Override
    public void see(Step step) {
        long t = step.before().t();
        if (missing.isEmpty() && last == 0 && t != 0) {
            missing = Optional.of("the trajectory does not begin at t = 0, from which the theorem counts");
        }
        if (dynamics.stepSize().gamma(t) != gamma && missing.isEmpty()) {
            missing = Optional.of("gamma is not constant: it is another one at t = " + t);
        }
        last = step.after().t();
        plateau.see(last, step.after().tokens());
    }

    @Override
    public Finding finding() {
        if (missing.isPresent()) {
            return Finding.notApplicable(Statement.PLATEAU, missing.get());
        }
        OptionalLong t1 = plateau.t1();
        OptionalLong t2 = plateau.t2();
        boolean isEarly = t1.isPresent() && t2.isPresent() && t2.getAsLong() <= t1.getAsLong();
        boolean isNear = t1.isEmpty() || plateau.near().isPresent();
        String because = (t1.isPresent() ? "T1 = " + t1.getAsLong() : "every token begins at a vertex")
                + (t1.isEmpty() ? "" : near())
                + (t2.isPresent()
                        ? ", T2 = " + t2.getAsLong() + ": token " + plateau.leaver() + " left its vertex"
                        : isNear
                                ? ", metastable since t = " + plateau.near().orElse(0) + " up to t = " + last
                                        + ": none was within " + plateau.eps() + " of its vertex and left"
                                : ", no token was within " + plateau.eps() + " of its vertex and left up to t = "
                                        + last)
                + (isEarly ? "; beta may be too small for the theorem, which does not say how large" : "");
        return new Finding(
                Statement.PLATEAU,
                isEarly ? Verdict.UNDECIDED : Verdict.CONSISTENT,
                isEarly ? t2 : OptionalLong.empty(),
                t2.isPresent() ? t2.getAsLong() : Double.NaN,
                Double.NaN,
                isEarly ? new int[] {plateau.leaver()} : new int[0],
                because);
    }

    private String near() {
        return plateau.near().isPresent()
                ? ", all within tau = " + plateau.tau() + " at t = "
                        + plateau.near().getAsLong()
                : ", not all within tau = " + plateau.tau() + " up to t = " + last;
    }
}
