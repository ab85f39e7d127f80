package org.localmax.product;

/** Experiments with a sweep, small enough to be run many times. */
final class SweepExperiment {

    private SweepExperiment() {}

    /** 60 runs of some milliseconds. */
    static String quick() {
        return text(
                "steps='30'",
                "count='12'",
                "<rules xsi:type='localmax:LocalmaxRule' name='strip' delta='0'/>",
                "replicates='4'",
                """
                <axes xsi:type='localmax:ListAxis' name='alpha' parameter='alpha' values='1/4 1 4'/>
                <axes xsi:type='localmax:RangeAxis' name='delta' parameter='strip.delta' from='0' to='1.6' count='5'/>
                """);
    }

    /** 24 runs, each of which is worth the waiting when it is killed: some tenths of a second. */
    static String slow() {
        return text(
                "steps='3000'",
                "count='60'",
                "<rules xsi:type='localmax:SoftmaxRule' name='soft' beta='1'/>",
                "replicates='8'",
                "<axes xsi:type='localmax:ListAxis' name='alpha' parameter='alpha' values='1/1000 1/100 1/10'/>");
    }

    /** 128 runs, two a part, so that a kill meets some that are complete, one under way and the rest. */
    static String killed() {
        return quick().replace("steps='30'", "steps='100'")
                .replace("values='1/4 1 4'", "values='1/4 1 2 4'")
                .replace("to='1.6' count='5'", "to='1.6' count='8'");
    }

    /** 20 runs of which 2 fail: scores overflow. */
    static String failing() {
        return text(
                "steps='3000'",
                "count='4'",
                "<rules xsi:type='localmax:SelfAdjustedSoftmaxRule' name='adjusted' beta='0'/>",
                "replicates='2'",
                "<axes xsi:type='localmax:ListAxis' name='beta' parameter='adjusted.beta' values='0 0 0 0 0 0 0 0 0 4'/>");
    }

    /** The same with the recorded states of all runs. */
    static String withTrajectories(String experiment) {
        return experiment.replace("<sweep ", "<sweep trajectories='true' ");
    }

    private static String text(String run, String tokens, String rule, String sweep, String axes) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <localmax:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:localmax="urn:localmax:experiment"
                    formatVersion="1" name="counts" alpha="1" %s>
                  <tokens xsi:type="localmax:GaussianTokens" %s/>
                  %s
                  <sweep %s>
                  %s</sweep>
                </localmax:Experiment>
                """.formatted(run, tokens, rule, sweep, axes);
    }
}
